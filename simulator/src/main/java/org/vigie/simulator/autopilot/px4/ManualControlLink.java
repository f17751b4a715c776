package org.vigie.simulator.autopilot.px4;

/**
 * Tells when manual control is lost and when it is back.
 *
 * @source PX4 health_and_arming_checks/checks/rcAndDataLinkCheck.cpp
 */
final class ManualControlLink {
  private final Px4Craft craft;
  private boolean heard;
  private double seenS = Double.NEGATIVE_INFINITY;

  ManualControlLink(Px4Craft craft) {
    this.craft = craft;
  }

  /** Looks at the sticks; what changes is said. */
  void check() {
    boolean fresh = craft.sticksFresh();
    if (!fresh && heard) {
      craft.voice.event(Px4Event.of("commander_rc_lost", Px4Event.INFO));
      seenS = craft.sticks.seenS();
    } else if (fresh && !heard && seenS > Double.NEGATIVE_INFINITY) {
      float away = (float) (craft.timeS - seenS);
      craft.voice.event(Px4Event.of("commander_rc_regained", Px4Event.INFO).with(away));
    }
    heard = fresh;
  }
}
