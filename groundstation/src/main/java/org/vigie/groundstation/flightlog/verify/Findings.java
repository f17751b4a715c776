package org.vigie.groundstation.flightlog.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what the checks find. */
final class Findings {
  /** Faults that one check reports: a record cut in half has one cause and 10,000 symptoms. */
  private static final int MAX_FAULTS = 50;

  private final Map<Check, List<CheckResult>> results = new EnumMap<>(Check.class);

  /** This check is being made; it passed unless faults follow. */
  void made(Check check) {
    results.computeIfAbsent(check, key -> new ArrayList<>());
  }

  void fault(Check check, String part, Fault fault, Object... details) {
    made(check);
    List<CheckResult> faults = results.getOrDefault(check, new ArrayList<>());
    if (faults.size() < MAX_FAULTS) {
      List<String> texts = Arrays.stream(details).map(String::valueOf).toList();
      faults.add(new CheckResult(check, false, part, fault, texts));
    }
  }

  /** Something to know that makes nothing wrong. */
  void note(Check check, String part, Fault what, Object... details) {
    made(check);
    List<String> texts = Arrays.stream(details).map(String::valueOf).toList();
    results
        .getOrDefault(check, new ArrayList<>())
        .add(new CheckResult(check, true, part, what, texts));
  }

  /** Whether a check was made and found something wrong. */
  boolean failed(Check check) {
    return results.getOrDefault(check, List.of()).stream().anyMatch(result -> !result.passed());
  }

  boolean clean() {
    return results.values().stream().flatMap(List::stream).allMatch(CheckResult::passed);
  }

  List<CheckResult> results() {
    List<CheckResult> all = new ArrayList<>();
    results.forEach(
        (check, faults) -> {
          if (faults.isEmpty()) {
            all.add(new CheckResult(check, true, "", null, List.of()));
          }
          all.addAll(faults);
        });
    return all;
  }
}
