package org.vigie.planner.plan;

/**
 * A parameter of the autopilot that the proof relies on.
 *
 * @param name at most 16 characters, as the firmware names it
 * @param value as PARAM_VALUE carries it; the unit is the firmware's
 * @source MAVLink common.xml #22 PARAM_VALUE
 */
public record ParameterSetting(String name, float value) {}
