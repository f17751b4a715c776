package org.vigie.groundstation.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.scenario.Expectation;

/** Holds what a scenario expects against what the journal said. */
final class Expectations {
  private Expectations() {}

  /**
   * One expectation, in the words of the scenario file.
   *
   * @param fact what was so instead; counts only when it was not kept
   */
  record Result(String expected, boolean kept, String fact) {}

  /**
   * Judges a scenario that has ended.
   *
   * @param pictures whether there were cameras: without them nothing about pictures is expected
   */
  static List<Result> judge(
      Expectation expected,
      StoryFacts facts,
      boolean verified,
      boolean pictures,
      TrueContainment containment) {
    List<Result> results = new ArrayList<>();
    results.add(result("final " + expected.finalState(), expected.finalState(), facts.lastState()));
    if (expected.decision() != null) {
      results.add(result("decision " + expected.decision(), expected.decision(), facts.verdict()));
    }
    among("finding ", list(expected.findings()), facts.failingRules(), results);
    states(expected, facts, results);
    for (String text : list(expected.texts())) {
      boolean said = facts.texts().stream().anyMatch(one -> one.contains(text));
      results.add(new Result("text \"" + text + "\"", said, "said: " + facts.texts()));
    }
    for (String type : list(expected.entries())) {
      results.add(new Result("entry " + type, facts.first(type).isPresent(), "not journalled"));
    }
    if (pictures) {
      among("view refused ", list(expected.viewsRefused()), facts.viewsRefused(), results);
      if (expected.videoRecorded()) {
        results.add(new Result("video recorded", facts.segments() > 0, "no piece of video"));
      }
    }
    if (expected.containmentKept() != null) {
      TrueContainment.Verdict wanted =
          expected.containmentKept() ? TrueContainment.Verdict.KEPT : TrueContainment.Verdict.LEFT;
      results.add(
          new Result("containment " + wanted, containment.verdict() == wanted, containment.text()));
    }
    results.add(within("within", "flight.closed", expected.withinS(), facts));
    if (expected.recordVerifies()) {
      results.add(new Result("record verifies", verified, "it does not"));
    }
    return results;
  }

  private static void states(Expectation expected, StoryFacts facts, List<Result> results) {
    Set<String> states = facts.states();
    List<Expectation.Reached> reached = expected.reached() == null ? List.of() : expected.reached();
    for (Expectation.Reached one : reached) {
      results.add(
          one.findWithinS().isPresent()
              ? within(
                  "reached " + one.state() + " within",
                  one.state(),
                  one.findWithinS().getAsDouble(),
                  facts)
              : new Result(
                  "reached " + one.state(), states.contains(one.state()), "was " + states));
    }
    for (String state : list(expected.neverReached())) {
      results.add(new Result("never " + state, !states.contains(state), "it was"));
    }
  }

  private static Result within(String what, String typeOrState, double limitS, StoryFacts facts) {
    Optional<Duration> took = facts.fromAlert(typeOrState);
    double tookS = took.map(Duration::toMillis).orElse(Long.MAX_VALUE) / 1000.0;
    String fact = took.isEmpty() ? "never" : String.format(Locale.ROOT, "took %.1f s", tookS);
    return new Result(what + " " + (long) limitS + " s", tookS <= limitS, fact);
  }

  private static Result result(String what, String wanted, String was) {
    return new Result(what, wanted.equals(was), "was " + (was.isEmpty() ? "nothing" : was));
  }

  private static void among(
      String what, List<String> wanted, Set<String> were, List<Result> results) {
    for (String one : wanted) {
      results.add(new Result(what + one, were.contains(one), "there were " + were));
    }
  }

  private static List<String> list(@Nullable List<String> maybe) {
    return maybe == null ? List.of() : maybe;
  }
}
