package org.vigie.groundstation.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;

/**
 * What the station knows of its ground.
 *
 * @param southWest corner of what is shown at first, absent when the station does not say
 * @param base streets, buildings, parks: drawn when there are no tiles, empty when there is none
 * @param tiles address of tiles with {z}, {x} and {y}, absent when none are configured
 * @param zonesAsOf when the zones were published or loaded
 */
public record MapDocument(
    @Nullable LatLon southWest,
    @Nullable LatLon northEast,
    List<Place> sites,
    List<Place> cameras,
    List<Zone> zones,
    List<MapFeature> base,
    @Nullable String tiles,
    @Nullable Instant zonesAsOf) {

  /** A named place. */
  public record Place(String id, String name, LatLon position) {}

  /**
   * A geographical zone.
   *
   * @param kind prohibited, authorisation, conditional or information
   * @param inForce now
   * @param lower with its unit and reference, for people
   * @param upper with its unit and reference, for people
   */
  public record Zone(
      String key,
      String id,
      String name,
      String kind,
      boolean inForce,
      String lower,
      String upper,
      String message,
      MapFeature shape) {}

  static MapDocument of(Members body) {
    double[] bounds = new double[4];
    boolean bounded = body.node().path("bounds").size() == bounds.length;
    for (int i = 0; bounded && i < bounds.length; i++) {
      bounds[i] = body.node().path("bounds").path(i).asDouble();
    }
    return new MapDocument(
        bounded ? Members.point(bounds[1], bounds[0]) : null,
        bounded ? Members.point(bounds[3], bounds[2]) : null,
        body.list("sites", MapDocument::place),
        body.list("cameras", MapDocument::place),
        body.in("zones").list("features", MapDocument::zone),
        body.in("base").list("features", MapFeature::of),
        body.textOrNull("tiles"),
        body.instant("zonesAsOf"));
  }

  private static @Nullable Place place(Members place) {
    LatLon position = place.point("latDeg", "lonDeg");
    return position == null
        ? null
        : new Place(place.text("id"), place.text("name", place.text("id")), position);
  }

  private static @Nullable Zone zone(Members feature) {
    MapFeature shape = MapFeature.of(feature);
    Members zone = feature.in("properties");
    if (shape == null) {
      return null;
    }
    boolean said = zone.node().path("inForce").isBoolean();
    return new Zone(
        zone.text("key", zone.text("id")),
        zone.text("id"),
        zone.text("name", zone.text("id")),
        zone.text("kind", "information"),
        !said || zone.flag("inForce"),
        limit(zone, "lower"),
        limit(zone, "upper"),
        zone.text("message"),
        shape);
  }

  private static String limit(Members zone, String name) {
    Double value = zone.numberOrNull(name);
    return value == null
        ? ""
        : Math.round(value)
            + "\u00a0"
            + zone.text(name + "Unit", "m")
            + " "
            + zone.text(name + "Reference");
  }
}
