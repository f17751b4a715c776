package org.vigie.simulator.autopilot.param;

/**
 * One parameter of the table.
 *
 * @param name at most 16 characters
 * @param index place in the list
 * @param defaultValue the firmware's default
 * @param unit as ArduPilot documents it, {@code -} for none
 * @param readOnly counted by the autopilot itself
 */
public record Parameter(
    String name,
    int index,
    ParameterType type,
    float defaultValue,
    String unit,
    boolean readOnly) {}
