package org.vigie.groundstation.demo.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;

/**
 * Zones as an ED-269 file, for measuring its reader; polygons without holes only.
 *
 * @source EUROCAE ED-269 as modelled in interuss/uas_standards eurocae_ed269.py
 */
public final class Ed269Text {
  private Ed269Text() {}

  /** The file's bytes. */
  public static byte[] of(List<UasZone> zones) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("title", "Synthetic country");
      json.writeArrayFieldStart("features");
      for (UasZone zone : zones) {
        zone(json, zone);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void zone(JsonGenerator json, UasZone zone) throws IOException {
    json.writeStartObject();
    json.writeStringField("identifier", zone.identifier());
    json.writeStringField("country", zone.country());
    json.writeStringField("name", zone.name());
    json.writeStringField("type", zone.variant().name());
    json.writeStringField("restriction", zone.restriction().name());
    json.writeArrayFieldStart("reason");
    for (String reason : zone.reasons()) {
      json.writeString(reason);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("applicability");
    for (Applicability period : zone.applicability()) {
      boolean always = period.equals(Applicability.PERMANENT);
      json.writeStartObject();
      json.writeStringField("permanent", always ? "YES" : "NO");
      instant(json, "startDateTime", period.from());
      instant(json, "endDateTime", period.until());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("zoneAuthority");
    json.writeStartObject();
    json.writeStringField("name", "Synthetic authority");
    json.writeStringField("purpose", "AUTHORIZATION");
    json.writeEndObject();
    json.writeEndArray();
    json.writeArrayFieldStart("geometry");
    for (ZoneGeometry solid : zone.geometry()) {
      solid(json, solid);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void instant(JsonGenerator json, String name, Instant at) throws IOException {
    if (!at.equals(Instant.MIN) && !at.equals(Instant.MAX)) {
      json.writeStringField(name, at.toString());
    }
  }

  private static void solid(JsonGenerator json, ZoneGeometry solid) throws IOException {
    VerticalBand band = solid.band();
    json.writeStartObject();
    json.writeStringField("uomDimensions", "M");
    limit(json, "lowerLimit", band.lowerM());
    json.writeStringField("lowerVerticalReference", band.lowerReference().name());
    limit(json, "upperLimit", band.upperM());
    json.writeStringField("upperVerticalReference", band.upperReference().name());
    json.writeObjectFieldStart("horizontalProjection");
    json.writeStringField("type", "Polygon");
    json.writeArrayFieldStart("coordinates");
    json.writeStartArray();
    List<LatLon> ring = ((HorizontalProjection.Polygon) solid.projection()).outer().ring();
    for (int i = 0; i <= ring.size(); i++) {
      LatLon point = ring.get(i % ring.size());
      json.writeStartArray();
      json.writeNumber(point.lonDeg());
      json.writeNumber(point.latDeg());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void limit(JsonGenerator json, String name, double metres) throws IOException {
    if (Double.isInfinite(metres)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, metres);
    }
  }
}
