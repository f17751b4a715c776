package org.vigie.groundstation.flight;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofCheck;
import org.vigie.planner.proof.ProofFinding;

/**
 * Out of another aircraft's way: crewed ones pass above, so the aircraft stops and sinks by what
 * the proof found to spare between its route and everything below. Where there is nothing to spare
 * it holds. Nothing else was proven, so nothing else is flown.
 */
final class Avoidance {
  private static final String COMMAND = "sink";

  /** Less is not worth the noise of its position. */
  private static final double SINK_M_MIN = 5;

  /** Kept of what is to spare: an aircraft sinks past its height by about this. */
  private static final double KEPT_M = 2;

  /** Slower than this it has stopped. */
  private static final double STOPPED_MPS = 1;

  private Avoidance() {}

  static void begin(Turn turn, FlightInput.Order order) {
    turn.orderMode(order.commandId(), order.command().code(), order.by(), turn.profile().hold());
    turn.guided(Flight.Guided.AVOIDING);
  }

  /** Once it has stopped, it sinks; asked at each look. */
  static void watch(Turn turn, VehicleSnapshot vehicle) {
    VehicleSnapshot.Position at = vehicle.position();
    VehicleSnapshot.HomeFix home = vehicle.home();
    if (turn.guided() != Flight.Guided.AVOIDING
        || at == null
        || home == null
        || !turn.stationFlies(vehicle)
        || !Airborne.mode(vehicle).equals(turn.profile().hold().name())
        || speedMps(at.velocity()) > STOPPED_MPS) {
      return;
    }
    double sinkM = spareM(turn.order().proof()).orElse(0) - KEPT_M;
    if (sinkM < SINK_M_MIN) {
      turn.guided(Flight.Guided.NOT);
      return;
    }
    String id = turn.order().flightId() + "-" + COMMAND + "-" + turn.now().toEpochMilli();
    HeightAboveHome lower = new HeightAboveHome(at.height().metres() - sinkM);
    turn.orderPlace(
        id,
        COMMAND,
        "station",
        Flight.Guided.AVOID,
        new VehicleAct.GoTo(id, at.point(), lower, home.altitude(), false));
  }

  /** What every point of the route has to spare below it, metres; empty if that is not known. */
  private static OptionalDouble spareM(Proof proof) {
    OptionalDouble ground = leastM(proof, ProofCheck.GROUND_CLEARANCE);
    OptionalDouble obstacles = leastM(proof, ProofCheck.OBSTACLE_CLEARANCE);
    return ground.isEmpty() || obstacles.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(ground.getAsDouble(), obstacles.getAsDouble()));
  }

  private static OptionalDouble leastM(Proof proof, ProofCheck check) {
    List<ProofFinding> findings =
        proof.findings().stream().filter(finding -> finding.check().equals(check.code())).toList();
    return findings.stream().allMatch(ProofFinding::holds)
        ? findings.stream().mapToDouble(ProofFinding::margin).min()
        : OptionalDouble.empty();
  }

  private static double speedMps(VelocityNed velocity) {
    return Math.hypot(velocity.northMps(), velocity.eastMps());
  }
}
