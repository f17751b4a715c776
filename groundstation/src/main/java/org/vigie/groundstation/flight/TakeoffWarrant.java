package org.vigie.groundstation.flight;

import java.time.Instant;
import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.groundstation.vehicle.ArmAuthority;
import org.vigie.planner.canonical.ContentHash;

/**
 * The right to arm: plan, proof, decision, what the aircraft carries, checks and clearance, all of
 * one flight and all in agreement. It can only be had from parts that agree, and the arm command
 * takes nothing else. Immutable.
 */
public final class TakeoffWarrant implements ArmAuthority {
  private final String flightId;
  private final String vehicleId;
  private final ContentHash planHash;
  private final ContentHash proofHash;
  private final ContentHash decisionHash;
  private final Instant validUntil;

  private TakeoffWarrant(FlightOrder order, Instant validUntil) {
    this.flightId = order.flightId();
    this.vehicleId = order.vehicleId();
    this.planHash = order.plan().hash();
    this.proofHash = order.proof().hash();
    this.decisionHash = order.decision().hash();
    this.validUntil = validUntil;
  }

  /**
   * Issues the warrant if every part agrees with every other.
   *
   * @throws WarrantRefusedException naming the first part that does not
   */
  static TakeoffWarrant issue(
      FlightOrder order, Carried carried, Preflight preflight, Clearance clearance, Instant now)
      throws WarrantRefusedException {
    ContentHash plan = order.plan().hash();
    Decision decision = order.decision();
    require(order.plan().flightId().equals(order.flightId()), "plan-of-another-flight");
    require(order.proof().planHash().equals(plan), "proof-of-another-plan");
    require(order.proof().holds(), "proof-does-not-hold");
    require(decision.planHash().equals(plan), "decision-on-another-plan");
    require(decision.proofHash().equals(order.proof().hash()), "decision-on-another-proof");
    require(decision.verdict().allows(), "decision-is-no-go");
    require(decision.flightId().equals(order.flightId()), "decision-on-another-flight");
    require(!now.isBefore(decision.decidedAt()), "decision-not-valid-yet");
    require(now.isBefore(decision.validUntil()), "decision-expired");
    require(!now.isBefore(order.plan().validFrom()), "plan-not-valid-yet");
    require(now.isBefore(order.plan().validUntil()), "plan-expired");
    require(carried.planHash().equals(plan) && carried.complete(), "aircraft-carries-another-plan");
    require(preflight.passed(), "checks-not-passed");
    require(clearance.by().equals(order.pilotId()), "cleared-by-another-pilot");
    require(clearance.planHash().equals(plan), "cleared-another-plan");
    require(clearance.decisionHash().equals(decision.hash()), "cleared-another-decision");
    Instant until =
        decision.validUntil().isBefore(order.plan().validUntil())
            ? decision.validUntil()
            : order.plan().validUntil();
    return new TakeoffWarrant(order, until);
  }

  private static void require(boolean agrees, String code) throws WarrantRefusedException {
    if (!agrees) {
      throw new WarrantRefusedException(code);
    }
  }

  /** Only this flight's vehicle, and only while decision and plan last. */
  @Override
  public boolean permitsArming(String vehicle, Instant now) {
    return vehicle.equals(vehicleId) && now.isBefore(validUntil);
  }

  public String flightId() {
    return flightId;
  }

  public Instant validUntil() {
    return validUntil;
  }

  public ContentHash planHash() {
    return planHash;
  }

  public ContentHash proofHash() {
    return proofHash;
  }

  public ContentHash decisionHash() {
    return decisionHash;
  }
}
