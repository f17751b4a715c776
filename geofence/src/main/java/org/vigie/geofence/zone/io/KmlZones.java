package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/**
 * Zones of a KML file: each Placemark is one. Its polygons (in a MultiGeometry too) are read;
 * lines, points without a radius and models are no areas, and not understood. Values of
 * ExtendedData count like the properties of a plain GeoJSON feature ({@link FeatureZones}); without
 * them a Placemark is prohibited. Heights: a polygon that is extruded from the ground up to its
 * altitude ({@code relativeToGround} above ground, {@code absolute} above mean sea level) reaches
 * up to the highest of its points; any other has no upper limit, as a polygon that is clamped to
 * the ground. A link to another file makes this one incomplete. Confined to one reading.
 *
 * @source OGC 07-147r2, KML 2.2
 */
final class KmlZones {
  private final Findings findings;
  private final Reading reading;
  private final XMLStreamReader xml;

  private KmlZones(Findings findings, XMLStreamReader xml) {
    this.findings = findings;
    this.reading = new Reading(findings);
    this.xml = xml;
  }

  static ZoneFile read(String text, Findings findings) throws DocumentException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // a zone file defines no entities and opens no other file
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // what is wrong comes back as an exception; the parser would print it as well
    factory.setXMLReporter((message, type, information, location) -> {});
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      return new KmlZones(findings, xml).file();
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      String message = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
      throw new DocumentException(
          new Problem(
              findings.file(),
              at == null ? 0 : at.getLineNumber(),
              at == null ? 0 : at.getColumnNumber(),
              "",
              message));
    }
  }

  private ZoneFile file() throws XMLStreamException, DocumentException {
    while (xml.next() != XMLStreamReader.START_ELEMENT) {
      // what stands before the root: comments, a document type that is not read
    }
    if (!xml.getLocalName().equals("kml")) {
      throw new DocumentException(
          here().problem("", "is no KML: its root is called " + xml.getLocalName()));
    }
    int placemarks = 0;
    int links = 0;
    int overlays = 0;
    int depth = 1;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
      if (event != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("Placemark")) {
        placemark("/Placemark/" + placemarks++);
        continue;
      }
      if (++depth > ZoneLimits.DEPTH_MAX) {
        throw new DocumentException(
            here().problem("", "is nested deeper than " + ZoneLimits.DEPTH_MAX));
      }
      if (xml.getLocalName().equals("GroundOverlay")) {
        reading.unplaced(Deviation.OVERLAY, here(), "/GroundOverlay/" + overlays++);
      } else if (xml.getLocalName().equals("NetworkLink")) {
        reading.unplaced(Deviation.NETWORK_LINK, here(), "/NetworkLink/" + links++);
      }
    }
    return reading.file(Metadata.none());
  }

  private void placemark(String pointer) throws XMLStreamException, DocumentException {
    Places places = here();
    ObjectNode feature = JsonNodeFactory.instance.objectNode().put("type", "Feature");
    String id = xml.getAttributeValue(null, "id");
    if (id != null) {
      feature.put("id", id);
    }
    ObjectNode properties = feature.putObject("properties");
    KmlData data = new KmlData(xml, properties);
    KmlGeometry geometry = new KmlGeometry(xml);
    List<String> repeated = new ArrayList<>();
    while (xml.next() != XMLStreamReader.END_ELEMENT) {
      if (xml.isStartElement()) {
        String name = xml.getLocalName();
        if (KmlGeometry.NAMES.contains(name)) {
          if (feature.has("geometry")) {
            repeated.add("geometry");
          }
          feature.set(feature.has("geometry") ? "geometry (again)" : "geometry", geometry.read());
        } else if (!data.read(name)) {
          KmlData.skip(xml);
        }
      }
    }
    repeated.addAll(data.repeated());
    boolean told = Bands.Names.ED318.in(spot(properties)) || Bands.Names.ED269.in(spot(properties));
    if (told || geometry.isFlat()) {
      KmlGeometry.dropHeights(feature.path("geometry"));
    }
    if (geometry.isFlat() && !told) {
      findings.note(Deviation.FLAT_POLYGON, places, pointer);
    }
    reading.item(feature, repeated, places, pointer);
  }

  private static Spot spot(ObjectNode node) {
    return new Spot(Spot.UNTOLD, node, "");
  }

  /** Everything in a Placemark is told at the line where it starts. */
  private Places here() {
    int line = xml.getLocation().getLineNumber();
    int column = xml.getLocation().getColumnNumber();
    return (pointer, message) -> new Problem(findings.file(), line, column, pointer, message);
  }
}
