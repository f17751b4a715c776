package org.vigie.groundstation.zones;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.geofence.zone.io.ZoneFinding;

/** What zone files hold, for machines. */
public final class ZoneJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ZoneJson() {}

  /** A whole validation, of what is said of each file. */
  public static ObjectNode of(List<ObjectNode> files) {
    ObjectNode report = JSON.objectNode();
    report.putArray("files").addAll(files);
    return report;
  }

  /** What is said of a file that could not be read: nothing that it covers is known. */
  public static ObjectNode unreadable(String name, String why) {
    ObjectNode node = JSON.objectNode().put("name", name).put("error", why);
    node.put("complete", false).putArray("zones");
    node.putArray("findings");
    return node;
  }

  /** What is said of a file. */
  public static ObjectNode file(ZoneFile file, Instant now) {
    ObjectNode node = source(file.source(), now);
    ZoneExtent.of(file.zones()).ifPresent(box -> node.set("box", box(box)));
    ArrayNode zones = node.putArray("zones");
    file.zones().forEach(zone -> zones.add(zone(zone, now)));
    ArrayNode findings = node.putArray("findings");
    file.findings().forEach(finding -> findings.add(finding(finding)));
    return node;
  }

  /** Where zones come from and how old they are, seconds; members that nobody knows are absent. */
  static ObjectNode source(ZoneSource source, Instant now) {
    ObjectNode node = JSON.objectNode().put("name", source.name());
    if (!source.provider().isEmpty()) {
      node.put("provider", source.provider());
    }
    source
        .issued()
        .ifPresent(
            at ->
                node.put("issued", at.toString())
                    .put("ageS", Duration.between(at, now).toSeconds()));
    source.validFrom().ifPresent(at -> node.put("validFrom", at.toString()));
    source.validUntil().ifPresent(at -> node.put("validUntil", at.toString()));
    return node.put("complete", source.complete());
  }

  private static ArrayNode box(GeoBox box) {
    return JSON.arrayNode()
        .add(box.westDeg())
        .add(box.southDeg())
        .add(box.eastDeg())
        .add(box.northDeg());
  }

  private static ObjectNode zone(UasZone zone, Instant now) {
    ObjectNode node = JSON.objectNode().put("key", zone.key()).put("name", zone.name());
    node.put("restriction", zone.restriction().name()).put("understood", zone.understood());
    node.put("inForce", zone.inForce(now, now));
    ArrayNode bands = node.putArray("bands");
    for (ZoneGeometry solid : zone.geometry()) {
      bands.add(band(solid.band()));
    }
    return node;
  }

  private static ObjectNode band(VerticalBand band) {
    ObjectNode node = JSON.objectNode();
    limit(node, "lower", band.lowerM(), band.lowerReference());
    limit(node, "upper", band.upperM(), band.upperReference());
    return node;
  }

  /** Metres and reference; absent where there is no limit. */
  private static void limit(
      ObjectNode node, String name, double metres, VerticalReference reference) {
    if (!Double.isInfinite(metres)) {
      node.put(name + "M", metres).put(name + "Reference", reference.name());
    }
  }

  private static ObjectNode finding(ZoneFinding finding) {
    Problem place = finding.place();
    ObjectNode node =
        JSON.objectNode()
            .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
            .put("code", finding.code())
            .put("deviation", finding.deviation().key())
            .put("consequence", finding.consequence().key())
            .put("line", place.line())
            .put("column", place.column())
            .put("path", place.field())
            .put("message", place.message());
    finding.arguments().forEach(node.putArray("arguments")::add);
    return node;
  }
}
