package org.vigie.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronefleet.mavlink.common.AdsbVehicle;
import io.dronefleet.mavlink.common.MissionItemInt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.Flight;
import org.vigie.simulator.net.LinkFaults;

/** Faults of storage, sky, links, cameras, sensors and station, and how the board keeps them. */
class OutsideFaultsTest {
  private static final int MISSION = 0;
  private static final int FENCE = 1;
  private static final int ACCEPTED = 0;

  private final Flight flight = Flight.ready();
  private final NotedPorts ports = new NotedPorts();
  private final FaultBoard board = new FaultBoard(flight.world, ports);

  private void inject(String line) {
    FaultLine.Begins begins = (FaultLine.Begins) FaultLine.parse(line).orElseThrow();
    assertThat(board.inject(begins.injection())).isEmpty();
  }

  private List<MissionItemInt.Builder> triangle() {
    return List.of(
        flight.item(FENCE, 0, 5001, 50, 50, 0).param1(3),
        flight.item(FENCE, 0, 5001, -50, 50, 0).param1(3),
        flight.item(FENCE, 0, 5001, 0, -50, 0).param1(3));
  }

  private OptionalDouble offM(MissionItemInt stored, double east, double north) {
    LatLon meant = flight.place(east, north);
    return OptionalDouble.of(Geodesics.distanceM(meant, LatLon.ofE7(stored.x(), stored.y())));
  }

  @Test
  void a_damaged_fence_is_accepted_and_reads_back_as_another() {
    inject("fence-storage");
    assertThat(flight.upload(FENCE, triangle())).isEqualTo(ACCEPTED);
    assertThat(offM(flight.download(FENCE).get(0), 50, 50).orElseThrow())
        .isCloseTo(45.5, within(1.0));
    board.lift(FaultKind.FENCE_STORAGE, Optional.empty());
    assertThat(flight.upload(FENCE, triangle())).isEqualTo(ACCEPTED);
    assertThat(offM(flight.download(FENCE).get(0), 50, 50).orElseThrow()).isLessThan(0.1);
  }

  @Test
  void a_damaged_mission_is_accepted_and_reads_back_as_another() {
    List<MissionItemInt.Builder> there =
        List.of(flight.mission(22, 0, 0, 20), flight.mission(16, 40, 60, 20));
    inject("mission-storage");
    assertThat(flight.upload(MISSION, there)).isEqualTo(ACCEPTED);
    assertThat(offM(flight.download(MISSION).get(2), 40, 60).orElseThrow())
        .isCloseTo(45.5, within(1.0));
    board.lift(FaultKind.MISSION_STORAGE, Optional.empty());
    assertThat(flight.upload(MISSION, there)).isEqualTo(ACCEPTED);
    assertThat(offM(flight.download(MISSION).get(2), 40, 60).orElseThrow()).isLessThan(0.1);
  }

  private List<AdsbVehicle> traffic(double seconds) {
    flight.forget();
    flight.run(seconds);
    return flight.all(AdsbVehicle.class);
  }

  @Test
  void an_intruder_on_a_line_is_seen_each_second_where_it_is() {
    inject("intruder 45.4300 4.3790 600 0 50");
    List<AdsbVehicle> seen = traffic(10.5);
    assertThat(seen).hasSizeBetween(10, 11);
    AdsbVehicle first = seen.get(0);
    AdsbVehicle last = seen.get(seen.size() - 1);
    assertThat(first.altitude()).isEqualTo(600_000);
    assertThat(first.heading()).isZero();
    assertThat(first.horVelocity()).isEqualTo(5_000);
    assertThat(first.callsign()).startsWith("SIM");
    LatLon from = LatLon.ofE7(first.lat(), first.lon());
    LatLon to = LatLon.ofE7(last.lat(), last.lon());
    assertThat(Geodesics.distanceM(from, to)).isCloseTo(50.0 * (seen.size() - 1), within(2.0));
    assertThat(Math.IEEEremainder(Geodesics.azimuthDeg(from, to), 360)).isCloseTo(0, within(0.1));
    board.lift(FaultKind.INTRUDER, Optional.empty());
    assertThat(traffic(3)).isEmpty();
  }

  @Test
  void a_full_sky_keeps_the_next_intruder_out_and_says_so() {
    for (int i = 1; i <= 32; i++) {
      inject("intruder 45.4300 4.3790 600 0 50 0 " + i);
    }
    FaultLine.Begins next =
        (FaultLine.Begins) FaultLine.parse("intruder 45.4300 4.3790 600 0 50 0 33").orElseThrow();
    assertThat(board.inject(next.injection())).anyMatch(note -> note.en().contains("sky is full"));
    assertThat(traffic(1.5)).isNotEmpty();
  }

  @Test
  void an_intruder_that_orbits_keeps_its_distance() {
    LatLon middle = new LatLon(45.4390, 4.3790);
    inject("intruder 45.4390 4.3790 600 90 30 300");
    List<AdsbVehicle> seen = traffic(30);
    assertThat(seen).hasSizeGreaterThan(25);
    assertThat(seen)
        .allSatisfy(
            one ->
                assertThat(Geodesics.distanceM(middle, LatLon.ofE7(one.lat(), one.lon())))
                    .isCloseTo(300, within(0.5)));
    assertThat(seen.stream().map(AdsbVehicle::lat).distinct().count()).isGreaterThan(20);
  }

  @Test
  void an_intruder_beyond_the_receivers_reach_is_not_heard() {
    inject("intruder 46.0 4.3790 600 0 50");
    assertThat(traffic(3)).isEmpty();
  }

  @Test
  void faults_of_a_link_add_up_and_end_one_by_one() {
    inject("link-drop 20");
    inject("link-delay 0.5 0.1");
    inject("link-duplicate 10");
    inject("link-reorder 5");
    inject("link-bandwidth 2000");
    assertThat(ports.link()).isEqualTo(new LinkFaults(0.2, 0.5, 0.1, 0.1, 0.05, 2_000));
    inject("link-loss");
    assertThat(ports.link().lossShare()).isEqualTo(1);
    board.lift(FaultKind.LINK_LOSS, Optional.empty());
    assertThat(ports.link().lossShare()).as("what was lost before").isEqualTo(0.2);
    for (FaultKind kind :
        List.of(
            FaultKind.LINK_DROP,
            FaultKind.LINK_DELAY,
            FaultKind.LINK_DUPLICATE,
            FaultKind.LINK_REORDER,
            FaultKind.LINK_BANDWIDTH)) {
      board.lift(kind, Optional.empty());
    }
    assertThat(ports.link()).isEqualTo(LinkFaults.NONE);
  }

  @Test
  void cameras_sensors_and_the_station_are_told() {
    inject("camera-off");
    inject("camera-freeze");
    board.lift(FaultKind.CAMERA_FREEZE, Optional.empty());
    board.lift(FaultKind.CAMERA_OFF, Optional.empty());
    assertThat(ports.said)
        .as("the frozen picture was not seen at all")
        .containsExactly("camera NONE", "camera LIVE");
    ports.said.clear();
    inject("sensor-false-alarm ac-01 gunshot");
    inject("station-kill for 5");
    assertThat(ports.said.get(0)).startsWith("alarm ac-01 gunshot 2026-11-24T13:00:");
    assertThat(ports.said.subList(1, 2)).containsExactly("station KILL");
    flight.run(5.1);
    board.turn();
    assertThat(ports.said)
        .as("five seconds later it starts")
        .hasSize(3)
        .last()
        .isEqualTo("station RESTART");
  }

  @Test
  void a_restart_ends_a_kill_and_a_station_that_runs_is_killed_first() {
    inject("station-kill for 5");
    inject("station-restart");
    assertThat(board.active()).isEmpty();
    flight.run(5.1);
    board.turn();
    assertThat(ports.said).containsExactly("station KILL", "station RESTART");
    ports.said.clear();
    inject("station-restart");
    assertThat(ports.said).containsExactly("station KILL", "station RESTART");
    assertThat(board.active()).isEmpty();
  }

  @Test
  void a_fault_for_one_vehicle_leaves_the_others_and_one_for_nobody_says_so() {
    FaultLine.Begins other =
        (FaultLine.Begins) FaultLine.parse("gps-off @somebody-else").orElseThrow();
    assertThat(board.inject(other.injection()))
        .extracting(Note::en)
        .containsExactly("there is no vehicle somebody-else");
    flight.run(1);
    assertThat(flight.copter().gpsOk()).isTrue();
    FaultLine.Begins mine = (FaultLine.Begins) FaultLine.parse("gps-off @v1").orElseThrow();
    assertThat(board.inject(mine.injection())).isEmpty();
    flight.run(1);
    assertThat(flight.copter().gpsOk()).isFalse();
  }

  @Test
  void a_motor_that_is_not_there_is_named() {
    FaultLine.Begins ninth = (FaultLine.Begins) FaultLine.parse("motor-off 9").orElseThrow();
    assertThat(board.inject(ninth.injection()))
        .extracting(Note::en)
        .containsExactly("v1 has no motor 9: nothing happens to it");
  }
}
