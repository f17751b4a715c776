package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSource;

/**
 * Writes zones as plain GeoJSON for maps: geometries without members of their own, restriction,
 * heights and names as properties. A circle is a Point with the property {@code radius} in metres;
 * a zone of several solids has them in {@code solids}, in the order of its GeometryCollection. What
 * {@link ZoneReader} reads back equals what was written, as {@link Ed318Writer} has it.
 *
 * @source RFC 7946; properties as {@link ZoneReader} reads them from plain features
 */
public final class GeoJsonWriter {
  private GeoJsonWriter() {}

  /** The text of a file with these zones. */
  public static String write(ZoneFile file) {
    return write(file.zones(), file.source());
  }

  /**
   * The text of a file with these zones.
   *
   * @throws IllegalArgumentException if a zone's extended members are no JSON object, or a height
   *     limit lies beyond everything (a lower one at infinity)
   */
  public static String write(List<UasZone> zones, ZoneSource source) {
    return FeatureText.of(zones, source, GeoJsonWriter::feature);
  }

  private static ObjectNode feature(UasZone zone) {
    ObjectNode feature = FeatureText.feature();
    feature.set("geometry", GeometryTree.plain(zone.geometry()));
    ObjectNode properties = feature.putObject("properties");
    properties.put("identifier", zone.identifier());
    if (!zone.country().isEmpty()) {
      properties.put("country", zone.country());
    }
    PropertyTree.texts(properties, "name", zone.information().name(), true);
    properties.put("restriction", ZoneSort.name(zone.restriction(), false));
    ZoneGeometry first = zone.geometry().get(0);
    if (zone.geometry().size() == 1 && isLimited(first.band())) {
      solid(properties, first);
    } else {
      zone.geometry().forEach(each -> solid(properties.withArray("solids").addObject(), each));
    }
    PropertyTree.add(properties, zone, true);
    return feature;
  }

  private static boolean isLimited(VerticalBand band) {
    return Double.isFinite(band.lowerM()) || Double.isFinite(band.upperM());
  }

  private static void solid(ObjectNode node, ZoneGeometry solid) {
    GeometryTree.band(node, solid.band());
    if (solid.projection() instanceof HorizontalProjection.Circle circle) {
      node.put("radius", circle.radiusM());
    }
  }
}
