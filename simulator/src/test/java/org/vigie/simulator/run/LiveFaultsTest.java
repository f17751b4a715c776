package org.vigie.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.simulator.fault.FaultPorts;
import org.vigie.simulator.fault.Note;

/** Lines typed into a running simulation, and a simulation as fast as the machine can. */
@Timeout(60)
class LiveFaultsTest {
  private static RunningSimulation start(double speed) throws Exception {
    ScenarioFile file = ScenarioFile.read("fair-weather");
    return RunningSimulation.start(
        file.scenario(),
        file.terrain(),
        new Transport.TcpListen("127.0.0.1", 0),
        speed,
        OptionalLong.empty());
  }

  @Test
  void faults_that_nobody_takes_are_answered_with_a_note_and_those_that_somebody_takes_are_not()
      throws Exception {
    List<Note> notes = new CopyOnWriteArrayList<>();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    AtomicBoolean quit = new AtomicBoolean();
    try (RunningSimulation simulation = start(1)) {
      simulation.notes(notes::add);
      LiveLines lines =
          new LiveLines(
              simulation,
              new PrintStream(errors, true, StandardCharsets.UTF_8),
              () -> quit.set(true));
      type(
          lines,
          """
          camera-off
          station-kill
          station-restart
          sensor-false-alarm ac-01 fire
          sensor-false-alarm ac-99 fire
          gps-jam off
          nonsense
          """);
      await().atMost(Duration.ofSeconds(20)).until(() -> notes.size() >= 6);
      assertThat(notes)
          .extracting(Note::en)
          .satisfiesExactly(
              note -> assertThat(note).endsWith("has no camera here: give --video"),
              note -> assertThat(note).startsWith("no station is under test here"),
              note -> assertThat(note).startsWith("no station is under test here"),
              note -> assertThat(note).endsWith("give --alerts"),
              note -> assertThat(note).startsWith("there is no sensor ac-99; there are ac-01"),
              note -> assertThat(note).isEqualTo("no gps-jam lasts now: nothing is lifted"));
      assertThat(notes)
          .extracting(Note::fr)
          .doesNotContainAnyElementsOf(notes.stream().map(Note::en).toList());
      assertThat(errors.toString(StandardCharsets.UTF_8)).contains("unknown line \"nonsense\"");
      notes.clear();
      simulation.takenBy(Outside.Taker.STATION);
      simulation.takenBy(Outside.Taker.ALARMS);
      type(lines, "station-kill\nsensor-false-alarm ac-01 fire\nquit\n");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  simulation
                      .pollOutside()
                      .filter(new Outside.Station(FaultPorts.StationOrder.KILL)::equals)
                      .isPresent());
      await().until(() -> simulation.pollOutside().isPresent());
      await().untilTrue(quit);
      assertThat(notes).isEmpty();
    }
  }

  private static void type(LiveLines lines, String text) {
    lines.follow(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void at_full_speed_it_serves_sockets_waits_for_nobody_and_ends_when_told() throws Exception {
    RunningSimulation simulation = start(Double.POSITIVE_INFINITY);
    try (simulation;
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulation.ports().get(0))) {
      Instant begin = simulation.simulatedTime();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> simulation.simulatedTime().isAfter(begin.plusSeconds(120)));
      MavlinkConnection station =
          MavlinkConnection.create(socket.getInputStream(), socket.getOutputStream());
      MavlinkMessage<?> heard = station.next();
      assertThat(heard).isNotNull();
      station.send2(
          255,
          190,
          Heartbeat.builder()
              .type(MavType.MAV_TYPE_GCS)
              .autopilot(MavAutopilot.MAV_AUTOPILOT_INVALID)
              .mavlinkVersion(3)
              .build());
      Instant beat = simulation.simulatedTime();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> simulation.simulatedTime().isAfter(beat.plusSeconds(60)));
      assertThat(simulation.order(play -> {})).isTrue();
      assertThat(simulation.failure()).isEmpty();
    }
    Instant end = simulation.simulatedTime();
    assertThat(simulation.simulatedTime()).isEqualTo(end);
    assertThat(simulation.failure()).isEmpty();
  }
}
