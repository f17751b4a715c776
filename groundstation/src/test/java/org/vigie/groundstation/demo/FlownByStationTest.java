package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flight.CheckResult;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.flight.PilotCommand;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.Equipment;
import org.vigie.groundstation.vehicle.protocol.RemoteIdState;
import org.vigie.planner.replan.SceneMove;
import org.vigie.simulator.world.Flavour;

/**
 * Whole flights of ArduCopter and PX4 by one and the same station, over a real socket: upload,
 * read-back, checks, arming, mission, hold, resume, return, landing. With {@code
 * -Dvigie.sitl=tcp:HOST:PORT} (or {@code udp:HOST:PORT} to listen at) they are flown by an
 * autopilot that runs already, in its own time.
 */
class FlownByStationTest {
  private static final LatLon HOME = new LatLon(45.4390, 4.3790);
  private static final double GROUND_M = 530;
  private static final String RUNNING = System.getProperty("vigie.sitl", "");

  /** An aircraft, and the firmware table that plans for it are made from. */
  private record Found(AircraftOnSocket aircraft, int systemId, String firmware)
      implements AutoCloseable {
    StationFlight flight() {
      return new StationFlight(aircraft, systemId, firmware);
    }

    @Override
    public void close() throws IOException {
      aircraft.close();
    }
  }

  static Stream<String> autopilots() {
    return RUNNING.isEmpty()
        ? Arrays.stream(Flavour.values()).map(Flavour::name)
        : Stream.of(RUNNING);
  }

  private static Found find(String autopilot) throws IOException {
    if (RUNNING.isEmpty()) {
      Flavour flavour = Flavour.valueOf(autopilot);
      return new Found(AircraftOnSocket.simulated(flavour, HOME, GROUND_M), 1, table(flavour));
    }
    AircraftOnSocket aircraft = AircraftOnSocket.running(autopilot);
    RunningAutopilot heard = RunningAutopilot.listen(aircraft);
    return new Found(aircraft, heard.systemId(), heard.firmware());
  }

  private static String table(Flavour flavour) {
    return switch (flavour) {
      case ARDUCOPTER_4_6 -> "arducopter-4.6";
      case ARDUCOPTER_4_7 -> "arducopter-4.7";
      case PX4_1_17 -> "px4-1.17";
    };
  }

  @ParameterizedTest
  @MethodSource("autopilots")
  void it_flies_out_is_held_resumes_looks_and_comes_home_by_itself(String autopilot)
      throws IOException {
    try (Found found = find(autopilot)) {
      StationFlight flight = found.flight();
      flight.takeOff();
      flight.run(4);
      flight.pilot(PilotCommand.HOLD);
      flight.until("held", 10, () -> flight.state() == FlightState.HOLDING);
      flight.run(4);
      flight.pilot(PilotCommand.RESUME);
      flight.until("on its way again", 10, () -> flight.state() == FlightState.OUTBOUND);
      flight.until("on scene", 120, () -> flight.state() == FlightState.ON_SCENE);
      flight.until("down", 400, () -> flight.state() == FlightState.LANDED);

      assertThat(flight.states())
          .containsExactly(
              FlightState.CHECKING,
              FlightState.AWAITING_CLEARANCE,
              FlightState.ARMING,
              FlightState.TAKING_OFF,
              FlightState.OUTBOUND,
              FlightState.HOLDING,
              FlightState.OUTBOUND,
              FlightState.ON_SCENE,
              FlightState.RETURNING,
              FlightState.LANDING,
              FlightState.LANDED);
      assertThat(flight.fromHomeM()).isLessThan(4);
      if (RUNNING.isEmpty()) {
        assertFitted(flight);
      }
      assertThat(flight.journal.events(FlightEvent.CommandFinished.class))
          .allMatch(finished -> finished.outcome().equals("accepted"));
      assertThat(flight.journal.events(FlightEvent.ReactionOverridden.class)).isEmpty();
    }
  }

  /** What it carries was found, and its transmitter was fed before take-off and until now. */
  private static void assertFitted(StationFlight flight) {
    List<CheckResult> checks =
        flight.journal.events(FlightEvent.Checked.class).stream()
            .flatMap(checked -> checked.checks().stream())
            .toList();
    assertThat(checks)
        .filteredOn(CheckResult::passed)
        .extracting(CheckResult::check)
        .contains("remote-id", "wind-planned", "link-quality", "home-from-site");
    VehicleSnapshot now = flight.snapshot();
    assertThat(now.remoteId().status()).isEqualTo(RemoteIdState.Status.GOOD);
    assertThat(now.equipment().cameras())
        .singleElement()
        .returns("Vigie", Equipment.Camera::vendor)
        .returns(100, Equipment.Camera::component);
    assertThat(now.equipment().streams())
        .singleElement()
        .returns("rtsp://127.0.0.1:8554/wide", Equipment.Stream::uri)
        .returns("H264", Equipment.Stream::encoding);
  }

  @ParameterizedTest
  @MethodSource("autopilots")
  void it_is_called_back_half_way_and_then_told_to_land(String autopilot) throws IOException {
    try (Found found = find(autopilot)) {
      StationFlight flight = found.flight();
      flight.takeOff();
      flight.run(12);
      flight.pilot(PilotCommand.RETURN);
      flight.until("on its way back", 10, () -> flight.state() == FlightState.RETURNING);
      flight.run(4);
      assertThat(flight.snapshot().inMode(flight.profile.provenReturn())).isTrue();
      flight.pilot(PilotCommand.LAND);
      flight.until("landing", 10, () -> flight.state() == FlightState.LANDING);
      flight.until("down", 200, () -> flight.state() == FlightState.LANDED);

      assertThat(flight.snapshot().armed()).isFalse();
      assertThat(flight.journal.events(FlightEvent.OrderRefused.class)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("autopilots")
  void its_scene_is_extended_and_moved_and_it_comes_home_from_there(String autopilot)
      throws IOException {
    try (Found found = find(autopilot)) {
      StationFlight flight = found.flight();
      flight.takeOff();
      flight.until("on scene", 120, () -> flight.state() == FlightState.ON_SCENE);
      flight.extendScene();
      int last = flight.plan.phases().sceneLast();
      flight.until("its last item", 300, () -> flight.missionSeq() == last);
      flight.until("one more round", 60, () -> flight.missionSeq() < last);
      flight.run(5);
      assertThat(flight.state()).isEqualTo(FlightState.ON_SCENE);

      LatLon nearer = Geodesics.destination(flight.plan.home().position(), 60, 60);
      flight.moveScene(nearer);
      flight.run(4);
      flight.pilot(PilotCommand.HOLD);
      flight.until("held", 10, () -> flight.state() == FlightState.HOLDING);
      flight.until("standing", 20, () -> flight.speedMps() < 0.5);
      flight.run(3);
      assertThat(flight.speedMps()).isLessThan(0.5);
      SceneMove.Found view = flight.moveScene(nearer);
      LatLon place = view.way().get(view.way().size() - 1);
      flight.until("there", 120, () -> flight.awayFromM(place) < 4);
      flight.run(6);
      assertThat(flight.state()).isEqualTo(FlightState.ON_SCENE);
      assertThat(flight.awayFromM(place)).isLessThan(4);

      flight.pilot(PilotCommand.RETURN);
      flight.until("on its way back", 10, () -> flight.state() == FlightState.RETURNING);
      flight.until("down", 400, () -> flight.state() == FlightState.LANDED);
      assertThat(flight.fromHomeM()).isLessThan(4);
      assertThat(flight.states()).doesNotContain(FlightState.EXTERNAL_CONTROL);
      assertThat(flight.journal.events(FlightEvent.Containment.class)).isEmpty();
      assertThat(flight.journal.events(FlightEvent.OrderRefused.class)).isEmpty();
    }
  }

  /** Not for an aircraft that somebody may want to use again. */
  @ParameterizedTest
  @EnumSource(Flavour.class)
  void its_motors_are_stopped_in_the_air_and_that_is_no_landing(Flavour flavour)
      throws IOException {
    try (Found found =
        new Found(AircraftOnSocket.simulated(flavour, HOME, GROUND_M), 1, table(flavour))) {
      StationFlight flight = found.flight();
      if (flavour == Flavour.PX4_1_17) {
        flight.run(5);
        flight.asksToArm();
      }
      flight.takeOff();
      flight.run(2);
      flight.pilot(PilotCommand.TERMINATE);
      flight.until("down", 60, () -> flight.state().over());

      assertThat(flight.journal.events(FlightEvent.ArmAuthorisationAnswered.class))
          .hasSize(flavour == Flavour.PX4_1_17 ? 1 : 0)
          .allMatch(asked -> asked.answer().equals("granted"));
      assertThat(flight.states()).last().isEqualTo(FlightState.ABORTED);
      assertThat(flight.journal.events(FlightEvent.StateChanged.class))
          .last()
          .extracting(FlightEvent.StateChanged::reason)
          .isEqualTo("terminated");
      assertThat(flight.journal.events(FlightEvent.CommandFinished.class))
          .last()
          .extracting(FlightEvent.CommandFinished::outcome)
          .isEqualTo("accepted");
    }
  }

  @ParameterizedTest
  @MethodSource("autopilots")
  void it_flies_again_from_where_it_was_told_to_land(String autopilot) throws IOException {
    try (Found found = find(autopilot)) {
      StationFlight first = found.flight();
      first.takeOff();
      first.run(5);
      first.pilot(PilotCommand.LAND);
      first.until("down", 200, () -> first.state() == FlightState.LANDED);
      assertThat(first.fromHomeM()).isGreaterThan(15);

      StationFlight second = found.flight();
      second.takeOff();
      second.run(5);
      second.pilot(PilotCommand.RETURN);
      second.until("down", 300, () -> second.state() == FlightState.LANDED);

      assertThat(second.fromHomeM()).isLessThan(4);
      assertThat(second.journal.events(FlightEvent.OrderRefused.class)).isEmpty();
    }
  }
}
