package org.vigie.groundstation.mavlink;

import java.util.List;
import org.vigie.groundstation.mavlink.WindMessage.Wind;
import org.vigie.groundstation.mavlink.WindMessage.WindCov;

/** Payload layouts of {@link WindMessage}. */
final class WindCodecs {
  static final List<Codec<?>> ALL =
      List.of(
          new Codec<>(
              168,
              1,
              12,
              Wind.class,
              in -> new Wind(in.f32(), in.f32(), in.f32()),
              (wind, out) -> out.f32(wind.fromDeg()).f32(wind.horizontalMps()).f32(wind.downMps())),
          new Codec<>(231, 105, 40, WindCov.class, WindCodecs::cov, WindCodecs::write));

  private WindCodecs() {}

  private static WindCov cov(PayloadReader in) {
    return new WindCov(
        in.i64(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32(),
        in.optionalF32());
  }

  private static void write(WindCov wind, PayloadWriter out) {
    out.i64(wind.timeUs())
        .optionalF32(wind.northMps())
        .optionalF32(wind.eastMps())
        .optionalF32(wind.downMps())
        .optionalF32(wind.horizontalVariance())
        .optionalF32(wind.verticalVariance())
        .optionalF32(wind.altitudeM())
        .optionalF32(wind.horizontalAccuracy())
        .optionalF32(wind.verticalAccuracy());
  }
}
