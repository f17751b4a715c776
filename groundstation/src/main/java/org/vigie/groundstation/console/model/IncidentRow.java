package org.vigie.groundstation.console.model;

/** An incident in the list. */
public record IncidentRow(
    String id, String type, String state, String age, Level level, boolean selected) {}
