package org.vigie.groundstation.demo;

import java.time.Duration;
import java.util.List;

/**
 * What became of one scenario.
 *
 * @param results each expectation; none when it could not be played out
 * @param simulated how far its world came
 * @param wall how long that took
 * @param error why it could not be played out; empty when it could
 */
record ScenarioOutcome(
    String name,
    List<Expectations.Result> results,
    Duration simulated,
    Duration wall,
    String error) {
  ScenarioOutcome {
    results = List.copyOf(results);
  }

  boolean passed() {
    return error.isEmpty()
        && !results.isEmpty()
        && results.stream().allMatch(Expectations.Result::kept);
  }

  long kept() {
    return results.stream().filter(Expectations.Result::kept).count();
  }

  /** What was not kept, with what was so instead. */
  List<String> broken() {
    return results.stream()
        .filter(result -> !result.kept())
        .map(result -> result.expected() + " (" + result.fact() + ")")
        .toList();
  }
}
