package org.vigie.groundstation.compliance.evidence;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.groundstation.compliance.request.Purpose;

/**
 * What a paper covers. An empty list or an absent value means that the paper does not speak of it:
 * then it sets no limit there, and a rule that asks for it does not find it.
 *
 * @param area outline of the ground that it covers
 * @param maxHeightM greatest height above ground, metres
 * @param cameras greatest number of cameras
 */
public record Scope(
    List<Purpose> purposes,
    List<Permit> permits,
    @Nullable GeoPolygon area,
    @Nullable Double maxHeightM,
    @Nullable DailyWindow timeWindow,
    List<String> aircraft,
    List<String> pilots,
    @Nullable Integer cameras) {
  public Scope {
    purposes = List.copyOf(purposes);
    permits = List.copyOf(permits);
    aircraft = List.copyOf(aircraft);
    pilots = List.copyOf(pilots);
  }

  /**
   * Hours of each day, legal time; a window whose end is before its start runs over midnight.
   *
   * @param from included
   * @param until excluded
   */
  public record DailyWindow(LocalTime from, LocalTime until) {}
}
