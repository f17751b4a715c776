package org.vigie.groundstation.console.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.MapDocument;
import org.vigie.groundstation.client.PlanDocument;

/**
 * What lies on the map.
 *
 * @param map absent while the station has not sent it
 * @param mapAbsent whether this station has none
 * @param plan of the selected flight, absent while there is none
 * @param track of the selected flight, oldest first
 * @param aim where the scene is to be moved to, absent when no place is chosen
 * @param fresh whether the aircraft are where they are shown
 */
public record MapScene(
    @Nullable MapDocument map,
    boolean mapAbsent,
    @Nullable PlanDocument plan,
    List<Craft> craft,
    List<LatLon> track,
    List<Spot> incidents,
    @Nullable Aim aim,
    String notice,
    boolean fresh) {
  /** A place that a person has chosen, and where the scene is now. */
  public record Aim(LatLon place, @Nullable LatLon from, String label) {}

  /**
   * An aircraft.
   *
   * @param label its id
   * @param height with its reference
   * @param ahead where it is in ten seconds at this speed, absent when it stands
   */
  public record Craft(
      String flightId,
      String label,
      String height,
      LatLon position,
      double headingDeg,
      @Nullable LatLon ahead,
      boolean selected,
      boolean active,
      Level level) {}

  /** An incident. */
  public record Spot(
      String id,
      String label,
      LatLon position,
      double uncertaintyM,
      boolean open,
      boolean selected) {}
}
