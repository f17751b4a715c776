/**
 * A flight as its record tells it, for people who judge it on a machine of their own: read from a
 * {@link org.vigie.groundstation.flightlog.verify.RecordSource} alone, verified first. The model
 * and how it is read; pages, maps and files for other programs are made of it elsewhere. What the
 * record does not tell is absent. Nothing in a record is trusted: what cannot be read is left out,
 * and the verification says that it is damaged. Pure.
 */
@NullMarked
package org.vigie.groundstation.flightlog.report;

import org.jspecify.annotations.NullMarked;
