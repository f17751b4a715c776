package org.vigie.groundstation.compliance.decision;

/**
 * Something that the operator must keep to.
 *
 * @param code for machines, for example {@code live-view-limited}
 * @param textKey where its words are: {@code rule/ID/CODE} or {@code paper/ID/CODE}
 */
public record FlightCondition(String code, String textKey) {}
