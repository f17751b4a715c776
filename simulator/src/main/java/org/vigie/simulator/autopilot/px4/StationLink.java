package org.vigie.simulator.autopilot.px4;

/**
 * Whether any ground station is heard.
 *
 * @source PX4 Commander::dataLinkCheck; recording p2
 */
final class StationLink {
  /**
   * Telemetry counts a heartbeat for so long. @source recording p2: 11.6 s with COM_DL_LOSS_T 10
   */
  private static final double HEARTBEAT_S = 1.5;

  private final Px4Craft craft;
  private double lastS = Double.NEGATIVE_INFINITY;
  private boolean seen;
  private boolean lost;

  StationLink(Px4Craft craft) {
    this.craft = craft;
  }

  void heartbeat() {
    lastS = craft.timeS;
    seen = true;
  }

  /** Whether stations are silent for too long: texts are not sent then (recording p2). */
  boolean lost() {
    return lost;
  }

  /** Whether a station is there now. */
  boolean present() {
    return seen && !lost;
  }

  /** Looks at the clock; what changes is said. */
  void check() {
    double timeout = craft.params.get("COM_DL_LOSS_T", 5, 300) + HEARTBEAT_S;
    boolean silent = seen && craft.timeS - lastS > timeout;
    if (silent && !lost) {
      craft.voice.event(Px4Event.of("commander_gcs_lost", Px4Event.LOSS));
      craft.voice.event(
          Px4Event.of("check_rc_dl_no_dllink", Px4Event.ERROR).with(-1, 4).with(0x0c, 1));
    }
    boolean back = lost && !silent;
    lost = silent;
    if (back) {
      craft.say(6, "GCS connection regained", Px4Event.of("commander_dl_regained", Px4Event.INFO));
    }
  }
}
