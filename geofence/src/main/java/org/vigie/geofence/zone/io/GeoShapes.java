package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;

/**
 * The solids of a GeoJSON feature. Heights stand in the geometry's {@code layer} (ED-318), in the
 * properties' {@code verticalLayer} or among the properties (Spain), or in {@code solids}, one for
 * each member of the geometry (plain GeoJSON). Confined to one feature.
 */
final class GeoShapes {
  private final Spot properties;
  private final boolean strict;
  private final boolean heights;
  private final List<ZoneGeometry> found = new ArrayList<>();
  private int vertices;

  private GeoShapes(Spot properties, boolean strict, boolean heights) {
    this.properties = properties;
    this.strict = strict;
    this.heights = heights;
  }

  /**
   * All solids.
   *
   * @param strict whether a height needs to say from where it counts
   */
  static List<ZoneGeometry> solids(Spot geometry, Spot properties, boolean strict)
      throws NotUnderstood {
    return new GeoShapes(properties, strict, true).all(geometry);
  }

  /** All grounds, from the surface without upper limit; nobody is told of what deviates. */
  static List<ZoneGeometry> claimed(Spot geometry, Spot properties) throws NotUnderstood {
    return new GeoShapes(properties.quietly(), false, false).all(geometry.quietly());
  }

  private List<ZoneGeometry> all(Spot geometry) throws NotUnderstood {
    if (!geometry.node().isObject()) {
      throw geometry.error(Deviation.NO_GEOMETRY);
    }
    Spot solids = properties.child("solids");
    boolean collection = geometry.node().path("type").asText().equals("GeometryCollection");
    List<Spot> members = collection ? geometry.child("geometries").items() : List.of(geometry);
    if (collection && !geometry.node().path("coordinates").isEmpty()) {
      throw geometry.child("coordinates").error(Deviation.SECOND_AREA, "GeometryCollection");
    }
    boolean listed = solids.node().isArray();
    if (listed && solids.node().size() != members.size()) {
      throw solids.error(Deviation.SOLIDS_MISMATCH);
    }
    for (int i = 0; i < members.size(); i++) {
      member(members.get(i), geometry, listed ? solids.child(i) : solids);
    }
    if (found.isEmpty()) {
      throw geometry.error(Deviation.NO_GEOMETRY);
    }
    return found;
  }

  private void member(Spot geometry, Spot parent, Spot solid) throws NotUnderstood {
    String type = geometry.child("type").required();
    String other = type.equals("GeometryCollection") ? "coordinates" : "geometries";
    if (!geometry.node().path(other).isEmpty()) {
      throw geometry.child(other).error(Deviation.SECOND_AREA, type);
    }
    switch (type) {
      case "Polygon" -> {
        VerticalBand band = band(geometry, parent, solid);
        addAll(polygons(geometry.child("coordinates")), band, geometry);
      }
      case "MultiPolygon" -> {
        VerticalBand band = band(geometry, parent, solid);
        Spot polygons = geometry.child("coordinates");
        if (!polygons.node().isArray() || polygons.node().isEmpty()) {
          throw polygons.error(Deviation.BAD_POLYGONS);
        }
        List<JsonNode> rings = new ArrayList<>();
        polygons.node().forEach(polygon -> polygon.forEach(rings::add));
        Rings.checkSmall(polygons, rings);
        for (int i = 0; i < polygons.node().size(); i++) {
          addAll(polygons(polygons.child(i)), band, geometry);
        }
      }
      case "Point" -> {
        VerticalBand band = band(geometry, parent, solid);
        add(Rings.circle(geometry.child("coordinates"), radiusM(geometry, solid)), band, geometry);
      }
      case "GeometryCollection" -> {
        for (Spot member : geometry.child("geometries").items()) {
          member(member, geometry.has("layer") ? geometry : parent, solid);
        }
      }
      default -> throw geometry.child("type").error(Deviation.BAD_GEOMETRY, type);
    }
  }

  /** What an earlier reader took for the area of a zone that it did not understand may be polar. */
  private List<HorizontalProjection.Polygon> polygons(Spot rings) throws NotUnderstood {
    boolean kept = FeatureZones.isKeptAsNotUnderstood(properties);
    return Rings.polygons(rings, kept ? 90 : LocalFrame.LATITUDE_DEG_MAX);
  }

  private void addAll(List<HorizontalProjection.Polygon> polygons, VerticalBand band, Spot geometry)
      throws NotUnderstood {
    for (HorizontalProjection.Polygon polygon : polygons) {
      add(polygon, band, geometry);
    }
  }

  private void add(HorizontalProjection projection, VerticalBand band, Spot geometry)
      throws NotUnderstood {
    if (projection instanceof HorizontalProjection.Polygon polygon) {
      vertices += polygon.points().size();
    }
    if (++vertices > ZoneLimits.VERTICES_PER_ZONE_MAX) {
      throw geometry.error(Deviation.TOO_LARGE, ZoneLimits.VERTICES_PER_ZONE_MAX);
    }
    found.add(new ZoneGeometry(projection, band));
  }

  private double radiusM(Spot geometry, Spot solid) throws NotUnderstood {
    Spot extent = geometry.child("extent");
    List<Spot> given = new ArrayList<>();
    if (extent.node().isObject()) {
      String subType = extent.child("subType").text().orElse("");
      if (subType.isEmpty()) {
        extent.note(Deviation.NO_SUB_TYPE);
      } else if (!subType.equals("Circle")) {
        throw extent.child("subType").error(Deviation.BAD_EXTENT, subType);
      }
      given.add(extent.child("radius"));
    }
    for (Spot holder : List.of(solid, properties)) {
      if (holder.has("radius")) {
        given.add(holder.child("radius"));
      }
    }
    Spot first = given.isEmpty() ? extent.child("radius") : given.get(0);
    double largestM = positive(first);
    for (Spot other : given) {
      double radiusM = positive(other.quietly());
      if (heights && radiusM != largestM) {
        throw first.contradiction(other);
      }
      // what is only claimed reaches as far as anything says
      largestM = Math.max(largestM, radiusM);
    }
    return largestM;
  }

  private static double positive(Spot radius) throws NotUnderstood {
    OptionalDouble radiusM = radius.number();
    if (radiusM.isEmpty() || !(radiusM.getAsDouble() > 0)) {
      throw radius.error(Deviation.BAD_RADIUS);
    }
    return radiusM.getAsDouble();
  }

  /** The band that every place tells which tells one. */
  private VerticalBand band(Spot geometry, Spot parent, Spot solid) throws NotUnderstood {
    if (!heights) {
      return VerticalBand.UNLIMITED;
    }
    List<Layer> given = layers(geometry, parent, solid);
    if (given.isEmpty()) {
      geometry.note(Deviation.NO_LAYER);
      return VerticalBand.UNLIMITED;
    }
    Layer first = given.get(0);
    VerticalBand band = band(first.spot(), first.names());
    for (Layer other : given.subList(1, given.size())) {
      if (!band(other.spot().quietly(), other.names()).equals(band)) {
        throw first.limit().contradiction(other.limit());
      }
    }
    return band;
  }

  /** Where heights stand, and by which names. */
  private record Layer(Spot spot, Bands.Names names) {
    Spot limit() {
      return spot.has(names.upper) || !spot.has(names.lower)
          ? spot.child(names.upper)
          : spot.child(names.lower);
    }
  }

  private List<Layer> layers(Spot geometry, Spot parent, Spot solid) throws NotUnderstood {
    List<Layer> layers = new ArrayList<>();
    for (Spot place :
        List.of(
            geometry.child("layer"),
            parent.child("layer"),
            solid,
            properties.child("verticalLayer"))) {
      if (place.node().isObject()) {
        layers.add(new Layer(place, Bands.Names.ED318));
      } else if (!place.isAbsent()) {
        throw place.error(Deviation.BAD_LAYER);
      }
    }
    for (Bands.Names names : List.of(Bands.Names.ED318, Bands.Names.ED269)) {
      if (names.in(properties)) {
        layers.add(new Layer(properties, names));
      }
    }
    return layers;
  }

  private VerticalBand band(Spot layer, Bands.Names names) throws NotUnderstood {
    Spot unit = layer.child("uom");
    for (String name : List.of("UOM", "uomDimensions", "uom")) {
      Spot given = layer.child(name);
      boolean told = layer.has(name) && !unit.isAbsent();
      if (told && !unit.node().asText().strip().equalsIgnoreCase(given.node().asText().strip())) {
        throw unit.contradiction(given);
      }
      if (layer.has(name) || (unit.isAbsent() && !given.node().isMissingNode())) {
        unit = given;
      }
    }
    Bands.Unit absent = names == Bands.Names.ED318 ? Bands.Unit.METRE : Bands.Unit.UNKNOWN;
    return Bands.band(layer, names, Bands.unit(unit, names, absent), strict);
  }
}
