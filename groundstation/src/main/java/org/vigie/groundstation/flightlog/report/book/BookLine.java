package org.vigie.groundstation.flightlog.report.book;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;
import org.vigie.groundstation.compliance.evidence.Validity;
import org.vigie.groundstation.flightlog.report.Deed;
import org.vigie.groundstation.flightlog.report.FlightIdentity;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.LoggedLine;
import org.vigie.groundstation.flightlog.report.Look;
import org.vigie.groundstation.flightlog.report.TrackPoint;
import org.vigie.groundstation.flightlog.verify.Verdict;

/**
 * One flight in a book of many: what books need of its report, so that the reports need not all be
 * held.
 *
 * @param pilots everybody who was in command, the first first
 * @param serial of the aircraft, by its papers; empty when they do not tell
 * @param operatorNumber registration of the operator, by its papers; empty likewise
 * @param authorisations papers that allowed the flight, by number or else by id
 * @param orders prefect's orders among them
 * @param landing where the aircraft was last heard before it had landed
 * @param recorded time of recorded video
 * @param watched people who saw pictures
 * @param turnedAway people who were refused them
 * @param findings how often supervision found something
 * @param unusual states that no uneventful flight has
 * @param checked whether the checks before take-off passed; absent when they were not made
 */
public record BookLine(
    FlightIdentity who,
    Verdict verdict,
    String recordHash,
    @Nullable Instant takenOff,
    @Nullable Instant landed,
    @Nullable Instant day,
    List<String> pilots,
    String serial,
    String operatorNumber,
    List<String> authorisations,
    List<String> orders,
    @Nullable LatLon landing,
    Duration recorded,
    Set<String> watched,
    Set<String> turnedAway,
    long findings,
    List<String> unusual,
    @Nullable Boolean checked) {
  private static final Set<String> UNUSUAL =
      Set.of("HOLDING", "DIVERTED", "LOST_LINK", "PILOT_LOST", "EXTERNAL_CONTROL", "ABORTED");

  /** A flight's line. */
  public static BookLine of(FlightReport report) {
    FlightIdentity who = report.identity();
    List<TrackPoint> points = report.flown().points();
    return new BookLine(
        who,
        report.verification().verdict(),
        report.seals().record(),
        report.milestones().takenOff(),
        report.milestones().landed(),
        report.milestones().findDay().orElse(null),
        pilots(report),
        number(report, EvidenceKind.AIRCRAFT_PAPERS, who.aircraft()),
        number(report, EvidenceKind.OPERATOR_REGISTRATION, who.service()),
        papers(report, EvidenceKind.OPERATIONAL_AUTHORISATION),
        papers(report, EvidenceKind.PREFECT_ORDER),
        points.isEmpty() ? null : points.get(points.size() - 1).position(),
        recorded(report),
        people(report, false),
        people(report, true),
        report.deeds().stream().filter(deed -> deed.kind() == Deed.Kind.FINDING).count(),
        unusual(report),
        checked(report));
  }

  public boolean flew() {
    return takenOff != null;
  }

  /** Time in the air; nothing when it did not fly, or its end is unknown. */
  public Optional<Duration> findAirborne() {
    Instant from = takenOff;
    Instant to = landed;
    return from == null || to == null || to.isBefore(from)
        ? Optional.empty()
        : Optional.of(Duration.between(from, to));
  }

  /** The day of legal time that it belongs to. */
  public Optional<LocalDate> findDay() {
    return Optional.ofNullable(day).map(Validity::dayOf);
  }

  private static List<String> pilots(FlightReport report) {
    return Stream.concat(
            Stream.of(report.identity().pilot()),
            entries(report, "flight.authority-taken").map(entry -> entry.text("by")))
        .filter(pilot -> !pilot.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<LoggedLine> entries(FlightReport report, String type) {
    return report.entries().stream().filter(entry -> entry.type().equals(type));
  }

  private static String number(FlightReport report, EvidenceKind kind, String holder) {
    return report.basis().evidence().ofKind(kind).stream()
        .filter(paper -> paper.holder().equals(holder))
        .map(EvidenceDocument::number)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static List<String> papers(FlightReport report, EvidenceKind kind) {
    return Stream.ofNullable(report.decision())
        .flatMap(decision -> decision.findings().stream())
        .flatMap(finding -> finding.evidence().stream())
        .distinct()
        .flatMap(id -> report.basis().evidence().find(id).stream())
        .filter(paper -> paper.kind() == kind)
        .map(paper -> Objects.requireNonNullElse(paper.number(), paper.id()))
        .toList();
  }

  private static Duration recorded(FlightReport report) {
    return report.segments().stream()
        .map(segment -> Duration.between(segment.from(), segment.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Set<String> people(FlightReport report, boolean refused) {
    Set<String> people = new TreeSet<>();
    for (Look look : report.looks()) {
      if (look.refused() == refused) {
        people.add(look.person() + " (" + look.service() + ")");
      }
    }
    return people;
  }

  private static List<String> unusual(FlightReport report) {
    return entries(report, "flight.state-changed")
        .map(entry -> entry.text("to"))
        .filter(UNUSUAL::contains)
        .distinct()
        .toList();
  }

  private static @Nullable Boolean checked(FlightReport report) {
    return entries(report, "flight.checked")
        .map(entry -> entry.body().path("passed").asBoolean())
        .reduce((before, after) -> after)
        .orElse(null);
  }
}
