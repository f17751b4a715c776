/**
 * Flight records: what one flight leaves behind so that others can judge it. Builds the record of a
 * closed flight from the journal; knows no database, no network, no clock.
 */
@NullMarked
package org.vigie.groundstation.flightlog;

import org.jspecify.annotations.NullMarked;
