package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.ardupilotmega.EkfStatusFlags;
import io.dronefleet.mavlink.ardupilotmega.EkfStatusReport;
import io.dronefleet.mavlink.common.Attitude;
import io.dronefleet.mavlink.common.AutopilotVersion;
import io.dronefleet.mavlink.common.ExtendedSysState;
import io.dronefleet.mavlink.common.FenceBreach;
import io.dronefleet.mavlink.common.FenceMitigate;
import io.dronefleet.mavlink.common.GlobalPositionInt;
import io.dronefleet.mavlink.common.GpsFixType;
import io.dronefleet.mavlink.common.GpsGlobalOrigin;
import io.dronefleet.mavlink.common.GpsRawInt;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.LocalPositionNed;
import io.dronefleet.mavlink.common.MavLandedState;
import io.dronefleet.mavlink.common.MavProtocolCapability;
import io.dronefleet.mavlink.common.MavSysStatusSensor;
import io.dronefleet.mavlink.common.MavVtolState;
import io.dronefleet.mavlink.common.MissionCurrent;
import io.dronefleet.mavlink.common.MissionState;
import io.dronefleet.mavlink.common.SystemTime;
import io.dronefleet.mavlink.common.VfrHud;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavModeFlag;
import io.dronefleet.mavlink.minimal.MavState;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.Copter;
import org.vigie.simulator.autopilot.FenceStatus;
import org.vigie.simulator.autopilot.FlightMode;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.physics.Vec3;

/** Says in MAVLink how an ArduCopter is. Scaling to MAVLink's integers happens here only. */
final class Telemetry {
  /** 4.6.0, official release. @source AP_FWVersion: major, minor, patch, type 255 */
  private static final long VERSION_4_6_0 = 0x040600FFL;

  /**
   * @source AUTOPILOT_VERSION of a recorded ArduCopter
   */
  private static final int CAPABILITIES = 64495;

  /** Gyro, accelerometer, compass, barometer, GNSS, controllers, motors, logging, battery, AHRS. */
  private static final int SENSORS = 1399979055;

  private static final int SENSOR_GPS = 1 << 5;
  private static final int SENSOR_FENCE = 1 << 20;
  private static final int SENSOR_BATTERY = 1 << 25;
  private static final int SENSOR_PREARM = 1 << 28;

  /** Flags of a healthy EKF in flight, and of one without position. @source tlogs, a10 */
  private static final int EKF_HEALTHY = 831;

  private static final int EKF_NO_POSITION = 0x25;

  private final Copter copter;
  private final int systemId;
  private final Instant boot;

  Telemetry(Copter copter, int systemId, Instant boot) {
    this.copter = copter;
    this.systemId = systemId;
    this.boot = boot;
  }

  private long bootMs() {
    return (long) (copter.timeS() * 1000);
  }

  private BigInteger bootUs() {
    return BigInteger.valueOf((long) (copter.timeS() * 1e6));
  }

  /** The message of a number as it is now; empty when there is nothing to say. */
  Optional<Object> build(int messageId) {
    return switch (messageId) {
      case MessageIds.SYS_STATUS -> Optional.of(PowerMessages.sysStatus(copter, health()));
      case MessageIds.SYSTEM_TIME -> Optional.of(systemTime());
      case MessageIds.GPS_RAW_INT -> Optional.of(gps());
      case MessageIds.ATTITUDE -> Optional.of(attitude());
      case MessageIds.LOCAL_POSITION_NED -> copter.home().map(this::localPosition);
      case MessageIds.GLOBAL_POSITION_INT -> Optional.of(position());
      case MessageIds.MISSION_CURRENT -> Optional.of(missionCurrent());
      case MessageIds.GPS_GLOBAL_ORIGIN -> copter.home().map(this::origin);
      case MessageIds.VFR_HUD -> Optional.of(hud());
      case MessageIds.BATTERY_STATUS -> Optional.of(PowerMessages.batteryStatus(copter));
      case MessageIds.AUTOPILOT_VERSION -> Optional.of(version());
      case MessageIds.FENCE_STATUS ->
          copter.fenceEnabled() ? Optional.of(fence()) : Optional.empty();
      case MessageIds.EKF_STATUS_REPORT -> Optional.of(ekf());
      case MessageIds.HOME_POSITION -> copter.home().map(this::home);
      case MessageIds.EXTENDED_SYS_STATE -> Optional.of(extendedState());
      default -> Optional.empty();
    };
  }

  static boolean knows(int messageId) {
    return switch (messageId) {
      case 0,
          MessageIds.SYS_STATUS,
          MessageIds.SYSTEM_TIME,
          MessageIds.GPS_RAW_INT,
          MessageIds.ATTITUDE,
          MessageIds.LOCAL_POSITION_NED,
          MessageIds.GLOBAL_POSITION_INT,
          MessageIds.MISSION_CURRENT,
          MessageIds.GPS_GLOBAL_ORIGIN,
          MessageIds.VFR_HUD,
          MessageIds.BATTERY_STATUS,
          MessageIds.AUTOPILOT_VERSION,
          MessageIds.FENCE_STATUS,
          MessageIds.EKF_STATUS_REPORT,
          MessageIds.HOME_POSITION,
          MessageIds.EXTENDED_SYS_STATE,
          MessageIds.AVAILABLE_MODES ->
          true;
      default -> false;
    };
  }

  Heartbeat heartbeat() {
    boolean boot = copter.timeS() < 1;
    int mode = 1 + 16 + 64; // custom mode, stabilise, manual input
    if (copter.armed() || copter.mode() == FlightMode.GUIDED || boot) {
      mode += 8; // guided
    }
    mode += copter.armed() ? 128 : 0;
    MavState state =
        boot
            ? MavState.MAV_STATE_BOOT
            : copter.failsafe()
                ? MavState.MAV_STATE_CRITICAL
                : copter.landed() ? MavState.MAV_STATE_STANDBY : MavState.MAV_STATE_ACTIVE;
    return Heartbeat.builder()
        .type(MavType.MAV_TYPE_QUADROTOR)
        .autopilot(MavAutopilot.MAV_AUTOPILOT_ARDUPILOTMEGA)
        .baseMode(EnumValue.create(MavModeFlag.class, mode))
        .customMode(copter.mode().number())
        .systemStatus(state)
        .mavlinkVersion(3)
        .build();
  }

  private EnumValue<MavSysStatusSensor> health() {
    int healthy = SENSORS | SENSOR_PREARM;
    if (!copter.gpsOk()) {
      healthy &= ~SENSOR_GPS;
    }
    if (copter.batteryChargeState() > 1) {
      healthy &= ~SENSOR_BATTERY;
    }
    if (copter.fenceStatus().breached()) {
      healthy &= ~SENSOR_FENCE;
    }
    if (!copter.armed() && !copter.armingReasons().isEmpty()) {
      healthy &= ~SENSOR_PREARM;
    }
    return EnumValue.create(MavSysStatusSensor.class, healthy);
  }

  private SystemTime systemTime() {
    long nowUs = boot.toEpochMilli() * 1000 + (long) (copter.timeS() * 1e6);
    return SystemTime.builder()
        .timeUnixUsec(BigInteger.valueOf(nowUs))
        .timeBootMs(bootMs())
        .build();
  }

  private GpsRawInt gps() {
    boolean ok = copter.gpsOk();
    LatLon place = copter.place();
    NavState nav = copter.nav();
    return GpsRawInt.builder()
        .timeUsec(bootUs())
        .fixType(ok ? GpsFixType.GPS_FIX_TYPE_RTK_FIXED : GpsFixType.GPS_FIX_TYPE_NO_FIX)
        .lat(ok ? place.latE7() : 0)
        .lon(ok ? place.lonE7() : 0)
        .alt(ok ? (int) Math.round(nav.position().up() * 1000) : 0)
        .eph(ok ? 121 : 65535)
        .epv(ok ? 200 : 65535)
        .vel((int) Math.round(nav.velocity().horizontal() * 100))
        .cog(courseCentidegrees(nav.velocity()))
        .satellitesVisible(ok ? 10 : 0)
        .hAcc(ok ? 300 : 0)
        .vAcc(ok ? 300 : 0)
        .build();
  }

  private static int courseCentidegrees(Vec3 velocity) {
    double degrees = Math.toDegrees(Math.atan2(velocity.east(), velocity.north()));
    return (int) Math.round((degrees + 360) % 360 * 100) % 36000;
  }

  private Attitude attitude() {
    double east = copter.sensors().leanEastRad();
    double north = copter.sensors().leanNorthRad();
    double yaw = copter.sensors().yawRad();
    double forward = north * Math.cos(yaw) + east * Math.sin(yaw);
    double right = east * Math.cos(yaw) - north * Math.sin(yaw);
    return Attitude.builder()
        .timeBootMs(bootMs())
        .roll((float) right)
        .pitch((float) -forward)
        .yaw((float) yaw)
        .yawspeed((float) copter.sensors().yawRateRadps())
        .build();
  }

  private int headingCentidegrees() {
    double degrees = (Math.toDegrees(copter.sensors().yawRad()) + 360) % 360;
    return (int) Math.round(degrees * 100) % 36000;
  }

  private GlobalPositionInt position() {
    NavState nav = copter.nav();
    boolean known = copter.home().isPresent();
    LatLon place = copter.place();
    return GlobalPositionInt.builder()
        .timeBootMs(bootMs())
        .lat(known ? place.latE7() : 0)
        .lon(known ? place.lonE7() : 0)
        .alt((int) Math.round(nav.position().up() * 1000))
        .relativeAlt((int) Math.round(copter.heightAboveHomeM() * 1000))
        .vx((int) Math.round(nav.velocity().north() * 100))
        .vy((int) Math.round(nav.velocity().east() * 100))
        .vz((int) Math.round(-nav.velocity().up() * 100))
        .hdg(headingCentidegrees())
        .build();
  }

  private LocalPositionNed localPosition(Home home) {
    Vec3 at = copter.nav().position().minus(home.local());
    Vec3 speed = copter.nav().velocity();
    return LocalPositionNed.builder()
        .timeBootMs(bootMs())
        .x((float) at.north())
        .y((float) at.east())
        .z((float) -at.up())
        .vx((float) speed.north())
        .vy((float) speed.east())
        .vz((float) -speed.up())
        .build();
  }

  private MissionCurrent missionCurrent() {
    int count = copter.mission().count();
    return MissionCurrent.builder()
        .seq(copter.missionIndex())
        .total(count == 0 ? 65535 : count - 1)
        .missionState(EnumValue.create(MissionState.class, copter.missionState()))
        .build();
  }

  private GpsGlobalOrigin origin(Home home) {
    return GpsGlobalOrigin.builder()
        .latitude(home.place().latE7())
        .longitude(home.place().lonE7())
        .altitude((int) Math.round(home.altitudeAmslM() * 1000))
        .timeUsec(bootUs())
        .build();
  }

  private VfrHud hud() {
    NavState nav = copter.nav();
    float speed = (float) nav.velocity().horizontal();
    return VfrHud.builder()
        .airspeed(speed)
        .groundspeed(speed)
        .heading(headingCentidegrees() / 100)
        .throttle((int) Math.round(copter.throttle() * 100))
        .alt((float) nav.position().up())
        .climb((float) nav.velocity().up())
        .build();
  }

  private AutopilotVersion version() {
    byte[] custom = "vigiesim".getBytes(StandardCharsets.US_ASCII);
    byte[] uid2 = new byte[18];
    byte[] name = ("vigie-sim-" + systemId).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, uid2, 0, Math.min(name.length, uid2.length));
    return AutopilotVersion.builder()
        .capabilities(EnumValue.create(MavProtocolCapability.class, CAPABILITIES))
        .flightSwVersion(VERSION_4_6_0)
        .flightCustomVersion(custom)
        .middlewareCustomVersion(new byte[8])
        .osCustomVersion(new byte[8])
        .uid(BigInteger.valueOf(0x5649_4749_4500L + systemId))
        .uid2(uid2)
        .build();
  }

  private io.dronefleet.mavlink.common.FenceStatus fence() {
    FenceStatus status = copter.fenceStatus();
    return io.dronefleet.mavlink.common.FenceStatus.builder()
        .breachStatus(status.breached() ? 1 : 0)
        .breachCount(status.breachCount())
        .breachType(EnumValue.create(FenceBreach.class, status.breachType()))
        .breachTime(status.breachTimeMs())
        .breachMitigation(FenceMitigate.FENCE_MITIGATE_NONE)
        .build();
  }

  private EkfStatusReport ekf() {
    boolean ok = copter.nav().positionOk();
    return EkfStatusReport.builder()
        .flags(EnumValue.create(EkfStatusFlags.class, ok ? EKF_HEALTHY : EKF_NO_POSITION))
        .velocityVariance(ok ? 0.01f : 1.2f)
        .posHorizVariance(ok ? 0.01f : 1.2f)
        .posVertVariance(0.01f)
        .compassVariance(0.01f)
        .build();
  }

  private HomePosition home(Home home) {
    return HomePosition.builder()
        .latitude(home.place().latE7())
        .longitude(home.place().lonE7())
        .altitude((int) Math.round(home.altitudeAmslM() * 1000))
        .q(Collections.unmodifiableList(Arrays.asList(Float.NaN, Float.NaN, Float.NaN, Float.NaN)))
        .timeUsec(bootUs())
        .build();
  }

  private ExtendedSysState extendedState() {
    MavLandedState state =
        copter.landed()
            ? MavLandedState.MAV_LANDED_STATE_ON_GROUND
            : copter.takingOff()
                ? MavLandedState.MAV_LANDED_STATE_TAKEOFF
                : copter.landing()
                    ? MavLandedState.MAV_LANDED_STATE_LANDING
                    : MavLandedState.MAV_LANDED_STATE_IN_AIR;
    return ExtendedSysState.builder()
        .vtolState(MavVtolState.MAV_VTOL_STATE_MC)
        .landedState(state)
        .build();
  }
}
