package org.vigie.groundstation.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.VelocityNed;
import org.vigie.groundstation.traffic.Traffic;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;

/** Other aircraft: who is told of them, who stops, and how a pilot gets out of their way. */
final class AvoidanceTest {
  private static SupervisedFlight spare(double groundM, double obstacleM) {
    FlightOrder order = level(FlightParts.order("F-1"));
    Proof proof =
        new Proof(
            order.plan().hash(),
            List.of(),
            List.of(
                new ProofFinding("ground-clearance", "outbound", true, 30 + groundM, 30, "m", ""),
                new ProofFinding(
                    "obstacle-clearance", "outbound", true, 20 + obstacleM, 20, "m", ""),
                new ProofFinding("wind", "whole-flight", true, 6, 10, "m/s", "quad-1")));
    FlightOrder with =
        new FlightOrder(
            order.flightId(),
            order.vehicleId(),
            order.serviceId(),
            order.commune(),
            order.pilotId(),
            order.plan(),
            proof,
            FlightParts.decision(
                "F-1", order.plan().hash(), proof.hash(), true, FlightParts.VALID_UNTIL));
    SupervisedFlight flight = SupervisedFlight.outbound(with);
    flight.velocity = new VelocityNed(9, 0, 0);
    flight.run(3);
    flight.forget();
    return flight;
  }

  /** The same flight with a level leg at 60 m over its site. */
  private static FlightOrder level(FlightOrder order) {
    FlightPlan p = order.plan();
    Leg leg =
        new Leg(
            2,
            p.home().latE7(),
            p.home().lonE7(),
            p.home().latE7() + 10_000,
            p.home().lonE7(),
            60,
            60,
            111,
            9,
            12,
            2);
    FlightPlan plan =
        new FlightPlan(
            p.flightId(),
            p.siteId(),
            p.aircraftId(),
            p.firmware(),
            p.validFrom(),
            p.validUntil(),
            p.home(),
            p.start(),
            p.mission(),
            p.fence(),
            p.rally(),
            p.parameters(),
            p.phases(),
            p.scene(),
            p.volume(),
            List.of(leg),
            p.budget(),
            p.zonesRespected());
    return new FlightOrder(
        order.flightId(),
        order.vehicleId(),
        order.serviceId(),
        order.commune(),
        order.pilotId(),
        plan,
        order.proof(),
        order.decision());
  }

  @Test
  void avoid_pressed_again_below_the_route_only_holds() {
    SupervisedFlight flight = spare(25, 12);
    flight.pilot(PilotCommand.AVOID);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(1);
    assertThat(flight.acts(VehicleAct.GoTo.class)).hasSize(1);
    flight.heightM = 50;
    flight.run(1);
    flight.pilot(PilotCommand.AVOID);
    flight.run(3);

    assertThat(flight.acts(VehicleAct.GoTo.class)).hasSize(1);
  }

  @Test
  void avoid_on_the_way_up_or_down_only_holds() {
    SupervisedFlight flight = spare(25, 12);
    flight.seq = 6; // lands
    flight.heightM = 8;
    flight.run(1);
    flight.pilot(PilotCommand.AVOID);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(3);

    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    assertThat(flight.acts(VehicleAct.GoTo.class)).isEmpty();
  }

  @Test
  void nothing_sinks_into_a_failsafe_nor_after_an_order_to_stop_that_was_not_taken() {
    SupervisedFlight flight = spare(25, 12);
    flight.pilot(PilotCommand.AVOID);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.systemStatus = 5;
    flight.run(2);
    assertThat(flight.acts(VehicleAct.GoTo.class)).isEmpty();

    SupervisedFlight other = spare(25, 12);
    other.rejects = act -> true;
    other.pilot(PilotCommand.AVOID);
    other.rejects = act -> false;
    other.velocity = new VelocityNed(0, 0, 0);
    other.mode = other.profile.hold(); // a fence that brakes
    other.run(3);
    assertThat(other.acts(VehicleAct.GoTo.class)).isEmpty();
  }

  @Test
  void a_helicopter_beside_it_does_not_hide_another_of_ours() {
    SupervisedFlight flight = spare(25, 12);
    LatLon beside = new LatLon(flight.point.latDeg(), flight.point.lonDeg() + 0.002);
    LatLon ahead = new LatLon(flight.point.latDeg() + 0.0005, flight.point.lonDeg());
    flight.airspace.tell(
        new Traffic("3949E2", "SAMU42", false, beside, 600, 30, 0, 0, 0, flight.now));
    flight.airspace.tell(new Traffic("v2", "", true, ahead, 588, 0, 0, -5, 0, flight.now));
    flight.run(0.5);

    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
  }

  @Test
  void avoid_stops_first_and_then_sinks_by_what_the_proof_has_to_spare() {
    SupervisedFlight flight = spare(25, 12);
    flight.pilot(PilotCommand.AVOID);
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
    flight.run(1);
    assertThat(flight.acts(VehicleAct.GoTo.class)).isEmpty(); // it has not stopped yet
    flight.velocity = new VelocityNed(0.2, 0, 0);
    flight.run(1);

    List<VehicleAct.GoTo> sinks = flight.acts(VehicleAct.GoTo.class);
    assertThat(sinks).hasSize(1);
    assertThat(sinks.get(0).height().metres()).isCloseTo(60 - 10, within(1e-9));
    assertThat(sinks.get(0).place()).isEqualTo(flight.point);
    assertThat(flight.state()).isEqualTo(FlightState.HOLDING);
  }

  @Test
  void avoid_holds_where_there_is_nothing_to_spare_below() {
    SupervisedFlight flight = spare(25, 3);
    flight.pilot(PilotCommand.AVOID);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(5);

    assertThat(flight.acts(VehicleAct.GoTo.class)).isEmpty();
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
  }

  @Test
  void another_order_of_the_pilot_ends_it() {
    SupervisedFlight flight = spare(25, 12);
    flight.pilot(PilotCommand.AVOID);
    flight.pilot(PilotCommand.RETURN);
    flight.velocity = new VelocityNed(0, 0, 0);
    flight.run(5);

    assertThat(flight.acts(VehicleAct.GoTo.class)).isEmpty();
    assertThat(flight.modesOrdered()).containsExactly("BRAKE", "AUTO_RTL");
  }

  @Test
  void of_a_helicopter_the_pilot_is_told_and_from_another_of_ours_the_aircraft_stops() {
    SupervisedFlight flight = spare(25, 12);
    flight.airspace.tell(
        new Traffic(
            "3949E2",
            "SAMU42",
            false,
            new LatLon(flight.point.latDeg() + 0.003, flight.point.lonDeg()),
            640,
            30,
            0,
            -50,
            0,
            flight.now));
    flight.run(0.5);
    assertThat(flight.journal.events(FlightEvent.ConcernRaised.class))
        .last()
        .extracting(FlightEvent.ConcernRaised::reaction, FlightEvent.ConcernRaised::subject)
        .containsExactly("WARN", "SAMU42");
    assertThat(flight.acts).isEmpty();

    LatLon ahead = new LatLon(flight.point.latDeg() + 0.0005, flight.point.lonDeg());
    flight.airspace.tell(new Traffic("v2", "", true, ahead, 588, 0, 0, -5, 0, flight.now));
    flight.run(0.5);
    assertThat(flight.modesOrdered()).containsExactly("BRAKE");
  }
}
