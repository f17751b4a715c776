package org.vigie.planner;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;

/**
 * What people could do for a flight, or for a shorter one. Each was tried: planned as if it were
 * so.
 *
 * @param code what to do
 * @param subject what it is about, for example keys of zones joined by a comma; may be empty
 * @param at from when on; for {@link AdviceCode#WAIT}
 * @param place where; for {@link AdviceCode#OTHER_PLACE}
 * @param values numbers behind it, named with their unit
 */
public record Advice(
    AdviceCode code,
    String subject,
    Optional<Instant> at,
    Optional<LatLon> place,
    Map<String, Double> values) {
  public Advice {
    values = Map.copyOf(values);
  }
}
