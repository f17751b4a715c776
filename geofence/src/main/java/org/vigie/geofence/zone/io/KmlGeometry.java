package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A Placemark's geometry as GeoJSON. Confined to one Placemark. */
final class KmlGeometry {
  static final Set<String> NAMES =
      Set.of("Polygon", "MultiGeometry", "LineString", "LinearRing", "Point", "Model", "Track");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final XMLStreamReader xml;
  private boolean flat;

  KmlGeometry(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Whether some polygon floats above the ground without reaching down to it. */
  boolean isFlat() {
    return flat;
  }

  /** The geometry that starts here. */
  ObjectNode read() throws XMLStreamException {
    return read(0);
  }

  /** Takes back heights that were drawn, since others are told. */
  static void dropHeights(JsonNode geometry) {
    if (geometry instanceof ObjectNode object) {
      object.remove("layer");
    }
    geometry.path("geometries").forEach(KmlGeometry::dropHeights);
  }

  private ObjectNode read(int depth) throws XMLStreamException {
    if (depth > ZoneLimits.DEPTH_MAX) {
      throw new XMLStreamException("is nested deeper than " + ZoneLimits.DEPTH_MAX);
    }
    String name = xml.getLocalName();
    if (name.equals("MultiGeometry")) {
      ObjectNode collection = NODES.objectNode().put("type", "GeometryCollection");
      ArrayNode members = collection.putArray("geometries");
      while (xml.next() != XMLStreamReader.END_ELEMENT) {
        if (xml.isStartElement() && NAMES.contains(xml.getLocalName())) {
          members.add(read(depth + 1));
        } else if (xml.isStartElement()) {
          KmlData.skip(xml);
        }
      }
      return collection;
    }
    return single(name);
  }

  private ObjectNode single(String type) throws XMLStreamException {
    ObjectNode geometry = NODES.objectNode().put("type", type);
    ArrayNode rings = NODES.arrayNode();
    ArrayNode holes = NODES.arrayNode();
    String mode = "clampToGround";
    boolean extruded = false;
    boolean inner = false;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT) {
        inner &= !xml.getLocalName().equals("innerBoundaryIs");
        depth--;
      } else if (event == XMLStreamReader.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "coordinates" -> (inner ? holes : rings).add(points(KmlData.text(xml)));
          case "altitudeMode" -> mode = KmlData.text(xml).strip();
          case "extrude" -> extruded = KmlData.text(xml).strip().matches("1|true");
          default -> {
            inner |= xml.getLocalName().equals("innerBoundaryIs");
            depth++;
          }
        }
      }
    }
    double highestM = highestM(rings);
    highestM(holes);
    if (type.equals("Polygon")) {
      // two outer rings are no polygon: a list of them where one ring should be is not understood
      geometry.set(
          "coordinates", rings.size() == 1 ? rings.addAll(holes) : NODES.arrayNode().add(rings));
    } else {
      geometry.set("coordinates", type.equals("Point") ? rings.path(0).path(0) : rings.path(0));
    }
    heights(geometry, mode, extruded, highestM);
    return geometry;
  }

  private void heights(ObjectNode geometry, String mode, boolean extruded, double highestM) {
    boolean aboveGround = mode.equals("relativeToGround");
    if (!aboveGround && !mode.equals("absolute")) {
      return;
    }
    if (!extruded || Double.isNaN(highestM)) {
      flat = true;
      return;
    }
    geometry
        .putObject("layer")
        .put("upper", highestM)
        .put("upperReference", aboveGround ? "AGL" : "AMSL")
        .put("uom", "m");
  }

  /** NaN when a point has no height; takes the heights out of the points. */
  private static double highestM(ArrayNode rings) {
    double highestM = Double.NEGATIVE_INFINITY;
    for (JsonNode ring : rings) {
      for (JsonNode point : ring) {
        double heightM = point.size() == 3 ? point.get(2).asDouble(Double.NaN) : Double.NaN;
        highestM = Math.max(highestM, heightM);
        if (point.size() == 3) {
          ((ArrayNode) point).remove(2);
        }
      }
    }
    return highestM;
  }

  /** Points as KML writes them: longitude,latitude,height with blanks between points. */
  private static ArrayNode points(String text) {
    ArrayNode points = NODES.arrayNode();
    for (String tuple : text.strip().split("\\s+")) {
      ArrayNode point = points.addArray();
      for (String number : tuple.split(",", -1)) {
        try {
          point.add(Spot.decimal(number));
        } catch (NumberFormatException e) {
          // kept as the text that it is: a point with it is not understood
          point.add(number.isEmpty() ? "?" : number);
        }
      }
    }
    return points;
  }
}
