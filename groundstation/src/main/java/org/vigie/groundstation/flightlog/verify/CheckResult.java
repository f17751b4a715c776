package org.vigie.groundstation.flightlog.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check found; codes and numbers, texts are made of them elsewhere.
 *
 * @param part the file, for example {@code entries.jsonl}; empty when the whole record passed
 * @param fault absent when passed without a note
 * @param details as {@link Fault} says
 */
public record CheckResult(
    Check check, boolean passed, String part, @Nullable Fault fault, List<String> details) {
  public CheckResult {
    details = List.copyOf(details);
  }
}
