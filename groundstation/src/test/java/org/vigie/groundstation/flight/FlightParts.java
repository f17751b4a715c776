package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.compliance.decision.Finding;
import org.vigie.groundstation.compliance.decision.Outcome;
import org.vigie.groundstation.compliance.decision.Verdict;
import org.vigie.groundstation.compliance.predicate.Reason;
import org.vigie.groundstation.compliance.rule.Certainty;
import org.vigie.groundstation.compliance.rule.Domain;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.plan.Budget;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;
import org.vigie.planner.plan.Phases;
import org.vigie.planner.plan.Scene;
import org.vigie.planner.plan.Start;
import org.vigie.planner.plan.Volume;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;

/** A small flight: its plan, proof, decision and order, all in agreement. */
public final class FlightParts {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  public static final Instant VALID_UNTIL = NOON.plus(Duration.ofMinutes(45));
  public static final LatLon SITE = new LatLon(45.4386, 4.3766);
  public static final Phases PHASES = new Phases(1, 3, 4, 5, 6);

  private FlightParts() {}

  public static FlightPlan plan(String flightId) {
    return plan(flightId, "arducopter-4.6");
  }

  private static FlightPlan plan(String flightId, String firmware) {
    Home home = Home.of(SITE, new AltitudeAmsl(528));
    return new FlightPlan(
        flightId,
        "couriot",
        "quad-1",
        firmware,
        NOON.minusSeconds(60),
        VALID_UNTIL,
        home,
        Start.onGround(home),
        List.of(
            item(0, 16, 0),
            item(1, 22, 60),
            item(2, 16, 60),
            item(3, 16, 60),
            item(4, 16, 60),
            item(5, 188, 0),
            item(6, 21, 0)),
        List.of(item(0, 5001, 0), item(1, 5001, 0), item(2, 5001, 0)),
        List.of(item(0, 5100, 40)),
        List.of(new ParameterSetting("FENCE_ENABLE", 1), new ParameterSetting("FS_GCS_ENABLE", 6)),
        PHASES,
        new Scene(SITE.latE7(), SITE.lonE7(), 30, 60, 1),
        new Volume(square(0.004), square(0.006), square(0.008), 100, 120, List.of()),
        List.of(),
        new Budget(400, 60, 120, 150, 60, 180, 240, 45),
        List.of());
  }

  private static MissionItem item(int seq, int command, float z) {
    return new MissionItem(seq, 3, command, 0, 0, 0, 0, SITE.latE7(), SITE.lonE7(), z);
  }

  private static GeoPolygon square(double halfDeg) {
    return new GeoPolygon(
        List.of(
            new LatLon(SITE.latDeg() - halfDeg, SITE.lonDeg() - halfDeg),
            new LatLon(SITE.latDeg() - halfDeg, SITE.lonDeg() + halfDeg),
            new LatLon(SITE.latDeg() + halfDeg, SITE.lonDeg() + halfDeg),
            new LatLon(SITE.latDeg() + halfDeg, SITE.lonDeg() - halfDeg)));
  }

  public static Proof proof(FlightPlan plan, boolean holds) {
    return new Proof(
        plan.hash(),
        List.of(),
        List.of(
            new ProofFinding("route-clear-of-zones", "outbound", holds, 12, 10, "m", "Z1"),
            new ProofFinding("wind", "whole-flight", true, 6, 12, "m/s", "quad-1")));
  }

  public static Decision decision(
      String flightId, ContentHash plan, ContentHash proof, boolean go, Instant until) {
    Finding finding =
        new Finding(
            "r1",
            "pack",
            "1",
            Domain.FLY,
            go ? Outcome.PASSED : Outcome.DENIED,
            Reason.PROOF_HOLDS,
            "",
            Certainty.S,
            List.of(),
            List.of());
    return new Decision(
        plan,
        proof,
        ContentHash.of("question"),
        flightId,
        go ? Verdict.GO : Verdict.NO_GO,
        List.of(),
        List.of(finding),
        List.of(),
        NOON.minusSeconds(30),
        until,
        List.of());
  }

  public static FlightOrder order(String flightId) {
    return order(flightId, plan(flightId));
  }

  /** The same flight for a PX4. */
  static FlightOrder px4Order(String flightId) {
    return order(flightId, plan(flightId, "px4-1.17"));
  }

  private static FlightOrder order(String flightId, FlightPlan plan) {
    Proof proof = proof(plan, true);
    Decision decision = decision(flightId, plan.hash(), proof.hash(), true, VALID_UNTIL);
    return new FlightOrder(flightId, "v1", "sdis42", "42218", "pilot-1", plan, proof, decision);
  }
}
