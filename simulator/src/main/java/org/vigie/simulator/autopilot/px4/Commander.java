package org.vigie.simulator.autopilot.px4;

/**
 * Arms, disarms, decides which mode flies.
 *
 * @source PX4 Commander.cpp, UserModeIntention.cpp; recordings p1 to p10
 */
final class Commander {
  /** Recording p7: 11.0 s with COM_DISARM_PRFLT 10. */
  private static final double PREFLIGHT_EXTRA_S = 1;

  private static final double REJECT_TEXT_S = 1;

  private static final int ARMED_BY_COMMAND = 4;
  private static final int BY_LANDING = 6;
  private static final int BY_PREFLIGHT = 7;
  private static final int BY_FAILSAFE = 8;

  private final Px4Craft craft;
  private final Navigator navigator;
  private final ModeNeeds needs;
  private final StationLink link;
  private final ManualControlLink manualControl;
  private final HomeKeeper home;
  private final Preflight preflight;
  private final Failsafes failsafes;
  private final FailsafeWatch watch;
  private Px4Mode intended = Px4Mode.HOLD;
  private Px4Mode afterDisarming = Px4Mode.HOLD;
  private double armedS;
  private double landedS;
  private boolean flown;
  private double rejectTextS = Double.NEGATIVE_INFINITY;

  Commander(Px4Craft craft, Navigator navigator, Offboard offboard) {
    this.craft = craft;
    this.navigator = navigator;
    this.needs = new ModeNeeds(craft, offboard);
    this.link = new StationLink(craft);
    this.manualControl = new ManualControlLink(craft);
    this.home = new HomeKeeper(craft);
    this.preflight = new Preflight(craft, link, needs);
    this.failsafes = new Failsafes(craft, needs::met);
    this.watch = new FailsafeWatch(craft, failsafes, link, needs, offboard);
  }

  Px4Mode intended() {
    return intended;
  }

  Failsafes failsafes() {
    return failsafes;
  }

  ModeNeeds needs() {
    return needs;
  }

  StationLink link() {
    return link;
  }

  HomeKeeper home() {
    return home;
  }

  /** Whether it could be armed now: the pre-arm bit. */
  boolean ready() {
    return preflight.ready(intended);
  }

  /** A station's wish; disarmed any mode goes. */
  boolean request(Px4Mode mode) {
    if (craft.armed && !needs.met(mode)) {
      reject(mode);
      return false;
    }
    intend(mode);
    failsafes.modeChanged();
    if (!failsafes.terminated()) {
      navigator.select(mode);
    }
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

  boolean arm(boolean force) {
    if (craft.armed) {
      return true;
    }
    preflight.remark();
    if (failsafes.terminated() || (!force && !preflight.mayArm(intended))) {
      craft.say(
          2,
          "Arming denied: Resolve system health failures first",
          Px4Event.of("commander_arm_denied_resolve_failures", Px4Event.CRITICAL));
      preflight.obstacles(intended).forEach(craft.voice::event);
      return false;
    }
    craft.armed = true;
    craft.landed = true;
    flown = false;
    armedS = craft.timeS;
    home.setHere(false);
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
    link.check();
    manualControl.check();
    home.follow();
    preflight.check();
    watch.check(intended, battery, breached);
    settle(failsafes.update(intended, dtS));
    disarmItself();
  }

  private void settle(FailsafeAction action) {
    if (navigator.finished() && craft.armed && !action.worseThan(FailsafeAction.WARN)) {
      onward();
    }
    if (action == FailsafeAction.DISARM) {
      disarmed("failsafe", BY_FAILSAFE);
    } else {
      navigator.select(action.mode(intended));
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

  /** Left the ground: home is set once more. */
  void tookOff() {
    home.setHere(false);
    craft.say(6, "Takeoff detected", Px4Event.of("commander_takeoff_detected", Px4Event.INFO));
  }

  void touchedDown() {
    landedS = craft.timeS;
    craft.say(6, "Landing detected", Px4Event.of("commander_landing_detected", Px4Event.INFO));
  }
}
