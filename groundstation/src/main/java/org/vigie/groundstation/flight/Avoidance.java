package org.vigie.groundstation.flight;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofCheck;
import org.vigie.planner.proof.ProofFinding;

/**
 * Out of another aircraft's way: crewed ones pass above, so the aircraft stops and sinks by what
 * the proof found to spare between its route and everything below. Where there is nothing to spare
 * it holds. Nothing else was proven, so nothing else is flown.
 */
final class Avoidance {
  static final String COMMAND = "sink";

  /** Less is not worth the noise of its position. */
  private static final double SINK_M_MIN = 5;

  /** Kept of what is to spare: an aircraft sinks past its height by about this. */
  private static final double KEPT_M = 2;

  /** Slower than this it has stopped. */
  private static final double STOPPED_MPS = 1;

  private Avoidance() {}

  /** Stops. On the way up or down nothing below was proven to be free: there it only stops. */
  static void begin(Turn turn, FlightInput.Order order) {
    turn.orderMode(order.commanded(), turn.profile().hold());
    if (turn.state() != FlightState.TAKING_OFF && turn.state() != FlightState.LANDING) {
      turn.guided(Flight.Guided.AVOIDING);
    }
  }

  /** The order to stop did not take effect, or nobody hears the aircraft: nothing sinks later. */
  static void givenUp(Turn turn) {
    if (turn.guided() == Flight.Guided.AVOIDING) {
      turn.guided(Flight.Guided.NOT);
    }
  }

  /** Once it has stopped, it sinks; asked at each look. Never into a reaction of the autopilot. */
  static void watch(Turn turn, VehicleSnapshot vehicle) {
    VehicleSnapshot.Position at = vehicle.position();
    VehicleSnapshot.HomeFix home = vehicle.home();
    if (turn.guided() != Flight.Guided.AVOIDING
        || at == null
        || home == null
        || vehicle.fenceBreached()
        || vehicle.inFailsafe()
        || !turn.stationFlies(vehicle)
        || !Airborne.mode(vehicle).equals(turn.profile().hold().name())
        || speedMps(at.velocity()) > STOPPED_MPS) {
      return;
    }
    double spareM = spareM(turn.order().proof()).orElse(0) - KEPT_M;
    double plannedM = plannedM(turn.order().plan(), at.point());
    if (!(spareM >= SINK_M_MIN && at.height().metres() >= plannedM - KEPT_M)) {
      turn.guided(Flight.Guided.NOT); // nothing to spare, or it is below its route already
      return;
    }
    String id = turn.order().flightId() + "-" + COMMAND + "-" + turn.now().toEpochMilli();
    HeightAboveHome lower = new HeightAboveHome(plannedM - spareM);
    turn.orderPlace(
        id,
        COMMAND,
        "station",
        Flight.Guided.AVOID,
        new VehicleAct.GoTo(id, at.point(), lower, home.altitude(), false));
  }

  /** Height of the level leg that is nearest: what the proof has to spare counts from it. */
  private static double plannedM(FlightPlan plan, LatLon at) {
    LocalFrame frame = new LocalFrame(at);
    return plan.legs().stream()
        .filter(leg -> leg.distanceM() > 0 && leg.fromHeightM() == leg.toHeightM())
        .min(Comparator.comparingDouble(leg -> distanceM(frame, leg)))
        .map(Leg::toHeightM)
        .orElse(Double.NaN);
  }

  private static double distanceM(LocalFrame frame, Leg leg) {
    Enu from = frame.toLocal(LatLon.ofE7(leg.fromLatE7(), leg.fromLonE7()));
    Enu to = frame.toLocal(LatLon.ofE7(leg.toLatE7(), leg.toLonE7()));
    return Distance.pointToSegment(
        new Coordinate(0, 0),
        new Coordinate(from.eastM(), from.northM()),
        new Coordinate(to.eastM(), to.northM()));
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

  static double speedMps(VelocityNed velocity) {
    return Math.hypot(velocity.northMps(), velocity.eastMps());
  }
}
