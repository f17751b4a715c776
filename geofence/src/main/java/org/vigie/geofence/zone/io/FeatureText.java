package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSource;

/** A feature collection as text: what it says of itself, then a zone a line. */
final class FeatureText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FeatureText() {}

  static ObjectNode feature() {
    return NODES.objectNode().put("type", "Feature");
  }

  static String of(List<UasZone> zones, ZoneSource source, Function<UasZone, ObjectNode> feature) {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\n\"metadata\":");
    text.append(metadata(source));
    if (!source.complete()) {
      ObjectNode own = NODES.objectNode().put(Metadata.COMPLETE, false);
      text.append(",\n\"").append(Extended.OWN).append("\":").append(own);
    }
    text.append(",\n\"features\":[");
    String between = "\n";
    for (UasZone zone : zones) {
      text.append(between).append(feature.apply(zone));
      between = ",\n";
    }
    return text.append("\n]}\n").toString();
  }

  private static ObjectNode metadata(ZoneSource source) {
    ObjectNode metadata = NODES.objectNode();
    source.validFrom().ifPresent(instant -> metadata.put("validFrom", instant.toString()));
    source.validUntil().ifPresent(instant -> metadata.put("validTo", instant.toString()));
    source.issued().ifPresent(instant -> metadata.put("issued", instant.toString()));
    if (!source.provider().isEmpty()) {
      metadata.putArray("provider").addObject().put("text", source.provider()).put("lang", "");
    }
    return metadata;
  }
}
