package org.vigie.groundstation.text;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/** Numbers and reasons of plans in a person's language. */
public final class PlanWords {
  /** Stands between a kind of return and the part of the flight that it begins in. */
  private static final String FROM = " from ";

  /** Stands between the first and the last part that a finding is about. */
  private static final String TO = " to ";

  private final Texts texts;

  public PlanWords(Texts texts) {
    this.texts = texts;
  }

  /** Seconds, from a minute on with minutes. */
  public String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return texts.get("plan.unknown");
    }
    long whole = Math.round(seconds);
    return whole < 60
        ? texts.get("plan.seconds", whole)
        : texts.get("plan.minutes", whole / 60, whole % 60);
  }

  /** A number with its unit, to a tenth. */
  public String number(double value, String unit) {
    if (!Double.isFinite(value)) {
      return texts.get("plan.unknown");
    }
    String figure =
        value == Math.rint(value) && Math.abs(value) < 1e9
            ? String.format(texts.locale(), "%.0f", value)
            : String.format(texts.locale(), "%.1f", value);
    return unit.isEmpty() ? figure : figure + " " + unit;
  }

  /** Degrees, to a tenth of a metre. */
  public static String place(LatLon place) {
    return String.format(Locale.ROOT, "%.6f, %.6f", place.latDeg(), place.lonDeg());
  }

  /**
   * Why there is no plan, with the numbers behind it.
   *
   * @param code of the reason; one that has no words stands for itself
   * @param subject what stands in the way
   */
  public String reason(String code, String subject, Map<String, Double> values) {
    double found = Double.NaN;
    double limit = Double.NaN;
    for (var value : values.entrySet()) {
      if (value.getKey().startsWith("limit") || value.getKey().startsWith("available")) {
        limit = value.getValue();
      } else {
        found = value.getValue();
      }
    }
    String named = listed(subject);
    return texts.name("plan.none", code).equals(code)
        ? (code + " " + named).strip()
        : texts.get("plan.none." + code, named, number(found, ""), number(limit, ""));
  }

  /**
   * What could be done, in a sentence.
   *
   * @param code of the advice; one that has no words stands for itself
   */
  public String advice(
      String code,
      String subject,
      @Nullable Instant at,
      @Nullable LatLon place,
      Map<String, Double> values) {
    return texts.name("plan.advice", code).equals(code)
        ? (code + " " + listed(subject)).strip()
        : texts.get("plan.advice." + code, arguments(code, listed(subject), at, place, values));
  }

  private Object[] arguments(
      String code,
      String subject,
      @Nullable Instant at,
      @Nullable LatLon place,
      Map<String, Double> values) {
    String toScene = duration(values.getOrDefault("toSceneS", Double.NaN));
    return switch (code) {
      case "authorise" -> new Object[] {subject, toScene};
      case "wait" -> new Object[] {at == null ? "" : at.toString(), subject, toScene};
      case "ceiling" ->
          new Object[] {
            number(values.getOrDefault("neededM", Double.NaN), "m"),
            number(values.getOrDefault("limitM", Double.NaN), "m")
          };
      case "other-place" ->
          new Object[] {
            place == null ? "" : place(place),
            number(values.getOrDefault("distanceM", Double.NaN), "m")
          };
      default -> new Object[] {toScene};
    };
  }

  /**
   * What became of an aircraft that could have gone, for example {@code V2 (jomayere): first on
   * scene, after 1 min 20 s}.
   *
   * @param outcome code; one that is newer than the words is shown as what it certainly is
   * @param why in words
   * @param arrivalS seconds to the scene, not a number when unknown
   */
  public String considered(
      String vehicleId, String siteId, String outcome, String why, double arrivalS) {
    String known = texts.name("choice", outcome).equals(outcome) ? "OTHER" : outcome;
    return texts.get(
        "choice.of", vehicleId, siteId, texts.get("choice." + known, duration(arrivalS), why));
  }

  /** Why an aircraft does not go. */
  public String whyNot(String outcome, String reason, String subject, Map<String, Double> values) {
    return switch (outcome) {
      case "NO_PLAN" -> reason(reason, subject, values);
      case "NOT_PROVEN" -> check(reason);
      default -> reason;
    };
  }

  /** Several things, and those that are codes by their words. */
  private String listed(String subject) {
    return Arrays.stream(subject.split(",\\s*"))
        .map(one -> texts.name("plan.subject", one))
        .collect(Collectors.joining(", "));
  }

  /** Where and when something is so; away from the route it has no time. */
  public String moment(int seq, LatLon place, double heightM, double timeS) {
    if (seq < 0) {
      return texts.get("plan.place", place(place), number(Math.rint(heightM), "m"));
    }
    return texts.get(
        "plan.moment", seq, place(place), number(Math.rint(heightM), "m"), duration(timeS));
  }

  /** What a check looks at. */
  public String check(String code) {
    return texts.name("plan.check", code);
  }

  /** What part of the flight a finding is about, and where a return begins. */
  public String branch(String code) {
    int from = code.indexOf(FROM);
    return from < 0
        ? texts.name("plan.branch", code)
        : texts.get(
            "plan.return-from",
            texts.name("plan.branch", code.substring(0, from)),
            part(code.substring(from + FROM.length())));
  }

  /** A part of the flight, or those from one to another. */
  private String part(String code) {
    int to = code.indexOf(TO);
    return to < 0
        ? texts.name("plan.branch", code)
        : texts.get(
            "plan.branch.from-to",
            texts.name("plan.branch", code.substring(0, to)),
            texts.name("plan.branch", code.substring(to + TO.length())));
  }
}
