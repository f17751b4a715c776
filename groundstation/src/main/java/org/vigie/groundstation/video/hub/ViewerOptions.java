package org.vigie.groundstation.video.hub;

/** How someone looks. */
public record ViewerOptions(DamagePolicy damage) {
  /** For the pilot. */
  public static ViewerOptions forPilot() {
    return new ViewerOptions(DamagePolicy.SMEAR);
  }

  /** For everyone else. */
  public static ViewerOptions forOthers() {
    return new ViewerOptions(DamagePolicy.CLEAN);
  }
}
