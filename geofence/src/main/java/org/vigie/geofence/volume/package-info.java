/**
 * The operational volume of a flight: flight geography, contingency volume and ground risk buffer
 * by the published formulas, every term visible; and the fence that an autopilot can hold within.
 */
@NullMarked
package org.vigie.geofence.volume;

import org.jspecify.annotations.NullMarked;
