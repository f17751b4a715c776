package org.vigie.groundstation.vehicle.way;

import java.util.OptionalDouble;

/**
 * How good a way to a vehicle is: the worst of what its age, its loss and its round trip say.
 * Ordered from best to worst. {@link #FAIR} and {@link #POOR} come seconds before a link is lost.
 */
public enum WayGrade {
  /** Frames come, few are missing, answers come at once. */
  GOOD(1.5, 0.05, 0.5),
  /** Orders may need a second try. */
  FAIR(2.5, 0.20, 1.5),
  /** Orders will need several tries; another way is taken if there is one. */
  POOR(Way.LOST_AFTER_MS / 1000.0, 1, Double.MAX_VALUE),
  /** Nothing comes any more, or the connection is gone. */
  SILENT(Double.MAX_VALUE, 1, Double.MAX_VALUE);

  /** A heartbeat comes each second: at 1.5 s one is missing, at 2.5 s two. */
  private final double ageMaxS;

  /** A command is tried three times: at 5 % one in 8,000 fails, at 20 % one in 125. */
  private final double lossMax;

  /** A command is repeated after 0.5 s to 1.5 s: slower answers cross with repetitions. */
  private final double roundTripMaxS;

  WayGrade(double ageMaxS, double lossMax, double roundTripMaxS) {
    this.ageMaxS = ageMaxS;
    this.lossMax = lossMax;
    this.roundTripMaxS = roundTripMaxS;
  }

  /** What these numbers deserve; an absent one is not judged. */
  static WayGrade of(double ageS, OptionalDouble lossFraction, OptionalDouble roundTripS) {
    for (WayGrade grade : values()) {
      if (ageS <= grade.ageMaxS
          && lossFraction.orElse(0) <= grade.lossMax
          && roundTripS.orElse(0) <= grade.roundTripMaxS) {
        return grade;
      }
    }
    return SILENT;
  }

  boolean betterThan(WayGrade other) {
    return compareTo(other) < 0;
  }

  WayGrade worse(WayGrade other) {
    return compareTo(other) > 0 ? this : other;
  }
}
