package org.vigie.geofence.zone;

import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.terrain.GroundRange;

/**
 * The altitudes that a flight takes over some area, with what is known of the ground and the geoid
 * there, so that limits above ground and above the ellipsoid can be told. Both limits belong to it.
 *
 * @param lowest the flight is nowhere lower
 * @param highest the flight is nowhere higher
 * @param ground empty when unknown: a limit above ground may then lie anywhere
 * @param undulation empty when unknown: a limit above the ellipsoid may then lie anywhere
 * @throws IllegalArgumentException if lowest lies above highest
 */
public record HeightSpan(
    AltitudeAmsl lowest,
    AltitudeAmsl highest,
    Optional<GroundRange> ground,
    Optional<UndulationRange> undulation) {
  public HeightSpan {
    if (lowest.metres() > highest.metres()) {
      throw new IllegalArgumentException("lowest " + lowest + " above highest " + highest);
    }
  }

  /** Altitudes over ground and geoid of which nothing is known. */
  public static HeightSpan of(AltitudeAmsl lowest, AltitudeAmsl highest) {
    return new HeightSpan(lowest, highest, Optional.empty(), Optional.empty());
  }

  /** The same altitudes over known ground. */
  public HeightSpan over(GroundRange known) {
    return new HeightSpan(lowest, highest, Optional.of(known), undulation);
  }

  /** The same altitudes over a known geoid. */
  public HeightSpan with(UndulationRange known) {
    return new HeightSpan(lowest, highest, ground, Optional.of(known));
  }
}
