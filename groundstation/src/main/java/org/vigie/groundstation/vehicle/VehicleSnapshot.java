package org.vigie.groundstation.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.protocol.Equipment;
import org.vigie.groundstation.vehicle.protocol.RemoteIdState;
import org.vigie.groundstation.vehicle.way.WayGrade;
import org.vigie.groundstation.vehicle.way.WayQuality;

/**
 * Everything that the station knows of a vehicle at one moment. Immutable; what was never heard is
 * null, and each part tells when its message came.
 *
 * @param systemId MAVLink system id
 * @param firstHeartbeatAt null before the first
 * @param lastHeartbeatAt null before the first
 * @param mode as the last heartbeat showed it
 * @param systemStatus MAV_STATE of the last heartbeat; 5 is CRITICAL: a failsafe acts
 * @param prearmHealthy whether the autopilot reports its pre-arm checks as passed
 * @param lastReachedSeq the mission item that was last reported as reached
 * @param ways all ways to the vehicle as they were at most a second ago, one of them chosen
 * @param wind as the autopilot estimates it; null when it does not
 * @param remoteId how its remote identification is
 * @param equipment what it carries for looking
 */
public record VehicleSnapshot(
    String vehicleId,
    int systemId,
    LinkState link,
    @Nullable Instant firstHeartbeatAt,
    @Nullable Instant lastHeartbeatAt,
    @Nullable Identity identity,
    @Nullable FlightMode mode,
    boolean armed,
    int systemStatus,
    @Nullable Position position,
    @Nullable Attitude attitude,
    @Nullable Battery battery,
    @Nullable Gps gps,
    @Nullable Ekf ekf,
    @Nullable HomeFix home,
    @Nullable MissionProgress mission,
    OptionalInt lastReachedSeq,
    LandedState landed,
    @Nullable Fence fence,
    boolean prearmHealthy,
    List<WayQuality> ways,
    @Nullable Wind wind,
    RemoteIdState remoteId,
    Equipment equipment) {

  private static final int MAV_STATE_CRITICAL = 5;
  private static final int MAV_STATE_FLIGHT_TERMINATION = 8;

  public VehicleSnapshot {
    ways = List.copyOf(ways);
  }

  /** A vehicle of which nothing was heard yet. */
  public static VehicleSnapshot unheard(String vehicleId, int systemId) {
    return new VehicleSnapshot(
        vehicleId,
        systemId,
        LinkState.NEVER,
        null,
        null,
        null,
        null,
        false,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        OptionalInt.empty(),
        LandedState.UNDEFINED,
        null,
        false,
        List.of(),
        null,
        RemoteIdState.UNKNOWN,
        Equipment.NONE);
  }

  /** How good the way is that orders go by; {@link WayGrade#SILENT} while there is none. */
  public WayGrade linkGrade() {
    return ways.stream()
        .filter(WayQuality::chosen)
        .map(WayQuality::grade)
        .findFirst()
        .orElse(WayGrade.SILENT);
  }

  /** Whether the autopilot says that one of its failsafes acts. */
  public boolean inFailsafe() {
    return systemStatus >= MAV_STATE_CRITICAL;
  }

  /** Whether the autopilot says that it ended the flight by stopping its motors. */
  public boolean terminated() {
    return systemStatus == MAV_STATE_FLIGHT_TERMINATION;
  }

  /** Whether the vehicle says that it is outside its fence. */
  public boolean fenceBreached() {
    return fence != null && fence.breached();
  }

  /** Whether the last heartbeat showed this mode. */
  public boolean inMode(FlightMode wanted) {
    return mode != null && mode.customMode() == wanted.customMode();
  }

  public Optional<Position> findPosition() {
    return Optional.ofNullable(position);
  }

  public Optional<Battery> findBattery() {
    return Optional.ofNullable(battery);
  }

  public Optional<HomeFix> findHome() {
    return Optional.ofNullable(home);
  }

  public Optional<MissionProgress> findMission() {
    return Optional.ofNullable(mission);
  }

  /** Age of the position, if one was ever heard. */
  public Optional<Duration> positionAge(Instant now) {
    return findPosition().map(p -> Duration.between(p.at(), now));
  }

  /**
   * @param autopilot MAV_AUTOPILOT; 3 ArduPilot, 12 PX4
   * @param type MAV_TYPE; 2 quadrotor
   * @param version for example {@code 4.6.3}, or {@code 4.7.0-dev} for one that is not released;
   *     empty until AUTOPILOT_VERSION came
   * @param gitHash the firmware's, as text; empty when not told
   * @param uid hexadecimal; empty when not told
   * @param capabilities MAV_PROTOCOL_CAPABILITY
   */
  public record Identity(
      int autopilot, int type, String version, String gitHash, String uid, long capabilities) {
    private static final int ARDUPILOT = 3;
    private static final int PX4 = 12;

    /** ArduPilot, PX4, or the number of another. */
    public String autopilotName() {
      return switch (autopilot) {
        case ARDUPILOT -> "ArduPilot";
        case PX4 -> "PX4";
        default -> Integer.toString(autopilot);
      };
    }
  }

  /**
   * @param headingDeg degrees clockwise from true north
   */
  public record Position(
      LatLon point,
      AltitudeAmsl altitude,
      HeightAboveHome height,
      VelocityNed velocity,
      OptionalDouble headingDeg,
      Instant at) {}

  /** Roll, pitch and yaw; see the message. */
  public record Attitude(double rollRad, double pitchRad, double yawRad, Instant at) {}

  /**
   * @param chargeState MAV_BATTERY_CHARGE_STATE; 0 until BATTERY_STATUS came
   */
  public record Battery(
      OptionalDouble volts,
      OptionalDouble amps,
      OptionalDouble percent,
      OptionalDouble consumedMah,
      int chargeState,
      Instant at) {}

  /**
   * @param fixType GPS_FIX_TYPE; 3 and more is a 3D fix
   */
  public record Gps(
      int fixType,
      OptionalInt satellites,
      OptionalDouble hdop,
      double horizontalAccuracyM,
      Instant at) {}

  /**
   * @param flags EKF_STATUS_FLAGS, or the first bits of PX4's ESTIMATOR_STATUS_FLAGS, which are the
   *     same
   */
  public record Ekf(int flags, OptionalDouble horizontalVariance, Instant at) {
    /** Horizontal position, relative and absolute, as ArduCopter asks for before it arms. */
    private static final int POSITION_FLAGS = 0x08 | 0x10;

    /** In the ground's "constant position" mode the estimator has no position. */
    private static final int CONST_POS_MODE = 0x80;

    /** Whether the estimator has an absolute horizontal position. */
    public boolean positionGood() {
      return (flags & POSITION_FLAGS) == POSITION_FLAGS && (flags & CONST_POS_MODE) == 0;
    }
  }

  /**
   * Wind as the autopilot estimates it.
   *
   * @param speedMps along the ground
   */
  public record Wind(double speedMps, Instant at) {}

  /** Where the vehicle believes home to be. */
  public record HomeFix(LatLon point, AltitudeAmsl altitude, Instant at) {}

  /**
   * @param seq current item; 0 while there is none
   * @param total as the vehicle counts, see MISSION_CURRENT; empty when it does not say or has none
   */
  public record MissionProgress(int seq, OptionalInt total, MissionState state, Instant at) {}

  /**
   * @param breachType FENCE_BREACH
   */
  public record Fence(boolean breached, int breachCount, int breachType, Instant at) {}
}
