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
 * PX4 on a multirotor. Hold, which keeps position without sticks, arms and stays on the ground;
 * MISSION_START changes to the mission and begins with the item that it names. The proven return is
 * RTL with the plan's RTL_TYPE.
 *
 * @source PX4 px4_custom_mode.h; Commander.cpp handle_command, navigator_main.cpp (MISSION_START,
 *     DO_REPOSITION); recordings p8, p12
 */
final class Px4Profile implements AutopilotProfile {
  static final AutopilotProfile INSTANCE = new Px4Profile("");

  private static final int MAV_AUTOPILOT_PX4 = 12;
  private static final int CUSTOM_MODE_ENABLED = 1;

  /** Heights above mean sea level. */
  private static final int FRAME_GLOBAL = 0;

  private static final float DEFAULT_SPEED = -1;

  /** MAV_DO_REPOSITION_FLAGS_CHANGE_MODE; without it PX4 says UNSUPPORTED. */
  private static final float CHANGE_MODE = 1;

  private static final int AUTO = 4;

  private static final FlightMode TAKEOFF = of(AUTO, 2, "AUTO.TAKEOFF", false);
  private static final FlightMode LOITER = of(AUTO, 3, "AUTO.LOITER", true);
  private static final FlightMode MISSION = of(AUTO, 4, "AUTO.MISSION", false);
  private static final FlightMode RTL = of(AUTO, 5, "AUTO.RTL", true);
  private static final FlightMode LAND = of(AUTO, 6, "AUTO.LAND", true);

  private static final ModeTable MODES =
      new ModeTable(
          List.of(
              of(1, 0, "MANUAL", false),
              of(2, 0, "ALTCTL", false),
              of(3, 0, "POSCTL", false),
              of(3, 1, "ORBIT", false),
              of(3, 2, "POSCTL.SLOW", false),
              of(AUTO, 1, "AUTO.READY", false),
              TAKEOFF,
              LOITER,
              MISSION,
              RTL,
              LAND,
              of(AUTO, 8, "AUTO.FOLLOW_TARGET", false),
              of(AUTO, 9, "AUTO.PRECLAND", true),
              of(AUTO, 10, "AUTO.VTOL_TAKEOFF", false),
              of(5, 0, "ACRO", false),
              of(6, 0, "OFFBOARD", false),
              of(7, 0, "STABILIZED", false),
              of(10, 0, "TERMINATION", false),
              of(11, 0, "ALTITUDE_CRUISE", false)));

  /** UNSUPPORTED in recording p8. */
  private static final Set<Integer> UNKNOWN =
      Set.of(MavCmd.DO_PAUSE_CONTINUE, MavCmd.DO_SET_MISSION_CURRENT);

  private final String preRelease;

  Px4Profile(String preRelease) {
    this.preRelease = preRelease;
  }

  @Override
  public String preRelease() {
    return preRelease;
  }

  private static FlightMode of(int main, int sub, String name, boolean removesRisk) {
    return new FlightMode((long) main << 16 | (long) sub << 24, name, removesRisk);
  }

  @Override
  public String firmware() {
    return "px4";
  }

  @Override
  public boolean makesOwnIdentity() {
    return true;
  }

  @Override
  public boolean flies(int autopilot, int type) {
    return autopilot == MAV_AUTOPILOT_PX4 && Multirotors.include(type);
  }

  @Override
  public Autopilot storage() {
    return Autopilot.PX4;
  }

  @Override
  public ParameterCoding parameterCoding() {
    return ParameterCoding.BYTEWISE;
  }

  /** A question that is lost makes the next one end the transfer. */
  @Override
  public int readAhead() {
    return 1;
  }

  @Override
  public List<CommandRequest> connection() {
    return ConnectionSetup.PX4;
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
    return LOITER;
  }

  @Override
  public FlightMode provenReturn() {
    return RTL;
  }

  @Override
  public FlightMode returnToLaunch() {
    return RTL;
  }

  @Override
  public FlightMode land() {
    return LAND;
  }

  @Override
  public FlightMode mission() {
    return MISSION;
  }

  @Override
  public FlightMode arming() {
    return LOITER;
  }

  @Override
  public FlightMode guided() {
    return LOITER;
  }

  /** MISSION_START changes the mode too; the mode is ordered after it for the heartbeat's word. */
  @Override
  public List<TakeOffStep> takeOff() {
    return List.of(TakeOffStep.START, TakeOffStep.MISSION_MODE);
  }

  @Override
  public boolean missionEndsInReturn() {
    return true;
  }

  @Override
  public boolean understands(int command) {
    return !UNKNOWN.contains(command);
  }

  @Override
  public CommandRequest setMode(FlightMode mode) {
    int main = (int) (mode.customMode() >> 16 & 0xFF);
    int sub = (int) (mode.customMode() >> 24 & 0xFF);
    return new CommandRequest(MavCmd.DO_SET_MODE, CUSTOM_MODE_ENABLED, main, sub, 0, 0, 0, 0);
  }

  @Override
  public Command goTo(LatLon place, HeightAboveHome height, AltitudeAmsl home) {
    return new PlacedCommand(
        MavCmd.DO_REPOSITION,
        FRAME_GLOBAL,
        DEFAULT_SPEED,
        CHANGE_MODE,
        0,
        Float.NaN,
        place.latE7(),
        place.lonE7(),
        (float) (home.metres() + height.metres()));
  }

  /**
   * @source PX4 navigator_main.cpp, VEHICLE_CMD_DO_REPOSITION: without a place it stops as soon as
   *     it can
   */
  @Override
  public CommandRequest halt() {
    float none = Float.NaN;
    return new CommandRequest(
        MavCmd.DO_REPOSITION, DEFAULT_SPEED, CHANGE_MODE, 0, none, none, none, none);
  }

  /**
   * @source PX4 navigator_main.cpp, VEHICLE_CMD_DO_SET_ROI_LOCATION: the altitude is taken as above
   *     mean sea level
   */
  @Override
  public Command lookAt(LatLon place, HeightAboveHome height, AltitudeAmsl home) {
    return new PlacedCommand(
        MavCmd.DO_SET_ROI_LOCATION,
        FRAME_GLOBAL,
        0,
        0,
        0,
        0,
        place.latE7(),
        place.lonE7(),
        (float) (home.metres() + height.metres()));
  }
}
