/**
 * Other aircraft near the station's own: what they tell by ADS-B, where they will be, and whether
 * that is too near. Pure but for {@link org.vigie.groundstation.traffic.Airspace}, which any thread
 * may tell and ask.
 */
@NullMarked
package org.vigie.groundstation.traffic;

import org.jspecify.annotations.NullMarked;
