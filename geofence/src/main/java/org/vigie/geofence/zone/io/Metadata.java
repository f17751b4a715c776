package org.vigie.geofence.zone.io;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.vigie.geofence.zone.LocalText;
import org.vigie.geofence.zone.ZoneSource;

/** What a file says of itself, beside its zones. */
final class Metadata {
  static final String COMPLETE = "complete";

  private final String provider;
  private final Optional<Instant> issued;
  private final Optional<Instant> validFrom;
  private final Optional<Instant> validUntil;
  private final Optional<String> otherGeoid;
  private final boolean complete;

  private Metadata(
      String provider,
      Optional<Instant> issued,
      Optional<Instant> validFrom,
      Optional<Instant> validUntil,
      Optional<String> otherGeoid,
      boolean complete) {
    this.provider = provider;
    this.issued = issued;
    this.validFrom = validFrom;
    this.validUntil = validUntil;
    this.otherGeoid = otherGeoid;
    this.complete = complete;
  }

  /** Nothing is said. */
  static Metadata none() {
    return new Metadata(
        "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  /**
   * Reads what stands beside the zones.
   *
   * @param beside members of the file's root other than the zones
   */
  static Metadata read(ObjectNode beside, Spot.Report report, Findings findings, Places places) {
    Spot root = new Spot(report, beside, "");
    Spot metadata = root.child("metadata");
    if (!metadata.node().isObject() && root.child("datasetMetadata").node().isObject()) {
      metadata = root.child("datasetMetadata");
      metadata.note(Deviation.OTHER_FIELD_NAME, "datasetMetadata", "metadata");
    }
    Optional<Instant> issued = Information.date(metadata.child("issued"));
    if (issued.isEmpty() && root.has("createdAt")) {
      issued = Information.date(root.child("createdAt"));
    }
    String provider =
        Texts.local(metadata.child("provider")).stream()
            .map(LocalText::text)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
    Spot other = metadata;
    Optional<String> geoid = Geoid.other(metadata);
    geoid.ifPresent(name -> Geoid.note(other, name));
    Spot complete = root.child(Extended.OWN).child(COMPLETE);
    boolean whole = !complete.node().isBoolean() || complete.node().booleanValue();
    if (!whole) {
      findings.hide(Deviation.INCOMPLETE, places, complete.pointer());
    }
    return new Metadata(
        provider,
        issued,
        Information.date(metadata.child("validFrom"), false),
        Information.date(metadata.child("validTo"), true),
        geoid,
        whole);
  }

  Optional<String> otherGeoid() {
    return otherGeoid;
  }

  ZoneSource source(String fileName, boolean allPlaced) {
    return new ZoneSource(fileName, provider, issued, validFrom, validUntil, complete && allPlaced);
  }
}
