package org.vigie.groundstation.console.model;

import java.util.List;

/**
 * A decision as it explains itself.
 *
 * @param verdict in a word, or why there is none
 * @param deciding the one reason, empty when nothing stands against the flight
 * @param rows what fails, what must be kept to, what passed, what may be done and until when
 */
public record DecisionShown(
    String verdict, Level level, boolean known, String deciding, List<DetailRow> rows) {}
