package org.vigie.groundstation.vehicle;

/**
 * A flight mode of an autopilot. Take it from an {@link AutopilotProfile}.
 *
 * @param customMode as HEARTBEAT.custom_mode shows it
 * @param name as the autopilot's documentation writes it, for example {@code BRAKE}
 * @param removesRisk whether changing to it holds, returns or lands
 */
public record FlightMode(long customMode, String name, boolean removesRisk) {}
