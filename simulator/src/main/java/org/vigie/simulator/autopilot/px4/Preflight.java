package org.vigie.simulator.autopilot.px4;

import java.util.ArrayList;
import java.util.List;

/**
 * What keeps the motors from starting.
 *
 * @source PX4 HealthAndArmingChecks: modeCheck, estimatorCheck, rcAndDataLinkCheck, missionCheck,
 *     openDroneIDCheck; recording p7
 */
final class Preflight {
  private static final double GPS_TEXT_S = 3;

  /** COM_ARM_ODID from which remote identification must be ready. */
  private static final int REMOTE_ID_REQUIRED = 2;

  private final Px4Craft craft;
  private final StationLink link;
  private final ModeNeeds needs;
  private double nextGpsTextS;

  Preflight(Px4Craft craft, StationLink link, ModeNeeds needs) {
    this.craft = craft;
    this.link = link;
    this.needs = needs;
  }

  private boolean stationMissing() {
    return craft.params.getInt("NAV_DLL_ACT") > 0 && !link.present();
  }

  private boolean remoteIdMissing(int least) {
    return craft.params.getInt("COM_ARM_ODID") >= least && craft.remoteId.get().isPresent();
  }

  /** As events. */
  List<Px4Event> obstacles(Px4Mode intended) {
    List<Px4Event> found = new ArrayList<>();
    if (!craft.nav.positionOk() || craft.home == null) {
      found.add(Px4Event.of("check_modes_global_pos", Px4Event.ERROR).with(0x38, 4).with(0x18, 1));
    }
    if (!craft.gpsOk) {
      found.add(gpsEvent());
    }
    boolean mission = intended == Px4Mode.MISSION || craft.params.getInt("COM_ARM_MIS_REQ") != 0;
    if (mission && !needs.missionValid()) {
      found.add(Px4Event.of("check_modes_mission", Px4Event.INFO).with(8, 4).with(0x14, 1));
    }
    if (intended.preventsArming()) {
      found.add(
          Px4Event.of("check_modes_prevent_arming", Px4Event.ERROR)
              .with(1L << intended.eventNumber(), 4)
              .with(0x14, 1));
    }
    if (stationMissing()) {
      found.add(Px4Event.of("check_rc_dl_no_dllink", Px4Event.ERROR).with(-1, 4).with(0x0c, 1));
    }
    if (remoteIdMissing(1)) {
      found.add(
          Px4Event.of("check_open_drone_id_unhealthy", Px4Event.ERROR).with(-1, 4).with(0, 1));
    }
    return found;
  }

  /** Whether it could be armed now: the pre-arm bit. */
  boolean ready(Px4Mode intended) {
    boolean position = craft.nav.positionOk() && craft.home != null;
    boolean needsPosition = intended.auto() || intended == Px4Mode.ORBIT;
    boolean mission = intended != Px4Mode.MISSION || needs.missionValid();
    return (position || !needsPosition) && mission && !intended.preventsArming();
  }

  /** Whether arming would go now. */
  boolean mayArm(Px4Mode intended) {
    boolean sticks = !intended.needsSticks() || (intended.flown() && craft.sticksFresh());
    boolean mission = craft.params.getInt("COM_ARM_MIS_REQ") == 0 || needs.missionValid();
    return ready(intended)
        && !stationMissing()
        && sticks
        && mission
        && !remoteIdMissing(REMOTE_ID_REQUIRED);
  }

  /** What is said when somebody tries to arm, whether it goes or not. */
  void remark() {
    if (remoteIdMissing(1)) {
      craft.voice.text(2, "Preflight Fail: Open Drone ID system not ready");
    }
  }

  /** Says now and then that there is no position. */
  void check() {
    boolean bad = !craft.armed && !craft.gpsOk && craft.home != null;
    if (bad && craft.timeS >= nextGpsTextS) {
      nextGpsTextS = craft.timeS + GPS_TEXT_S;
      craft.voice.text(4, "Preflight: GPS fix too low");
      craft.voice.event(gpsEvent());
    }
  }

  private static Px4Event gpsEvent() {
    return Px4Event.of("check_estimator_gps_fix_too_low", Px4Event.WARNING)
        .with(0x7e007c, 4)
        .with(3, 1);
  }
}
