package org.vigie.groundstation.console;

/**
 * How long events waited for the event thread.
 *
 * @param events counted
 * @param p50Ms milliseconds, to a tenth above
 * @param p99Ms milliseconds, to a tenth above
 * @param p999Ms milliseconds, to a tenth above
 * @param maxMs milliseconds
 */
public record EdtFigures(long events, double p50Ms, double p99Ms, double p999Ms, double maxMs) {}
