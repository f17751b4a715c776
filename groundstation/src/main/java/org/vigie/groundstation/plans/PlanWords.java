package org.vigie.groundstation.plans;

import java.util.Locale;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.text.Texts;
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
