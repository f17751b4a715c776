package org.vigie.groundstation.flightlog.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.planner.plan.FlightPlan;

/**
 * A flight as its record tells it: everything that reports are made of, no words and no clock. The
 * same record gives the same report. Immutable.
 *
 * @param verification what the verifier said of the record, made before anything else was read
 * @param plan absent if none was made, or it cannot be read
 * @param decision absent likewise
 * @param entries of the journal, in its order
 * @param inputs files that plan and decision were made from
 * @param parts the record's own files
 * @param people by id, with what they did
 */
public record FlightReport(
    VerificationReport verification,
    Seals seals,
    FlightIdentity identity,
    Milestones milestones,
    @Nullable FlightPlan plan,
    @Nullable Decision decision,
    RecordedBasis basis,
    List<LoggedLine> entries,
    FlownTrack flown,
    TelemetrySummary telemetry,
    List<RecordedInput> inputs,
    List<RecordedInput> parts,
    Map<String, Set<PersonRole>> people) {
  public FlightReport {
    entries = List.copyOf(entries);
    inputs = List.copyOf(inputs);
    parts = List.copyOf(parts);
  }

  /** Who looked at pictures, and who was not let. */
  public List<Look> looks() {
    return Look.of(entries);
  }

  /** Recorded video. */
  public List<Segment> segments() {
    return Segment.of(entries);
  }

  /** What supervision found, and what was ordered. */
  public List<Deed> deeds() {
    return Deed.of(entries);
  }

  public Optional<FlightPlan> findPlan() {
    return Optional.ofNullable(plan);
  }

  public Optional<Decision> findDecision() {
    return Optional.ofNullable(decision);
  }
}
