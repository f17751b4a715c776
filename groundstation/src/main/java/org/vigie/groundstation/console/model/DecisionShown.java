package org.vigie.groundstation.console.model;

import java.util.List;

/**
 * A decision as it explains itself.
 *
 * @param verdict in a word, or why there is none
 * @param deciding the one reason, empty when nothing stands against the flight
 * @param domains what may be done, in a line
 * @param validity until when
 */
public record DecisionShown(
    String verdict,
    Level level,
    boolean known,
    String deciding,
    String domains,
    String validity,
    List<DetailRow> rows) {}
