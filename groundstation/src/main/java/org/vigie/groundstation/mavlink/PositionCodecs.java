package org.vigie.groundstation.mavlink;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveEllipsoid;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.PositionMessage.Attitude;
import org.vigie.groundstation.mavlink.PositionMessage.GlobalPosition;
import org.vigie.groundstation.mavlink.PositionMessage.GpsRaw;
import org.vigie.groundstation.mavlink.PositionMessage.HomePosition;
import org.vigie.groundstation.mavlink.PositionMessage.VfrHud;

/** Payload layouts of {@link PositionMessage}. */
final class PositionCodecs {
  private static final double MM = 1000;
  private static final double CENTI = 100;
  private static final double E5 = 1e5;

  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(24, 24, 52, GpsRaw.class, PositionCodecs::gps, PositionCodecs::write),
          new Codec<>(30, 39, 28, Attitude.class, PositionCodecs::attitude, PositionCodecs::write),
          new Codec<>(
              33, 104, 28, GlobalPosition.class, PositionCodecs::position, PositionCodecs::write),
          new Codec<>(74, 20, 20, VfrHud.class, PositionCodecs::hud, PositionCodecs::write),
          new Codec<>(
              242, 104, 60, HomePosition.class, PositionCodecs::home, PositionCodecs::write));

  private PositionCodecs() {}

  private static LatLon latLon(PayloadReader in) {
    int latE7 = in.i32();
    return LatLon.ofE7(latE7, in.i32());
  }

  private static AltitudeAmsl altitude(PayloadReader in) {
    return new AltitudeAmsl(in.i32() / MM);
  }

  private static long mm(double metres) {
    return Math.round(metres * MM);
  }

  private static GlobalPosition position(PayloadReader in) {
    return new GlobalPosition(
        in.u32(),
        latLon(in),
        altitude(in),
        new HeightAboveHome(in.i32() / MM),
        new VelocityNed(in.i16() / CENTI, in.i16() / CENTI, in.i16() / CENTI),
        in.optionalU16(CENTI));
  }

  private static void write(GlobalPosition position, PayloadWriter out) {
    VelocityNed velocity = position.velocity();
    out.u32(position.bootMs())
        .i32(position.position().latE7())
        .i32(position.position().lonE7())
        .i32(mm(position.altitude().metres()))
        .i32(mm(position.height().metres()))
        .i16(Math.round(velocity.northMps() * CENTI))
        .i16(Math.round(velocity.eastMps() * CENTI))
        .i16(Math.round(velocity.downMps() * CENTI))
        .optionalU16(position.headingDeg(), CENTI);
  }

  private static Attitude attitude(PayloadReader in) {
    return new Attitude(in.u32(), in.f32(), in.f32(), in.f32(), in.f32(), in.f32(), in.f32());
  }

  private static void write(Attitude attitude, PayloadWriter out) {
    out.u32(attitude.bootMs())
        .f32(attitude.rollRad())
        .f32(attitude.pitchRad())
        .f32(attitude.yawRad())
        .f32(attitude.rollRadps())
        .f32(attitude.pitchRadps())
        .f32(attitude.yawRadps());
  }

  private static VfrHud hud(PayloadReader in) {
    OptionalDouble airspeed = in.optionalF32();
    double groundSpeed = in.f32();
    AltitudeAmsl altitude = new AltitudeAmsl(in.f32());
    return new VfrHud(airspeed, groundSpeed, altitude, in.f32(), in.i16(), in.u16());
  }

  private static void write(VfrHud hud, PayloadWriter out) {
    out.optionalF32(hud.airspeedMps())
        .f32(hud.groundSpeedMps())
        .f32(hud.altitude().metres())
        .f32(hud.climbMps())
        .i16(Math.round(hud.headingDeg()))
        .u16(hud.throttlePercent());
  }

  private static GpsRaw gps(PayloadReader in) {
    long timeUs = in.i64();
    LatLon position = latLon(in);
    AltitudeAmsl altitude = altitude(in);
    OptionalDouble hdop = in.optionalU16(CENTI);
    OptionalDouble vdop = in.optionalU16(CENTI);
    OptionalDouble speed = in.optionalU16(CENTI);
    OptionalDouble course = in.optionalU16(CENTI);
    int fixType = in.u8();
    OptionalInt satellites = PayloadReader.optional(in.u8(), 0xFF);
    return new GpsRaw(
        timeUs,
        position,
        altitude,
        hdop,
        vdop,
        speed,
        course,
        fixType,
        satellites,
        new HeightAboveEllipsoid(in.i32() / MM),
        in.u32() / MM,
        in.u32() / MM,
        in.u32() / MM,
        in.u32() / E5,
        yaw(in.u16()));
  }

  /** 0: the receiver gives no yaw; 65535: it cannot give one now; 36000: north. */
  private static OptionalDouble yaw(int centidegrees) {
    return centidegrees == 0 || centidegrees == 0xFFFF
        ? OptionalDouble.empty()
        : OptionalDouble.of(centidegrees / CENTI);
  }

  private static void write(GpsRaw gps, PayloadWriter out) {
    out.i64(gps.timeUs())
        .i32(gps.position().latE7())
        .i32(gps.position().lonE7())
        .i32(mm(gps.altitude().metres()))
        .optionalU16(gps.hdop(), CENTI)
        .optionalU16(gps.vdop(), CENTI)
        .optionalU16(gps.groundSpeedMps(), CENTI)
        .optionalU16(gps.courseDeg(), CENTI)
        .u8(gps.fixType())
        .u8(gps.satellites().orElse(0xFF))
        .i32(mm(gps.ellipsoidHeight().metres()))
        .u32(mm(gps.horizontalAccuracyM()))
        .u32(mm(gps.verticalAccuracyM()))
        .u32(mm(gps.speedAccuracyMps()))
        .u32(Math.round(gps.headingAccuracyDeg() * E5))
        .u16(Math.round(gps.yawDeg().orElse(0) * CENTI));
  }

  private static HomePosition home(PayloadReader in) {
    LatLon position = latLon(in);
    AltitudeAmsl altitude = altitude(in);
    for (int i = 0; i < 10; i++) {
      in.f32();
    }
    return new HomePosition(position, altitude, in.i64());
  }

  private static void write(HomePosition home, PayloadWriter out) {
    out.i32(home.position().latE7()).i32(home.position().lonE7()).i32(mm(home.altitude().metres()));
    for (int i = 0; i < 10; i++) {
      out.f32(Double.NaN); // the standard's "not known"
    }
    out.i64(home.timeUs());
  }
}
