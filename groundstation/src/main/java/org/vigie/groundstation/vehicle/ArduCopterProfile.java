package org.vigie.groundstation.vehicle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.vehicle.protocol.Command;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.groundstation.vehicle.protocol.ParameterCoding;
import org.vigie.groundstation.vehicle.protocol.PlacedCommand;
import org.vigie.planner.plan.Autopilot;

/**
 * ArduCopter. Hold is BRAKE: LOITER descends when there is no throttle stick (10 m in 6 s in a
 * recorded flight). The proven return is AUTO_RTL, the only one that flies DO_RETURN_PATH_START.
 *
 * @source ArduCopter/mode.h, enum class Mode::Number; recorded flights
 */
final class ArduCopterProfile implements AutopilotProfile {
  static final AutopilotProfile INSTANCE = new ArduCopterProfile("");

  /** MAV_MODE_FLAG_CUSTOM_MODE_ENABLED: the second parameter is the custom mode. */
  private static final int CUSTOM_MODE_ENABLED = 1;

  private static final int MAV_AUTOPILOT_ARDUPILOTMEGA = 3;
  private static final int FRAME_RELATIVE = 3;
  private static final float DEFAULT_SPEED = -1;

  /** MAV_DO_REPOSITION_FLAGS_CHANGE_MODE. */
  private static final float CHANGE_MODE = 1;

  private static final Set<String> REMOVE_RISK =
      Set.of("BRAKE", "RTL", "SMART_RTL", "AUTO_RTL", "LAND");

  private static final ModeTable MODES =
      new ModeTable(
          List.of(
              entry(0, "STABILIZE"),
              entry(1, "ACRO"),
              entry(2, "ALT_HOLD"),
              entry(3, "AUTO"),
              entry(4, "GUIDED"),
              entry(5, "LOITER"),
              entry(6, "RTL"),
              entry(7, "CIRCLE"),
              entry(9, "LAND"),
              entry(11, "DRIFT"),
              entry(13, "SPORT"),
              entry(14, "FLIP"),
              entry(15, "AUTOTUNE"),
              entry(16, "POSHOLD"),
              entry(17, "BRAKE"),
              entry(18, "THROW"),
              entry(19, "AVOID_ADSB"),
              entry(20, "GUIDED_NOGPS"),
              entry(21, "SMART_RTL"),
              entry(22, "FLOWHOLD"),
              entry(23, "FOLLOW"),
              entry(24, "ZIGZAG"),
              entry(25, "SYSTEMID"),
              entry(26, "AUTOROTATE"),
              entry(27, "AUTO_RTL"),
              entry(28, "TURTLE")));

  private final String preRelease;

  ArduCopterProfile(String preRelease) {
    this.preRelease = preRelease;
  }

  @Override
  public String preRelease() {
    return preRelease;
  }

  private static FlightMode entry(long number, String name) {
    return new FlightMode(number, name, REMOVE_RISK.contains(name));
  }

  @Override
  public String firmware() {
    return "arducopter";
  }

  @Override
  public boolean makesOwnIdentity() {
    return false;
  }

  @Override
  public boolean flies(int autopilot, int type) {
    return autopilot == MAV_AUTOPILOT_ARDUPILOTMEGA && Multirotors.include(type);
  }

  @Override
  public Autopilot storage() {
    return Autopilot.ARDUPILOT;
  }

  @Override
  public ParameterCoding parameterCoding() {
    return ParameterCoding.CAST;
  }

  /** It answers each question by itself; 8 items are 0.4 kB, which any output buffer holds. */
  @Override
  public int readAhead() {
    return 8;
  }

  @Override
  public List<CommandRequest> connection() {
    return ConnectionSetup.ARDUPILOT;
  }

  @Override
  public FlightMode mode(long customMode) {
    return MODES.of(customMode);
  }

  @Override
  public Optional<FlightMode> findMode(String name) {
    return MODES.find(name);
  }

  @Override
  public FlightMode hold() {
    return mode(17);
  }

  @Override
  public FlightMode provenReturn() {
    return mode(27);
  }

  @Override
  public FlightMode returnToLaunch() {
    return mode(6);
  }

  @Override
  public FlightMode land() {
    return mode(9);
  }

  @Override
  public FlightMode mission() {
    return mode(3);
  }

  @Override
  public FlightMode arming() {
    return mode(4);
  }

  @Override
  public FlightMode guided() {
    return mode(4);
  }

  @Override
  public List<TakeOffStep> takeOff() {
    return List.of(TakeOffStep.MISSION_MODE, TakeOffStep.START);
  }

  @Override
  public boolean missionEndsInReturn() {
    return false;
  }

  @Override
  public boolean understands(int command) {
    return command != MavCmd.DO_ORBIT;
  }

  @Override
  public CommandRequest setMode(FlightMode mode) {
    return CommandRequest.of(MavCmd.DO_SET_MODE, CUSTOM_MODE_ENABLED, (float) mode.customMode());
  }

  @Override
  public Command goTo(LatLon place, HeightAboveHome height, AltitudeAmsl home) {
    return new PlacedCommand(
        MavCmd.DO_REPOSITION,
        FRAME_RELATIVE,
        DEFAULT_SPEED,
        CHANGE_MODE,
        0,
        Float.NaN,
        place.latE7(),
        place.lonE7(),
        (float) height.metres());
  }

  /** BRAKE is a mode of its own. */
  @Override
  public CommandRequest halt() {
    return setMode(hold());
  }

  @Override
  public Command lookAt(LatLon place, HeightAboveHome height, AltitudeAmsl home) {
    return new PlacedCommand(
        MavCmd.DO_SET_ROI_LOCATION,
        FRAME_RELATIVE,
        0,
        0,
        0,
        0,
        place.latE7(),
        place.lonE7(),
        (float) height.metres());
  }
}
