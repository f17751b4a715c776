package org.vigie.groundstation.compliance.evidence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.compliance.request.Purpose;
import org.vigie.planner.canonical.ContentHash;

/** The form of an evidence file, as bound from YAML after the schema was kept. */
record EvidenceFile(List<Paper> documents) {
  record Paper(
      String id,
      EvidenceKind kind,
      Bilingual title,
      String issuer,
      String holder,
      String legalBasis,
      @Nullable String number,
      @Nullable Covers covers,
      LocalDate issuedOn,
      @Nullable LocalDate filedOn,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      @Nullable LocalDate revokedOn,
      @Nullable Map<String, Double> measures,
      @Nullable ContentHash scanSha256,
      @Nullable List<EvidenceDocument.Demand> conditions,
      boolean fictitious) {
    EvidenceDocument document(String file) {
      return new EvidenceDocument(
          id,
          kind,
          title,
          issuer,
          holder,
          legalBasis,
          number,
          Objects.requireNonNullElse(covers, Covers.NOTHING).scope(),
          new Validity(issuedOn, filedOn, validFrom, validUntil, revokedOn),
          Objects.requireNonNullElse(measures, Map.of()),
          scanSha256,
          Objects.requireNonNullElse(conditions, List.of()),
          fictitious,
          file);
    }
  }

  record Covers(
      @Nullable List<Purpose> purposes,
      @Nullable List<Permit> permits,
      @Nullable List<Point> area,
      @Nullable Double maxHeightM,
      @Nullable Window timeWindow,
      @Nullable List<String> aircraft,
      @Nullable List<String> pilots,
      @Nullable Integer cameras) {
    static final Covers NOTHING = new Covers(null, null, null, null, null, null, null, null);

    Scope scope() {
      return new Scope(
          Objects.requireNonNullElse(purposes, List.of()),
          Objects.requireNonNullElse(permits, List.of()),
          area == null
              ? null
              : new GeoPolygon(area.stream().map(p -> new LatLon(p.lat(), p.lon())).toList()),
          maxHeightM,
          timeWindow == null
              ? null
              : new Scope.DailyWindow(
                  LocalTime.parse(timeWindow.from()), LocalTime.parse(timeWindow.until())),
          Objects.requireNonNullElse(aircraft, List.of()),
          Objects.requireNonNullElse(pilots, List.of()),
          cameras);
    }
  }

  record Point(double lat, double lon) {}

  record Window(String from, String until) {}
}
