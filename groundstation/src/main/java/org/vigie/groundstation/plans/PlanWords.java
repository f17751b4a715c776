package org.vigie.groundstation.plans;

import java.time.Instant;
import java.util.Locale;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.text.Texts;
import org.vigie.planner.Advice;
import org.vigie.planner.PlanOutcome;

/** Numbers and reasons of plans in a person's language. */
final class PlanWords {
  /** Stands between a kind of return and the part of the flight that it begins in. */
  private static final String FROM = " from ";

  private final Texts texts;

  PlanWords(Texts texts) {
    this.texts = texts;
  }

  String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return texts.get("plan.unknown");
    }
    long whole = Math.round(seconds);
    return whole < 60
        ? texts.get("plan.seconds", whole)
        : texts.get("plan.minutes", whole / 60, whole % 60);
  }

  String number(double value, String unit) {
    if (!Double.isFinite(value)) {
      return texts.get("plan.unknown");
    }
    String figure =
        value == Math.rint(value) && Math.abs(value) < 1e9
            ? String.format(texts.locale(), "%.0f", value)
            : String.format(texts.locale(), "%.1f", value);
    return unit.isEmpty() ? figure : figure + " " + unit;
  }

  static String place(LatLon place) {
    return String.format(Locale.ROOT, "%.6f, %.6f", place.latDeg(), place.lonDeg());
  }

  /** Why there is no plan, with the numbers behind it. */
  String reason(PlanOutcome.NoPlan none) {
    double found = Double.NaN;
    double limit = Double.NaN;
    for (var value : none.values().entrySet()) {
      if (value.getKey().startsWith("limit") || value.getKey().startsWith("available")) {
        limit = value.getValue();
      } else {
        found = value.getValue();
      }
    }
    String subject = none.subject().replace(",", ", ").replace(",  ", ", ");
    String code = none.code().code();
    // a code that is newer than the texts stands for itself
    return texts.name("plan.none", code).equals(code)
        ? code + " " + subject
        : texts.get("plan.none." + code, subject, number(found, ""), number(limit, ""));
  }

  /** What could be done, in a sentence. */
  String advice(Advice advice) {
    String subject = advice.subject().replace(",", ", ");
    double toSceneS = advice.values().getOrDefault("toSceneS", Double.NaN);
    return switch (advice.code()) {
      case AUTHORISE -> texts.get("plan.advice.authorise", subject, duration(toSceneS));
      case WAIT ->
          texts.get(
              "plan.advice.wait",
              advice.at().map(Instant::toString).orElse(""),
              subject,
              duration(toSceneS));
      case CEILING ->
          texts.get(
              "plan.advice.ceiling",
              number(advice.values().getOrDefault("neededM", Double.NaN), "m"),
              number(advice.values().getOrDefault("limitM", Double.NaN), "m"));
      case LARGER_AREA -> texts.get("plan.advice.larger-area", duration(toSceneS));
      case OTHER_PLACE ->
          texts.get(
              "plan.advice.other-place",
              advice.place().map(PlanWords::place).orElse(""),
              number(advice.values().getOrDefault("distanceM", Double.NaN), "m"));
    };
  }

  /** Where and when something is so; away from the route it has no time. */
  String moment(int seq, LatLon place, double heightM, double timeS) {
    if (seq < 0) {
      return texts.get("plan.place", place(place), number(Math.rint(heightM), "m"));
    }
    return texts.get(
        "plan.moment", seq, place(place), number(Math.rint(heightM), "m"), duration(timeS));
  }

  /** What a check looks at. */
  String check(String code) {
    return texts.name("plan.check", code);
  }

  /** What part of the flight a finding is about, and where a return begins. */
  String branch(String code) {
    int from = code.indexOf(FROM);
    return from < 0
        ? texts.name("plan.branch", code)
        : texts.get(
            "plan.return-from",
            texts.name("plan.branch", code.substring(0, from)),
            texts.name("plan.branch", code.substring(from + FROM.length())));
  }
}
