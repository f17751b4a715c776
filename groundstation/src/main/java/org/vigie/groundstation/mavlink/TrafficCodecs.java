package org.vigie.groundstation.mavlink;

import java.util.List;
import org.vigie.groundstation.mavlink.TrafficMessage.AdsbVehicle;

/** Payload layouts of {@link TrafficMessage}. */
final class TrafficCodecs {
  private static final int CALLSIGN = 9;

  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(246, 184, 38, AdsbVehicle.class, TrafficCodecs::adsb, TrafficCodecs::write));

  private TrafficCodecs() {}

  private static AdsbVehicle adsb(PayloadReader in) {
    return new AdsbVehicle(
        in.u32(),
        in.i32(),
        in.i32(),
        in.i32(),
        in.u16(),
        in.u16(),
        in.i16(),
        in.u16(),
        in.u16(),
        in.u8(),
        in.text(CALLSIGN),
        in.u8(),
        in.u8());
  }

  private static void write(AdsbVehicle one, PayloadWriter out) {
    out.u32(one.icao())
        .i32(one.latE7())
        .i32(one.lonE7())
        .i32(one.altitudeMm())
        .u16(one.headingCdeg())
        .u16(one.speedCmps())
        .i16(one.climbCmps())
        .u16(one.flags())
        .u16(one.squawk())
        .u8(one.altitudeType())
        .text(one.callsign(), CALLSIGN)
        .u8(one.emitterType())
        .u8(one.sinceS());
  }
}
