package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSource;

/**
 * Writes zones as ED-318. What {@link ZoneReader} reads back equals what was written, to the last
 * bit, for every zone that it has read from any format: what ED-318 has no place for stands among
 * the extended properties (under {@code x-vigie}: that nobody named a country, class of U-space,
 * reasons that only ED-269 has, several conditions, that a zone was not understood); that a source
 * is incomplete stands beside the list of zones. Heights are metres. The same zones always give the
 * same text, a zone a line.
 *
 * @source EUROCAE ED-318 JSON schemas of eurocontrol-swim
 */
public final class Ed318Writer {
  private Ed318Writer() {}

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
    return FeatureText.of(zones, source, Ed318Writer::feature);
  }

  private static ObjectNode feature(UasZone zone) {
    ObjectNode feature = FeatureText.feature();
    feature.set("geometry", GeometryTree.layered(zone.geometry()));
    ObjectNode properties = feature.putObject("properties");
    properties.put("identifier", zone.identifier());
    if (!zone.country().isEmpty()) {
      properties.put("country", zone.country());
    }
    PropertyTree.texts(properties, "name", zone.information().name(), false);
    properties.put("type", ZoneSort.name(zone.restriction(), true));
    PropertyTree.add(properties, zone, false);
    return feature;
  }
}
