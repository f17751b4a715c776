package org.vigie.groundstation.demo;

/**
 * The air of one simulated flight.
 *
 * @param meanMps mean wind: what the plan was made for
 * @param gustMps peak of the gusts; the mean for none
 * @param seed of gusts and sensors
 */
record Gale(double fromDeg, double meanMps, double gustMps, long seed) {}
