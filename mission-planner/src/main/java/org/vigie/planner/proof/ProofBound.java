package org.vigie.planner.proof;

/**
 * A number that a proof rests on: a step in which something was looked at and what that may miss,
 * or an error that was assumed.
 *
 * @param name for example {@code return-piece}
 * @param value the number
 * @param unit for example {@code m}
 * @param errorM what it adds to the side of too much in every margin it bears on, metres
 * @param source where it comes from, or how it is paid for
 */
public record ProofBound(String name, double value, String unit, double errorM, String source) {}
