package org.vigie.simulator.autopilot.px4;

import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.physics.Vec3;

/**
 * Arms, disarms, keeps home, decides which mode flies.
 *
 * @source PX4 Commander.cpp, HomePosition.cpp, UserModeIntention.cpp; recordings p1 to p10
 */
final class Commander {
  /**
   * Telemetry counts a heartbeat for so long. @source recording p2: 11.6 s with COM_DL_LOSS_T 10
   */
  private static final double HEARTBEAT_S = 1.5;

  /** Recording p7: 11.0 s with COM_DISARM_PRFLT 10. */
  private static final double PREFLIGHT_EXTRA_S = 1;

  /** Before arming home follows the estimate when it is off by more. */
  private static final double HOME_DRIFT_M = 1;

  private static final double GPS_TEXT_S = 3;
  private static final double REJECT_TEXT_S = 1;

  /** COM_RC_IN_MODE. */
  private static final int STICKS_DISABLED = 4;

  private static final int ARMED_BY_COMMAND = 4;
  private static final int BY_LANDING = 6;
  private static final int BY_PREFLIGHT = 7;

  private final Px4Craft craft;
  private final Navigator navigator;
  private final Failsafes failsafes;
  private final Offboard offboard;
  private Px4Mode intended = Px4Mode.HOLD;
  private Px4Mode afterDisarming = Px4Mode.HOLD;
  private boolean missionValid;
  private double lastHeartbeatS = Double.NEGATIVE_INFINITY;
  private boolean gcsLost;
  private boolean gcsSeen;
  private boolean sticksAtArming;
  private boolean sticksHeard;
  private double sticksSeenS = Double.NEGATIVE_INFINITY;
  private double armedS;
  private double landedS;
  private boolean flown;
  private double nextGpsTextS;
  private double rejectTextS = Double.NEGATIVE_INFINITY;

  Commander(Px4Craft craft, Navigator navigator, Offboard offboard) {
    this.craft = craft;
    this.navigator = navigator;
    this.offboard = offboard;
    this.failsafes = new Failsafes(craft, this::canRun);
  }

  Px4Mode intended() {
    return intended;
  }

  Failsafes failsafes() {
    return failsafes;
  }

  void missionValid(boolean valid) {
    missionValid = valid;
  }

  boolean sticksFresh() {
    return craft.sticks.fresh(craft.timeS, craft.params.get("COM_RC_LOSS_T", 0, 35));
  }

  /** Whether a mode has what it needs. */
  boolean canRun(Px4Mode mode) {
    boolean position = craft.nav.positionOk();
    return switch (mode) {
      case DESCEND, TERMINATION -> true;
      case MISSION -> position && craft.home != null && missionValid;
      case RTL -> position && craft.home != null;
      case OFFBOARD -> position && offboard.alive();
      case FOLLOW_TARGET, VTOL_TAKEOFF -> false;
      case POSCTL, POSITION_SLOW -> position && sticksFresh();
      default -> mode.needsSticks() ? sticksFresh() : position;
    };
  }

  /** A station's wish; disarmed any mode goes. */
  boolean request(Px4Mode mode) {
    if (craft.armed && !canRun(mode)) {
      reject(mode);
      return false;
    }
    intend(mode);
    failsafes.modeChanged();
    navigator.select(mode);
    return true;
  }

  /**
   * Disarmed it goes back to the last mode in which it may be armed.
   *
   * @source PX4 UserModeIntention.cpp; recordings p5, p8, p9
   */
  private void intend(Px4Mode mode) {
    intended = mode;
    if (!mode.preventsArming()) {
      afterDisarming = mode;
    }
  }

  private void reject(Px4Mode mode) {
    if (craft.timeS - rejectTextS <= REJECT_TEXT_S) {
      return;
    }
    rejectTextS = craft.timeS;
    craft.say(
        2,
        "Switching to " + mode.label() + " is currently not available",
        Px4Event.of("commander_modeswitch_not_avail", Px4Event.CRITICAL)
            .with(mode.customMode(), 4)
            .with(mode.eventNumber(), 1));
  }

  /** What keeps the motors from starting, as events. */
  List<Px4Event> obstacles() {
    List<Px4Event> found = new ArrayList<>();
    if (!craft.nav.positionOk() || craft.home == null) {
      found.add(Px4Event.of("check_modes_global_pos", Px4Event.ERROR).with(0x38, 4).with(0x18, 1));
    }
    if (!craft.gpsOk) {
      found.add(
          Px4Event.of("check_estimator_gps_fix_too_low", Px4Event.WARNING)
              .with(0x7e007c, 4)
              .with(3, 1));
    }
    boolean mission = intended == Px4Mode.MISSION || craft.params.getInt("COM_ARM_MIS_REQ") != 0;
    if (mission && !missionValid) {
      found.add(Px4Event.of("check_modes_mission", Px4Event.INFO).with(8, 4).with(0x14, 1));
    }
    if (intended.preventsArming()) {
      found.add(
          Px4Event.of("check_modes_prevent_arming", Px4Event.ERROR)
              .with(1L << intended.eventNumber(), 4)
              .with(0x14, 1));
    }
    if (craft.params.getInt("NAV_DLL_ACT") > 0 && (!gcsSeen || gcsLost)) {
      found.add(Px4Event.of("check_rc_dl_no_dllink", Px4Event.ERROR).with(-1, 4).with(0x0c, 1));
    }
    return found;
  }

  /** Whether it could be armed now: the pre-arm bit. */
  boolean ready() {
    boolean position = craft.nav.positionOk() && craft.home != null;
    boolean needsPosition = intended.auto() || intended == Px4Mode.ORBIT;
    boolean mission = intended != Px4Mode.MISSION || missionValid;
    return (position || !needsPosition) && mission && !intended.preventsArming();
  }

  /** Whether arming would go now. */
  boolean mayArm() {
    boolean link = craft.params.getInt("NAV_DLL_ACT") <= 0 || (gcsSeen && !gcsLost);
    boolean sticks = !intended.needsSticks() || sticksFresh();
    boolean mission = craft.params.getInt("COM_ARM_MIS_REQ") == 0 || missionValid;
    return ready() && link && sticks && mission;
  }

  boolean arm(boolean force) {
    if (craft.armed) {
      return true;
    }
    if (!force && !mayArm()) {
      craft.say(
          2,
          "Arming denied: Resolve system health failures first",
          Px4Event.of("commander_arm_denied_resolve_failures", Px4Event.CRITICAL));
      obstacles().forEach(craft.voice::event);
      return false;
    }
    craft.armed = true;
    craft.landed = true;
    flown = false;
    armedS = craft.timeS;
    sticksAtArming = sticksFresh();
    setHomeHere(false);
    craft.say(
        6,
        "Armed by external command",
        Px4Event.of("commander_armed_by", Px4Event.INFO).with(ARMED_BY_COMMAND, 1));
    return true;
  }

  boolean disarm(boolean force) {
    if (!craft.armed) {
      return true;
    }
    if (!craft.landed && !force) {
      craft.say(
          2,
          "Disarming denied: not landed",
          Px4Event.of("commander_disarm_denied_not_landed", Px4Event.CRITICAL));
      return false;
    }
    disarmed("external command", ARMED_BY_COMMAND);
    return true;
  }

  private void disarmed(String by, int reason) {
    if (!craft.armed) {
      return;
    }
    craft.armed = false;
    craft.landed = true;
    craft.say(
        6,
        "Disarmed by " + by,
        Px4Event.of("commander_disarmed_by", Px4Event.INFO).with(reason, 1));
    intended = afterDisarming;
    navigator.select(intended);
  }

  /** Ten times a second. */
  void update(Battery.Warning battery, boolean breached, double dtS) {
    link();
    keepHome();
    gpsText();
    manualControl();
    boolean landing = intended == Px4Mode.LAND || intended == Px4Mode.PRECISION_LANDING;
    failsafes.check(
        FailsafeCause.GCS_LOSS,
        gcsLost && craft.armed && !landing,
        FailsafeAction.ofLinkLoss(craft.params.getInt("NAV_DLL_ACT")));
    failsafes.check(
        FailsafeCause.GEOFENCE,
        breached && craft.armed,
        FailsafeAction.ofGeofence(craft.params.getInt("GF_ACTION")));
    int lowAct = craft.params.getInt("COM_LOW_BAT_ACT");
    failsafes.check(
        FailsafeCause.BATTERY_CRITICAL,
        battery == Battery.Warning.CRITICAL && craft.armed,
        FailsafeAction.ofBattery(lowAct, Battery.Warning.CRITICAL));
    failsafes.check(
        FailsafeCause.BATTERY_EMERGENCY,
        battery == Battery.Warning.EMERGENCY && craft.armed,
        FailsafeAction.ofBattery(lowAct, Battery.Warning.EMERGENCY));
    FailsafeAction fallback = fallback();
    failsafes.check(
        FailsafeCause.MODE_FALLBACK, fallback != FailsafeAction.NONE && craft.armed, fallback);
    settle(failsafes.update(intended, dtS));
    disarmItself();
  }

  /**
   * Manual control that was there when it armed, or has come since, and is gone.
   *
   * @source PX4 failsafe.cpp checkStateAndMode, rcAndDataLinkCheck.cpp
   */
  private void manualControl() {
    boolean fresh = sticksFresh();
    sticksAtArming |= fresh;
    if (!fresh && sticksHeard) {
      craft.voice.event(Px4Event.of("commander_rc_lost", Px4Event.INFO));
      sticksSeenS = craft.sticks.seenS();
    } else if (fresh && !sticksHeard && sticksSeenS > Double.NEGATIVE_INFINITY) {
      float away = (float) (craft.timeS - sticksSeenS);
      craft.voice.event(Px4Event.of("commander_rc_regained", Px4Event.INFO).with(away));
    }
    sticksHeard = fresh;
    int except = craft.params.getInt("COM_RCL_EXCEPT");
    boolean ignored =
        craft.params.getInt("COM_RC_IN_MODE") == STICKS_DISABLED
            || (except & intended.linkLossException()) != 0;
    failsafes.check(
        FailsafeCause.MANUAL_CONTROL_LOSS,
        craft.armed && sticksAtArming && !fresh && !ignored,
        FailsafeAction.ofLinkLoss(craft.params.getInt("NAV_RCL_ACT")));
  }

  /** What happens when the wanted mode has lost what it needs. */
  private FailsafeAction fallback() {
    if (intended == Px4Mode.OFFBOARD && craft.nav.positionOk() && !offboard.alive()) {
      return FailsafeAction.ofOffboardLoss(craft.params.getInt("COM_OBL_RC_ACT"));
    }
    return canRun(intended) ? FailsafeAction.NONE : FailsafeAction.RTL;
  }

  private void settle(FailsafeAction action) {
    if (navigator.finished() && craft.armed && action == FailsafeAction.NONE) {
      onward();
    }
    switch (action) {
      case HOLD -> navigator.select(Px4Mode.HOLD);
      case RTL -> navigator.select(Px4Mode.RTL);
      case LAND -> navigator.select(Px4Mode.LAND);
      case DESCEND -> navigator.select(Px4Mode.DESCEND);
      case TERMINATE -> navigator.select(Px4Mode.TERMINATION);
      case DISARM -> disarmed("failsafe", 8);
      default -> navigator.select(intended);
    }
  }

  /** A mode that has done what it is for hands over to hold, in the air. */
  private void onward() {
    boolean over = intended == Px4Mode.TAKEOFF || (intended == Px4Mode.MISSION && !craft.landed);
    if (over && navigator.mode() == intended) {
      intend(Px4Mode.HOLD);
    }
  }

  /** An item of the mission asked for a return. */
  void returnToLaunch() {
    craft.say(6, "Returning to launch", Px4Event.of("commander_rtl", Px4Event.INFO));
    intend(Px4Mode.RTL);
    navigator.select(Px4Mode.RTL);
  }

  private void disarmItself() {
    if (!craft.armed) {
      return;
    }
    if (!craft.landed) {
      flown = true;
      landedS = craft.timeS;
      return;
    }
    double afterLandingS = craft.params.get("COM_DISARM_LAND", -1, 20);
    double preflightS = craft.params.get("COM_DISARM_PRFLT", -1, 1e6);
    if (flown && afterLandingS > 0 && craft.timeS - landedS >= afterLandingS) {
      disarmed("landing", BY_LANDING);
    } else if (!flown && preflightS > 0 && craft.timeS - armedS >= preflightS + PREFLIGHT_EXTRA_S) {
      disarmed("auto preflight disarming", BY_PREFLIGHT);
    }
  }

  void heartbeat() {
    lastHeartbeatS = craft.timeS;
    gcsSeen = true;
  }

  /** Whether stations are silent: texts are not sent then (recording p2). */
  boolean gcsLost() {
    return gcsLost;
  }

  private void link() {
    double timeout = craft.params.get("COM_DL_LOSS_T", 5, 300) + HEARTBEAT_S;
    boolean lost = gcsSeen && craft.timeS - lastHeartbeatS > timeout;
    if (lost && !gcsLost) {
      craft.voice.event(Px4Event.of("commander_gcs_lost", Px4Event.LOSS));
      craft.voice.event(
          Px4Event.of("check_rc_dl_no_dllink", Px4Event.ERROR).with(-1, 4).with(0x0c, 1));
    }
    boolean back = gcsLost && !lost;
    gcsLost = lost;
    if (back) {
      craft.say(6, "GCS connection regained", Px4Event.of("commander_dl_regained", Px4Event.INFO));
    }
  }

  private void gpsText() {
    boolean bad = !craft.armed && !craft.gpsOk && craft.home != null;
    if (bad && craft.timeS >= nextGpsTextS) {
      nextGpsTextS = craft.timeS + GPS_TEXT_S;
      craft.voice.text(4, "Preflight: GPS fix too low");
      craft.voice.event(
          Px4Event.of("check_estimator_gps_fix_too_low", Px4Event.WARNING)
              .with(0x7e007c, 4)
              .with(3, 1));
    }
  }

  private void keepHome() {
    if (craft.armed || !craft.nav.positionOk()) {
      return;
    }
    Home home = craft.home;
    boolean off =
        home != null
            && !home.commanded()
            && home.local().minus(craft.nav.position()).length() > HOME_DRIFT_M;
    if (home == null || off) {
      setHomeHere(false);
    }
  }

  /** Left the ground: home is set once more. */
  void tookOff() {
    setHomeHere(false);
    craft.say(6, "Takeoff detected", Px4Event.of("commander_takeoff_detected", Px4Event.INFO));
  }

  void touchedDown() {
    landedS = craft.timeS;
    craft.say(6, "Landing detected", Px4Event.of("commander_landing_detected", Px4Event.INFO));
  }

  /** Sets home to the present place unless a station has set it. */
  boolean setHomeHere(boolean commanded) {
    Home home = craft.home;
    if (!craft.nav.positionOk() || (!commanded && home != null && home.commanded())) {
      return false;
    }
    Vec3 here = craft.nav.position();
    craft.home = new Home(here, craft.geographic(here), commanded);
    return true;
  }
}
