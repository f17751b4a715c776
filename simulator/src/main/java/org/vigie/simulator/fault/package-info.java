/**
 * The named faults: what can go wrong with vehicles, links, cameras, weather, sensors and the
 * station, in one catalogue that scenarios and live lines share. What lies outside of the world is
 * reached through {@code FaultPorts}. Pure; time comes in.
 */
@NullMarked
package org.vigie.simulator.fault;

import org.jspecify.annotations.NullMarked;
