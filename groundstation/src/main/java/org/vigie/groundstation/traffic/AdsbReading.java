package org.vigie.groundstation.traffic;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.vigie.groundstation.mavlink.TrafficMessage.AdsbVehicle;

/** What a vehicle's own ADS-B receiver hears, as traffic. */
public final class AdsbReading {
  private AdsbReading() {}

  /** Empty for an aircraft that does not tell its place. */
  public static Optional<Traffic> of(AdsbVehicle heard, Instant now) {
    if (!heard.placed()) {
      return Optional.empty();
    }
    double speed = heard.headingDeg().isPresent() ? heard.speedMps().orElse(0) : 0;
    double course = Math.toRadians(heard.headingDeg().orElse(0));
    return Optional.of(
        new Traffic(
            String.format(Locale.ROOT, "%06X", heard.icao() & 0xFFFFFF),
            heard.name(),
            false,
            heard.point(),
            heard.altitudeM().orElse(Double.NaN),
            heard.geometric() ? Traffic.GEOMETRIC_ERROR_M : Traffic.PRESSURE_ERROR_M,
            speed * Math.sin(course),
            speed * Math.cos(course),
            heard.climbMps().orElse(0),
            now.minusSeconds(heard.sinceS())));
  }
}
