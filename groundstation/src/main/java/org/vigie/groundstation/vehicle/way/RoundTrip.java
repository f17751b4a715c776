package org.vigie.groundstation.vehicle.way;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Times questions and their answers on one way. One question is open at a time; the answer to an
 * older one is not counted.
 */
final class RoundTrip {
  private static final double NEWEST_WEIGHT = 0.25;

  /** So many questions without an answer, after answers came: the way up is dead or nearly so. */
  private static final int UNANSWERED_FAIR = 3;

  private static final int UNANSWERED_POOR = 5;

  private long open;
  private Instant askedAt = Instant.EPOCH;
  private double smoothedS = Double.NaN;
  private int unanswered;

  void asked(long token, Instant now) {
    open = token;
    askedAt = now;
    unanswered++;
  }

  /** Whether the token is that of the open question. */
  boolean answered(long token, Instant now) {
    if (token != open || open == 0) {
      return false;
    }
    double seconds = Math.max(0, Duration.between(askedAt, now).toNanos() / 1e9);
    smoothedS =
        Double.isNaN(smoothedS) ? seconds : smoothedS + NEWEST_WEIGHT * (seconds - smoothedS);
    open = 0;
    unanswered = 0;
    return true;
  }

  OptionalDouble seconds() {
    return Double.isNaN(smoothedS) ? OptionalDouble.empty() : OptionalDouble.of(smoothedS);
  }

  /** What missing answers deserve; who never answers is not judged. */
  WayGrade grade() {
    if (Double.isNaN(smoothedS) || unanswered < UNANSWERED_FAIR) {
      return WayGrade.GOOD;
    }
    return unanswered < UNANSWERED_POOR ? WayGrade.FAIR : WayGrade.POOR;
  }
}
