package org.vigie.groundstation.flight;

import org.vigie.groundstation.compliance.decision.Decision;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.Proof;

/**
 * A flight that was planned, proven and decided, handed to the vehicle that is to fly it.
 * Immutable.
 *
 * @param serviceId on whose behalf
 * @param commune INSEE code
 * @param pilotId the remote pilot in command
 */
public record FlightOrder(
    String flightId,
    String vehicleId,
    String serviceId,
    String commune,
    String pilotId,
    FlightPlan plan,
    Proof proof,
    Decision decision) {}
