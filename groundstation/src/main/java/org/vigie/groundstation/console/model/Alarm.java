package org.vigie.groundstation.console.model;

import java.time.Instant;

/**
 * An alarm as it is shown, for as long as it is true.
 *
 * @param since by the console's clock
 */
public record Alarm(
    AlarmKind kind, String subject, String words, Instant since, boolean acknowledged) {}
