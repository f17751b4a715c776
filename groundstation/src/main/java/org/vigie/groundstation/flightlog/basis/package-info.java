/**
 * What plan, proof and decision of one flight were worked out from, kept so that anybody can work
 * them out again: the station when it decides, the verifier years later.
 */
@NullMarked
package org.vigie.groundstation.flightlog.basis;

import org.jspecify.annotations.NullMarked;
