package org.vigie.geofence.zone.io;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.vigie.geofence.zone.DataSource;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;

/**
 * Zones as ED-269 writes them.
 *
 * @source EUROCAE ED-269 as modelled in interuss/uas_standards eurocae_ed269.py; Swiss sample
 *     interuss/monitoring cis_source_sample_ed269.json
 */
final class Ed269Zones {
  private static final Set<String> KNOWN =
      Set.of(
          "identifier",
          "country",
          "name",
          "type",
          "restriction",
          "restrictionConditions",
          "region",
          "reason",
          "reasons",
          "otherReasonInfo",
          "regulationExemption",
          "uSpaceClass",
          "message",
          "applicability",
          "zoneAuthority",
          "geometry",
          "dataSource");

  private Ed269Zones() {}

  static UasZone read(Spot zone, ZoneSort sort) throws NotUnderstood {
    String identifier = sort.identifier(zone.child("identifier"));
    String country = ZoneSort.country(zone.child("country"));
    return new UasZone(
        identifier,
        country,
        ZoneSort.variant(zone.child("type")),
        ZoneSort.restriction(zone.child("restriction"), false),
        Information.reasons(zone),
        Times.ed269(zone.child("applicability")),
        geometry(zone.child("geometry"), true),
        information(zone),
        true);
  }

  /** The grounds of a zone that was not understood, if they at least were. */
  static List<ZoneGeometry> claimed(Spot zone) throws NotUnderstood {
    return geometry(zone.quietly().child("geometry"), false);
  }

  private static ZoneInformation information(Spot zone) {
    return new ZoneInformation(
        Texts.plain(zone.child("name")),
        Texts.plain(zone.child("message")),
        Texts.plain(zone.child("otherReasonInfo")),
        zone.child("restrictionConditions").plainTexts(),
        Information.region(zone.child("region")),
        Information.exemption(zone.child("regulationExemption")),
        zone.child("uSpaceClass").plainText(),
        Authorities.read(zone, Texts::plain),
        zone.has("dataSource") ? Information.dataSource(zone) : DataSource.UNKNOWN,
        Extended.of(List.of(zone), KNOWN));
  }

  private static List<ZoneGeometry> geometry(Spot list, boolean heights) throws NotUnderstood {
    List<ZoneGeometry> geometry = new ArrayList<>();
    int vertices = 0;
    for (Spot item : list.items()) {
      for (ZoneGeometry solid : solids(item, heights)) {
        if (solid.projection() instanceof HorizontalProjection.Polygon polygon) {
          vertices += polygon.points().size();
        }
        if (++vertices > ZoneLimits.VERTICES_PER_ZONE_MAX) {
          throw list.error(Deviation.TOO_LARGE, ZoneLimits.VERTICES_PER_ZONE_MAX);
        }
        geometry.add(solid);
      }
    }
    if (geometry.isEmpty()) {
      throw list.error(Deviation.NO_GEOMETRY);
    }
    return geometry;
  }

  private static List<ZoneGeometry> solids(Spot item, boolean heights) throws NotUnderstood {
    Spot projection = item.child("horizontalProjection");
    if (!projection.node().isObject()) {
      throw projection.error(Deviation.NO_GEOMETRY);
    }
    String type = projection.child("type").required();
    // without its unit a circle claims no ground; of a polygon only the heights need it
    boolean measured = heights || type.equals("Circle");
    Bands.Unit unit = measured ? unit(item) : Bands.Unit.METRE;
    List<? extends HorizontalProjection> shapes =
        switch (type) {
          case "Polygon" -> Rings.polygons(projection.child("coordinates"));
          case "Circle" ->
              List.of(Rings.circle(projection.child("center"), radiusM(projection, unit)));
          default -> throw projection.child("type").error(Deviation.BAD_PROJECTION, type);
        };
    VerticalBand band =
        heights ? Bands.band(item, Bands.Names.ED269, unit) : VerticalBand.UNLIMITED;
    List<ZoneGeometry> solids = new ArrayList<>();
    shapes.forEach(shape -> solids.add(new ZoneGeometry(shape, band)));
    return solids;
  }

  private static Bands.Unit unit(Spot item) throws NotUnderstood {
    return Bands.unit(item.child("uomDimensions"), Bands.Names.ED269, Bands.Unit.UNKNOWN);
  }

  private static double radiusM(Spot projection, Bands.Unit unit) throws NotUnderstood {
    OptionalDouble radius = projection.child("radius").number();
    if (radius.isEmpty() || !(radius.getAsDouble() > 0)) {
      throw projection.child("radius").error(Deviation.BAD_RADIUS);
    }
    return radius.getAsDouble() * unit.longerM();
  }
}
