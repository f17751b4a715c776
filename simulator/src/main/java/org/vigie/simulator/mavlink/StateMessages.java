package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.Attitude;
import io.dronefleet.mavlink.common.ExtendedSysState;
import io.dronefleet.mavlink.common.GlobalPositionInt;
import io.dronefleet.mavlink.common.GpsFixType;
import io.dronefleet.mavlink.common.GpsGlobalOrigin;
import io.dronefleet.mavlink.common.GpsRawInt;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.LocalPositionNed;
import io.dronefleet.mavlink.common.MavLandedState;
import io.dronefleet.mavlink.common.MavVtolState;
import io.dronefleet.mavlink.common.SystemTime;
import io.dronefleet.mavlink.common.VfrHud;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsFix;

/**
 * Says in MAVLink what any flight controller shows. Scaling to MAVLink's integers happens here and
 * in the personalities' own messages only. Confined to the world's thread.
 */
public final class StateMessages {
  private final FlightController craft;
  private final Instant boot;
  private final GpsFixType fix;

  /**
   * The messages of a vehicle.
   *
   * @param boot simulated time at which it was switched on
   * @param fix how good its receiver says a fix is
   */
  public StateMessages(FlightController craft, Instant boot, GpsFixType fix) {
    this.craft = craft;
    this.boot = boot;
    this.fix = fix;
  }

  /** The message of a number as it is now; empty when it is none of these, or not known yet. */
  public Optional<Object> build(int messageId) {
    return switch (messageId) {
      case MessageIds.SYSTEM_TIME -> Optional.of(systemTime());
      case MessageIds.GPS_RAW_INT -> Optional.of(gps());
      case MessageIds.ATTITUDE -> Optional.of(attitude());
      case MessageIds.LOCAL_POSITION_NED -> craft.origin().map(this::localPosition);
      case MessageIds.GLOBAL_POSITION_INT -> Optional.of(position());
      case MessageIds.GPS_GLOBAL_ORIGIN -> craft.origin().map(this::origin);
      case MessageIds.VFR_HUD -> Optional.of(hud());
      case MessageIds.BATTERY_STATUS -> Optional.of(PowerMessages.batteryStatus(craft));
      case MessageIds.HOME_POSITION -> craft.home().map(this::home);
      case MessageIds.EXTENDED_SYS_STATE -> Optional.of(extendedState());
      default -> Optional.empty();
    };
  }

  private long bootMs() {
    return (long) (craft.timeS() * 1000);
  }

  private BigInteger bootUs() {
    return BigInteger.valueOf((long) (craft.timeS() * 1e6));
  }

  private SystemTime systemTime() {
    long nowUs = boot.toEpochMilli() * 1000 + (long) (craft.timeS() * 1e6);
    return SystemTime.builder()
        .timeUnixUsec(BigInteger.valueOf(nowUs))
        .timeBootMs(bootMs())
        .build();
  }

  private GpsRawInt gps() {
    Optional<GpsFix> latest = craft.gpsFix();
    boolean ok = latest.isPresent();
    Vec3 at = latest.map(GpsFix::position).orElse(Vec3.ZERO);
    Vec3 velocity = latest.map(GpsFix::velocity).orElse(Vec3.ZERO);
    LatLon place = craft.geographic(at);
    return GpsRawInt.builder()
        .timeUsec(bootUs())
        .fixType(ok ? fix : GpsFixType.GPS_FIX_TYPE_NO_FIX)
        .lat(ok ? place.latE7() : 0)
        .lon(ok ? place.lonE7() : 0)
        .alt(ok ? (int) Math.round(at.up() * 1000) : 0)
        .eph(ok ? 121 : 65535)
        .epv(ok ? 200 : 65535)
        .vel((int) Math.round(velocity.horizontal() * 100))
        .cog(courseCentidegrees(velocity))
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
    NavState nav = craft.nav();
    return Attitude.builder()
        .timeBootMs(bootMs())
        .roll((float) nav.attitude().rollRad())
        .pitch((float) nav.attitude().pitchRad())
        .yaw((float) nav.yawRad())
        .rollspeed((float) nav.rollRateRadps())
        .pitchspeed((float) nav.pitchRateRadps())
        .yawspeed((float) nav.yawRateRadps())
        .build();
  }

  private int headingCentidegrees() {
    double degrees = (Math.toDegrees(craft.nav().yawRad()) + 360) % 360;
    return (int) Math.round(degrees * 100) % 36000;
  }

  private GlobalPositionInt position() {
    NavState nav = craft.nav();
    boolean known = craft.home().isPresent();
    LatLon place = craft.place();
    return GlobalPositionInt.builder()
        .timeBootMs(bootMs())
        .lat(known ? place.latE7() : 0)
        .lon(known ? place.lonE7() : 0)
        .alt((int) Math.round(nav.position().up() * 1000))
        .relativeAlt((int) Math.round(craft.heightAboveHomeM() * 1000))
        .vx((int) Math.round(nav.velocity().north() * 100))
        .vy((int) Math.round(nav.velocity().east() * 100))
        .vz((int) Math.round(-nav.velocity().up() * 100))
        .hdg(headingCentidegrees())
        .build();
  }

  private LocalPositionNed localPosition(Home origin) {
    Vec3 at = craft.nav().position().minus(origin.local());
    Vec3 speed = craft.nav().velocity();
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

  private GpsGlobalOrigin origin(Home origin) {
    return GpsGlobalOrigin.builder()
        .latitude(origin.place().latE7())
        .longitude(origin.place().lonE7())
        .altitude((int) Math.round(origin.altitudeAmslM() * 1000))
        .timeUsec(bootUs())
        .build();
  }

  private VfrHud hud() {
    NavState nav = craft.nav();
    float speed = (float) nav.velocity().horizontal();
    return VfrHud.builder()
        .airspeed(speed)
        .groundspeed(speed)
        .heading(headingCentidegrees() / 100)
        .throttle((int) Math.round(craft.throttle() * 100))
        .alt((float) nav.position().up())
        .climb((float) nav.velocity().up())
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
        craft.landed()
            ? MavLandedState.MAV_LANDED_STATE_ON_GROUND
            : craft.takingOff()
                ? MavLandedState.MAV_LANDED_STATE_TAKEOFF
                : craft.landing()
                    ? MavLandedState.MAV_LANDED_STATE_LANDING
                    : MavLandedState.MAV_LANDED_STATE_IN_AIR;
    return ExtendedSysState.builder()
        .vtolState(MavVtolState.MAV_VTOL_STATE_MC)
        .landedState(state)
        .build();
  }
}
