package org.vigie.groundstation.compliance.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.compliance.evidence.EvidenceReader;
import org.vigie.groundstation.compliance.evidence.EvidenceSet;
import org.vigie.groundstation.compliance.request.Activity;
import org.vigie.groundstation.compliance.request.AircraftFacts;
import org.vigie.groundstation.compliance.request.DecisionRequest;
import org.vigie.groundstation.compliance.request.FlightFacts;
import org.vigie.groundstation.compliance.request.Operator;
import org.vigie.groundstation.compliance.request.OperatorType;
import org.vigie.groundstation.compliance.request.Purpose;
import org.vigie.groundstation.compliance.rule.RulePack;
import org.vigie.groundstation.compliance.rule.ShippedRulePacks;
import org.vigie.planner.canonical.ContentHash;

/**
 * The demonstration's rescue flight with the demonstration's papers, of which a test changes what
 * it is about. Confined to one test.
 */
final class Situation {
  static final List<RulePack> PACKS = ShippedRulePacks.load();
  private static final String FOLDER =
      "/org/vigie/groundstation/demo/saint-etienne/compliance/evidence/";

  boolean proofHolds = true;
  Instant at = Instant.parse("2026-11-21T10:00:00Z");
  Duration length = Duration.ofMinutes(25);
  String service = "sdis42";
  OperatorType type = OperatorType.FIRE_SERVICE;
  @Nullable String operatorNumber = "FRAdemosdis4200t";
  Purpose purpose = Purpose.RESCUE;
  Set<Activity> activities = EnumSet.of(Activity.FILM_PUBLIC_SPACE, Activity.ACOUSTIC_TRIGGER);
  @Nullable String pilot = "demo-pilot-1";
  @Nullable Boolean pilotPresent = true;
  String aircraft = "demo-quad-1";
  @Nullable String classLabel = "C3";
  @Nullable Double mtomKg = 3.5;
  @Nullable Boolean remoteId = true;
  @Nullable Boolean signalling = true;
  @Nullable Boolean microphone = false;
  @Nullable Integer cameras = 1;
  @Nullable Double maxWindMps = 12.0;
  @Nullable Double maxHeightM = 95.0;
  @Nullable Double minHeightM = 60.0;
  @Nullable Boolean bvlos = true;
  @Nullable Boolean populated = true;
  @Nullable GeoPolygon area = square(45.4375, 4.3795, 0.005);
  @Nullable List<String> zones = List.of("FRA/FRVG003");
  @Nullable Double windMps = 6.0;
  @Nullable Integer retentionDays = 7;
  List<RulePack> packs = PACKS;
  private Set<String> removed = Set.of();
  private final Map<String, String> files = new TreeMap<>();

  Situation() {
    for (String file : List.of("sdis42.yaml", "pm42218.yaml", "shared.yaml")) {
      files.put(file, resource(FOLDER + file));
    }
  }

  /** The municipal police, its aviation papers in order, on the same flight. */
  static Situation municipal() {
    Situation situation = new Situation();
    situation.service = "pm42218";
    situation.type = OperatorType.MUNICIPAL_POLICE;
    situation.operatorNumber = "FRAdemopm422180y";
    return situation;
  }

  /** The national police under a prefect's order. */
  static Situation police() {
    Situation situation = new Situation();
    situation.type = OperatorType.NATIONAL_POLICE;
    situation.activities = EnumSet.of(Activity.FILM_PUBLIC_SPACE);
    situation.add(
        """
        id: order
        kind: prefect-order
        title: {fr: Arrêté du préfet (Demo), en: Order of the prefect (Demo)}
        issuer: Préfet (Demo)
        holder: sdis42
        legalBasis: CSI, L242-5
        covers:
          purposes: [rescue, public-order]
          cameras: 1
          area: [{lat: 45.42, lon: 4.36}, {lat: 45.42, lon: 4.40}, {lat: 45.46, lon: 4.40}, {lat: 45.46, lon: 4.36}]
        issuedOn: 2026-10-01
        validFrom: 2026-10-01
        validUntil: 2026-12-31
        fictitious: true
        """);
    return situation;
  }

  /** Adds a paper, given as the YAML of one document. */
  Situation add(String paper) {
    files.put("added-" + files.size() + ".yaml", "documents:\n  -\n" + paper.indent(4));
    return this;
  }

  /** Changes the text of a demonstration file; fails when that changes nothing. */
  Situation edit(String file, UnaryOperator<String> change) {
    String before = Objects.requireNonNull(files.get(file));
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException("nothing changed in " + file);
    }
    files.put(file, after);
    return this;
  }

  /** Takes papers away. */
  Situation without(String... ids) {
    for (String id : ids) {
      if (evidence().find(id).isEmpty()) {
        throw new IllegalArgumentException("there is no paper " + id);
      }
    }
    removed = Set.of(ids);
    return this;
  }

  EvidenceSet evidence() {
    try {
      return EvidenceReader.read(files).only(paper -> !removed.contains(paper.id()));
    } catch (DocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  DecisionRequest request() {
    return new DecisionRequest(
        ContentHash.of("plan"),
        ContentHash.of("proof"),
        proofHolds,
        "flight-1",
        at,
        at.plus(length),
        new Operator(service, type, operatorNumber, "42218"),
        purpose,
        activities,
        pilot,
        pilotPresent,
        new AircraftFacts(
            aircraft,
            classLabel,
            mtomKg,
            0.9,
            15.0,
            remoteId,
            signalling,
            microphone,
            cameras,
            maxWindMps),
        new FlightFacts(
            maxHeightM, minHeightM, bvlos, populated, area, zones, windMps, retentionDays));
  }

  Decision decide() {
    return DecisionEngine.decide(request(), packs, evidence());
  }

  static GeoPolygon square(double latDeg, double lonDeg, double halfDeg) {
    return new GeoPolygon(
        List.of(
            new LatLon(latDeg - halfDeg, lonDeg - halfDeg),
            new LatLon(latDeg - halfDeg, lonDeg + halfDeg),
            new LatLon(latDeg + halfDeg, lonDeg + halfDeg),
            new LatLon(latDeg + halfDeg, lonDeg - halfDeg)));
  }

  private static String resource(String name) {
    try (InputStream in = Situation.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
