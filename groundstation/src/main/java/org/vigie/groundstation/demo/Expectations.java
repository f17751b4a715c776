package org.vigie.groundstation.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.scenario.Scenario;

/** Holds what a scenario expects against what the journal said. */
final class Expectations {
  private Expectations() {}

  /** One expectation, in the words of the scenario file. */
  record Result(String expected, boolean kept) {}

  /**
   * @param pictures whether there were cameras: without them nothing about pictures is expected
   */
  static List<Result> judge(
      Scenario.Expectation expected, StoryFacts facts, boolean verified, boolean pictures) {
    List<Result> results = new ArrayList<>();
    Set<String> states = facts.states();
    results.add(
        new Result(
            "final " + expected.finalState(), expected.finalState().equals(facts.lastState())));
    if (expected.decision() != null) {
      results.add(
          new Result(
              "decision " + expected.decision(), expected.decision().equals(facts.verdict())));
    }
    for (String rule : list(expected.findings())) {
      results.add(new Result("finding " + rule, facts.failingRules().contains(rule)));
    }
    for (String state : list(expected.reached())) {
      results.add(new Result("reached " + state, states.contains(state)));
    }
    for (String state : list(expected.neverReached())) {
      results.add(new Result("never " + state, !states.contains(state)));
    }
    for (String code : pictures ? list(expected.viewsRefused()) : List.<String>of()) {
      results.add(new Result("view refused " + code, facts.viewsRefused().contains(code)));
    }
    if (pictures && expected.videoRecorded()) {
      results.add(new Result("video recorded", facts.segments() > 0));
    }
    double tookS =
        facts.fromAlert("flight.closed").map(Duration::toMillis).orElse(Long.MAX_VALUE) / 1000.0;
    results.add(
        new Result("within " + (long) expected.withinS() + " s", tookS <= expected.withinS()));
    if (expected.recordVerifies()) {
      results.add(new Result("record verifies", verified));
    }
    return results;
  }

  private static List<String> list(@Nullable List<String> maybe) {
    return maybe == null ? List.of() : maybe;
  }
}
