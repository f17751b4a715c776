package org.vigie.simulator.sensor;

/**
 * One answer of the compass: the direction of the earth's field along body axes, declination taken
 * out, so that its level part points to true north. Length about 1.
 */
public record MagneticField(double forward, double right, double down) {}
