package org.vigie.simulator.autopilot.px4;

/**
 * Looks for what calls a failsafe, and which action the parameters want for it.
 *
 * @source PX4 failsafe/failsafe.cpp checkStateAndMode, checkModeFallback, isFailsafeIgnored
 */
final class FailsafeWatch {
  /** COM_RC_IN_MODE: nobody flies by sticks. */
  private static final int STICKS_DISABLED = 4;

  private final Px4Craft craft;
  private final Failsafes failsafes;
  private final StationLink link;
  private final ModeNeeds needs;
  private final Offboard offboard;
  private boolean sticksLostAtArming;
  private Battery.Warning batteryAtArming = Battery.Warning.NONE;
  private boolean armed;

  FailsafeWatch(
      Px4Craft craft, Failsafes failsafes, StationLink link, ModeNeeds needs, Offboard offboard) {
    this.craft = craft;
    this.failsafes = failsafes;
    this.link = link;
    this.needs = needs;
    this.offboard = offboard;
  }

  /** One turn. */
  void check(Px4Mode intended, Battery.Warning battery, boolean breached) {
    if (!armed) {
      sticksLostAtArming = !craft.sticksFresh();
      batteryAtArming = battery;
    }
    armed = craft.armed;
    sticksLostAtArming &= !craft.sticksFresh();
    links(intended);
    failsafes.check(
        FailsafeCause.GEOFENCE, breached && armed, FailsafeAction.ofGeofence(setting("GF_ACTION")));
    FailsafeAction remoteId = FailsafeAction.ofRemoteIdLoss(setting("COM_ARM_ODID"));
    failsafes.check(
        FailsafeCause.REMOTE_ID,
        armed && remoteId != FailsafeAction.NONE && craft.remoteId.get().isPresent(),
        remoteId);
    battery(FailsafeCause.BATTERY_CRITICAL, battery, Battery.Warning.CRITICAL);
    battery(FailsafeCause.BATTERY_EMERGENCY, battery, Battery.Warning.EMERGENCY);
    FailsafeAction fallback = fallback(intended);
    failsafes.check(
        FailsafeCause.MODE_FALLBACK, fallback != FailsafeAction.NONE && armed, fallback);
  }

  private int setting(String parameter) {
    return craft.params.getInt(parameter);
  }

  private void links(Px4Mode intended) {
    failsafes.check(
        FailsafeCause.MANUAL_CONTROL_LOSS,
        armed
            && !sticksLostAtArming
            && !craft.sticksFresh()
            && setting("COM_RC_IN_MODE") != STICKS_DISABLED
            && (setting("COM_RCL_EXCEPT") & intended.linkLossException()) == 0,
        FailsafeAction.ofLinkLoss(setting("NAV_RCL_ACT")));
    boolean landing = intended == Px4Mode.LAND || intended == Px4Mode.PRECISION_LANDING;
    failsafes.check(
        FailsafeCause.GCS_LOSS,
        link.lost()
            && armed
            && !landing
            && (setting("COM_DLL_EXCEPT") & intended.linkLossException()) == 0,
        FailsafeAction.ofLinkLoss(setting("NAV_DLL_ACT")));
  }

  /** A battery that was as low when the motors started only warns. */
  private void battery(FailsafeCause cause, Battery.Warning now, Battery.Warning level) {
    boolean worse = now.compareTo(batteryAtArming) > 0;
    failsafes.check(
        cause,
        now == level && armed,
        worse ? FailsafeAction.ofBattery(setting("COM_LOW_BAT_ACT"), level) : FailsafeAction.WARN);
  }

  /** What happens when the wanted mode has lost what it needs. */
  private FailsafeAction fallback(Px4Mode intended) {
    FailsafeAction action = FailsafeAction.NONE;
    Px4Mode mode = intended;
    if (intended == Px4Mode.OFFBOARD && !offboard.alive()) {
      action = FailsafeAction.ofOffboardLoss(setting("COM_OBL_RC_ACT"));
      mode = action.mode(intended);
      if (action == FailsafeAction.DISARM) {
        return action;
      }
    }
    boolean byPosition = mode == Px4Mode.POSCTL || mode == Px4Mode.POSITION_SLOW;
    if (byPosition && !needs.possible(mode)) {
      action = FailsafeAction.FALLBACK_ALTITUDE;
      mode = Px4Mode.ALTCTL;
    }
    boolean byHand = action.mode(Px4Mode.HOLD).needsSticks();
    if (byHand && !craft.sticksFresh()) {
      return FailsafeAction.RTL;
    }
    return needs.possible(mode) ? action : FailsafeAction.RTL;
  }
}
