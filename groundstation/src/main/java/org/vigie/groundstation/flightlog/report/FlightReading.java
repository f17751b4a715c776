package org.vigie.groundstation.flightlog.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.flightlog.verify.RecordSource;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.FlightPlan;

/** Reads reports out of records. Never fails on what a record holds: what is wrong is left out. */
public final class FlightReading {
  private static final String MANIFEST = "record.json";
  private static final double E7 = 1e7;

  private FlightReading() {}

  /**
   * Reads a record.
   *
   * @param verification what the verifier said of the same record
   */
  public static FlightReport read(RecordSource source, VerificationReport verification) {
    RecordParts parts = new RecordParts(source);
    JsonNode manifest = parts.json(MANIFEST).orElse(MissingNode.getInstance());
    List<LoggedLine> entries =
        parts.text("entries.jsonl").stream()
            .flatMap(String::lines)
            .flatMap(line -> RecordParts.tree(line).stream())
            .flatMap(tree -> LoggedLine.read(tree).stream())
            .toList();
    FlightPlan plan = parts.document("plan.json", FlightPlan.class).orElse(null);
    Decision decision = parts.document("decision.json", Decision.class).orElse(null);
    FlightIdentity identity = identity(manifest, entries, plan, decision);
    Milestones milestones = Milestones.of(entries);
    List<RecordedInput> files = files(manifest);
    List<RecordedInput> inputs = inputs(manifest, files);
    RecordedBasis basis = RecordedBasis.read(parts, inputs, identity.aircraft());
    TelemetryReading telemetry =
        new TelemetryReading(parts.bytes("telemetry.tlog").orElse(new byte[0]));
    FlownTrack flown = FlownTrack.of(telemetry.track(), milestones.takenOff(), milestones.landed());
    return new FlightReport(
        verification,
        new Seals(
            parts.bytes(MANIFEST).map(bytes -> ContentHash.of(bytes).hex()).orElse(""),
            Seals.checkpoint(parts.bytes("checkpoint"))),
        identity,
        milestones,
        plan,
        decision,
        basis,
        entries,
        flown,
        telemetry.summary(flown, aboveGroundM(flown, basis)),
        inputs,
        files.stream().filter(file -> !file.name().startsWith("inputs/")).toList(),
        PersonRole.of(entries));
  }

  private static @Nullable Double aboveGroundM(FlownTrack flown, RecordedBasis basis) {
    Double greatest = null;
    for (TrackPoint point : flown.points()) {
      Optional<Double> ground = basis.findGround(point.position()).map(height -> height.metres());
      if (ground.isEmpty()) {
        return null;
      }
      double aboveM = point.altitudeAmslM() - ground.get();
      greatest = greatest == null ? aboveM : Math.max(greatest, aboveM);
    }
    return greatest;
  }

  private static List<RecordedInput> files(JsonNode manifest) {
    List<RecordedInput> files = new ArrayList<>();
    for (JsonNode file : manifest.path("files")) {
      files.add(
          new RecordedInput(
              file.path("name").asText(),
              "",
              file.path("sha256").asText(),
              file.path("size").asLong(-1)));
    }
    return files;
  }

  private static List<RecordedInput> inputs(JsonNode manifest, List<RecordedInput> files) {
    Map<String, Long> bytes = new HashMap<>();
    files.forEach(file -> bytes.put(file.name(), file.bytes()));
    List<RecordedInput> inputs = new ArrayList<>();
    for (JsonNode input : manifest.path("inputs")) {
      String hash = input.path("hash").asText();
      inputs.add(
          new RecordedInput(
              input.path("name").asText(),
              input.path("kind").asText(),
              hash,
              bytes.getOrDefault("inputs/" + hash, -1L)));
    }
    return inputs;
  }

  private static FlightIdentity identity(
      JsonNode manifest,
      List<LoggedLine> entries,
      @Nullable FlightPlan plan,
      @Nullable Decision decision) {
    Optional<LoggedLine> asked = first(entries, "flight.requested");
    Optional<LoggedLine> reported = first(entries, "incident.reported");
    Optional<LoggedLine> merged = last(entries, "incident.alert-merged");
    String flight = manifest.path("flight").asText();
    return new FlightIdentity(
        manifest.path("station").asText(),
        flight,
        manifest.path("outcome").asText(),
        manifest.path("created").asText(),
        member(asked, "incidentId"),
        member(reported, "type"),
        merged
            .flatMap(entry -> place(entry, "newLatE7", "newLonE7"))
            .or(() -> reported.flatMap(entry -> place(entry, "latE7", "lonE7")))
            .orElse(null),
        uncertaintyM(reported, merged),
        member(asked, "vehicleId"),
        member(asked, "siteId"),
        member(asked, "aircraftId"),
        asked.map(entry -> entry.text("serviceId")).orElseGet(() -> service(entries, flight)),
        member(asked, "pilotId"),
        compared(decision, "purpose"),
        compared(decision, "operator-type"),
        entries.stream()
            .map(entry -> entry.tree().path("commune").asText())
            .filter(commune -> !commune.isEmpty())
            .findFirst()
            .orElse(""),
        plan == null ? null : plan.home().position());
  }

  private static String service(List<LoggedLine> entries, String flight) {
    return entries.stream()
        .filter(entry -> entry.stream().equals("flight/" + flight))
        .map(LoggedLine::service)
        .findFirst()
        .orElse("");
  }

  private static @Nullable Double uncertaintyM(
      Optional<LoggedLine> reported, Optional<LoggedLine> merged) {
    JsonNode radius =
        merged
            .map(entry -> entry.body().path("newUncertaintyM"))
            .or(() -> reported.map(entry -> entry.body().path("uncertaintyM")))
            .orElse(MissingNode.getInstance());
    return radius.isNumber() ? radius.asDouble() : null;
  }

  /** The request is not in the record; what its rules compared is. */
  private static String compared(@Nullable Decision decision, String name) {
    return Stream.ofNullable(decision)
        .flatMap(document -> document.findings().stream())
        .flatMap(finding -> finding.compared().stream())
        .filter(comparison -> comparison.name().equals(name))
        .map(comparison -> comparison.found())
        .findFirst()
        .orElse("");
  }

  private static Optional<LatLon> place(LoggedLine entry, String lat, String lon) {
    JsonNode latE7 = entry.body().path(lat);
    JsonNode lonE7 = entry.body().path(lon);
    if (!latE7.isIntegralNumber() || !lonE7.isIntegralNumber()) {
      return Optional.empty();
    }
    double latDeg = latE7.asLong() / E7;
    double lonDeg = lonE7.asLong() / E7;
    return Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180
        ? Optional.of(new LatLon(latDeg, lonDeg))
        : Optional.empty();
  }

  private static String member(Optional<LoggedLine> entry, String member) {
    return entry.map(line -> line.text(member)).orElse("");
  }

  private static Optional<LoggedLine> first(List<LoggedLine> entries, String type) {
    return entries.stream().filter(entry -> entry.is(type)).findFirst();
  }

  private static Optional<LoggedLine> last(List<LoggedLine> entries, String type) {
    return entries.stream().filter(entry -> entry.is(type)).reduce((before, after) -> after);
  }
}
