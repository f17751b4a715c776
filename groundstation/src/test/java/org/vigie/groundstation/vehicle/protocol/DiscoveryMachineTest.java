package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.EquipmentMessage.CameraInformation;
import org.vigie.groundstation.mavlink.EquipmentMessage.GimbalManagerInformation;
import org.vigie.groundstation.mavlink.EquipmentMessage.VideoStreamInformation;
import org.vigie.groundstation.mavlink.PositionMessage.HomePosition;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;

/** Asking what a vehicle carries, in virtual time, of vehicles scripted after the recorded ones. */
class DiscoveryMachineTest {
  private static final Peer PEER = new Peer(3, 1, 255, 190);
  private static final int ACCEPTED = 0;
  private static final int UNSUPPORTED = 3;

  private final DiscoveryMachine machine = new DiscoveryMachine(PEER);
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  /** What was asked: component/message/item. */
  private final List<String> asked = new ArrayList<>();

  private boolean autopilotFree = true;
  private boolean placed = true;

  /** Does what a vehicle does with a question. */
  private interface Vehicle {
    void answer(int component, int message, int item);
  }

  private static final Vehicle SILENT = (component, message, item) -> {};

  private void run(double seconds, Vehicle vehicle) {
    Instant end = now.plusMillis(Math.round(seconds * 1000));
    while (now.isBefore(end)) {
      machine
          .onTick(now, autopilotFree, placed)
          .ifPresent(
              message -> {
                CommandLong question = (CommandLong) message;
                assertThat(question.command()).isEqualTo(512);
                assertThat(question.targetSystem()).isEqualTo(3);
                int id = (int) question.param1();
                asked.add(question.targetComponent() + "/" + id + "/" + (int) question.param2());
                vehicle.answer(question.targetComponent(), id, (int) question.param2());
              });
      now = now.plusMillis(100);
    }
  }

  private boolean ack(int component, int result) {
    return machine.onAck(component, new CommandAck(512, result, 0, 0, 255, 190));
  }

  private void say(int component, VehicleMessage message) {
    machine.onMessage(component, message, now);
  }

  private void beat(int component, int type) {
    say(component, new Heartbeat(0, type, 8, 0, 4, 3));
  }

  private static CameraInformation camera(String model) {
    OptionalDouble none = OptionalDouble.empty();
    return new CameraInformation(
        1, 1, OptionalDouble.of(4.3), none, none, 256, 1920, 1080, 0, "Vigie\n", model, 0, "");
  }

  private static VideoStreamInformation stream(int id, int count, String uri) {
    return new VideoStreamInformation(
        25, 4_000_000, 1, 1920, 1080, 0, 74, id, count, 0, "s" + id, uri, 1);
  }

  private static GimbalManagerInformation gimbal() {
    OptionalDouble none = OptionalDouble.empty();
    return new GimbalManagerInformation(
        1,
        7,
        none,
        none,
        OptionalDouble.of(-Math.PI / 2),
        OptionalDouble.of(Math.PI / 9),
        none,
        none,
        154);
  }

  private static HomePosition home() {
    return new HomePosition(new LatLon(45.4386, 4.3766), new AltitudeAmsl(538.2), 0);
  }

  @Test
  void an_arducopter_that_has_everything_in_itself_tells_all_of_it() {
    machine.begin();
    run(
        3,
        (component, message, item) -> {
          assertThat(ack(component, ACCEPTED)).isTrue();
          switch (message) {
            case 242 -> say(1, home());
            case 259 -> say(1, camera("Wide"));
            case 280 -> say(1, gimbal());
            default -> {
              say(1, stream(1, 2, "rtsp://10.0.0.7:8554/wide"));
              say(1, stream(2, 2, "rtsp://admin:secret@10.0.0.7:8554/down"));
            }
          }
        });
    assertThat(asked).containsExactly("1/242/0", "1/259/0", "1/280/0", "1/269/0");
    assertThat(machine.idle()).isTrue();
    Equipment found = machine.found();
    assertThat(found.cameras())
        .containsExactly(
            new Equipment.Camera(1, "Vigie", "Wide", 1920, 1080, OptionalDouble.of(4.3), 256));
    assertThat(found.gimbals().get(0).deviceId()).isEqualTo(154);
    assertThat(found.gimbals().get(0).pitchMinDeg()).hasValue(-90);
    assertThat(found.gimbals().get(0).yawMinDeg()).isEmpty();
    assertThat(found.streams())
        .extracting(Equipment.Stream::uri)
        .as("no password is shown")
        .containsExactly("rtsp://10.0.0.7:8554/wide", "rtsp://10.0.0.7:8554/down");
    assertThat(found.streams()).extracting(Equipment.Stream::problem).containsOnly("");
  }

  /** Observation 3: ACCEPTED, and nothing comes. */
  @Test
  void an_accepted_question_without_an_answer_is_asked_three_times_and_given_up() {
    machine.begin();
    run(20, (component, message, item) -> assertThat(ack(component, ACCEPTED)).isTrue());
    assertThat(asked)
        .containsExactly(
            "1/242/0", "1/242/0", "1/242/0", "1/259/0", "1/259/0", "1/259/0", "1/280/0", "1/280/0",
            "1/280/0");
    assertThat(machine.found()).isEqualTo(Equipment.NONE);
    assertThat(machine.idle()).isTrue();
  }

  /** Observation 4: PX4 acknowledges nothing of a camera, and says nothing without one. */
  @Test
  void a_px4_without_camera_is_left_alone_after_nine_questions() {
    machine.begin();
    run(60, SILENT);
    assertThat(asked).hasSize(9);
    assertThat(machine.idle()).isTrue();
  }

  @Test
  void a_refusal_is_an_answer() {
    machine.begin();
    run(5, (component, message, item) -> assertThat(ack(component, UNSUPPORTED)).isTrue());
    assertThat(asked).containsExactly("1/242/0", "1/259/0", "1/280/0");
  }

  @Test
  void a_camera_is_asked_once_it_is_heard_and_again_after_it_was_silent() {
    machine.begin();
    run(10, SILENT);
    asked.clear();
    Vehicle answers =
        (component, message, item) -> {
          if (message == 259) {
            say(component, camera("Zoom"));
          } else {
            say(component, stream(1, 1, "rtsp://10.0.0.9/zoom"));
          }
        };
    for (int second = 0; second < 3; second++) {
      beat(100, 30);
      run(1, answers);
    }
    assertThat(asked).containsExactly("100/259/0", "100/269/0");
    assertThat(machine.found().cameras().get(0).component()).isEqualTo(100);

    run(6, answers);
    beat(100, 30);
    run(1, answers);
    assertThat(asked).containsExactly("100/259/0", "100/269/0", "100/259/0", "100/269/0");
    beat(154, 26);
    beat(101, 18); // an onboard computer that speaks as a camera
    run(8, SILENT);
    assertThat(asked.subList(4, 10))
        .containsExactly(
            "154/280/0", "154/280/0", "154/280/0", "101/259/0", "101/259/0", "101/259/0");
  }

  @Test
  void what_does_not_answer_any_more_after_the_link_was_lost_is_forgotten() {
    machine.begin();
    run(3, (component, message, item) -> answerAll(message));
    assertThat(machine.found().streams()).hasSize(1);
    machine.begin();
    run(1, SILENT);
    assertThat(machine.found().cameras()).as("kept while it is asked").hasSize(1);
    run(12, SILENT);
    assertThat(machine.found()).isEqualTo(Equipment.NONE);
  }

  private void answerAll(int message) {
    switch (message) {
      case 242 -> say(1, home());
      case 259 -> say(1, camera("Wide"));
      case 280 -> say(1, gimbal());
      default -> say(1, stream(1, 1, "rtsp://10.0.0.7:8554/wide"));
    }
  }

  @Test
  void home_is_asked_again_once_the_vehicle_has_a_position_and_no_oftener() {
    placed = false;
    machine.begin();
    run(20, SILENT);
    asked.clear();
    run(20, SILENT);
    assertThat(asked).isEmpty();
    placed = true;
    run(20, SILENT);
    assertThat(asked).containsExactly("1/242/0", "1/242/0", "1/242/0");
    run(60, SILENT);
    assertThat(asked).hasSize(3);
  }

  @Test
  void streams_that_are_missing_are_asked_for_one_by_one() {
    machine.begin();
    run(
        8,
        (component, message, item) -> {
          if (message != 269) {
            answerAll(message);
          } else if (item == 0) {
            say(1, stream(1, 3, "rtsp://10.0.0.7/1"));
            say(1, stream(3, 3, "rtsp://10.0.0.7/3"));
          } else {
            say(1, stream(item, 3, "rtsp://10.0.0.7/" + item));
          }
        });
    assertThat(asked).endsWith("1/269/0", "1/269/2");
    assertThat(machine.found().streams()).extracting(Equipment.Stream::id).containsExactly(1, 2, 3);
  }

  @Test
  void a_camera_that_boasts_of_streams_is_believed_eight() {
    machine.begin();
    run(
        60,
        (component, message, item) -> {
          if (message != 269) {
            answerAll(message);
          } else {
            for (int id = 0; id < 255; id++) {
              say(1, stream(id, 255, "rtsp://10.0.0.7/" + id));
            }
          }
        });
    assertThat(machine.found().streams()).hasSize(8);
    assertThat(asked).hasSizeLessThan(20);
  }

  /** ACKs do not tell what they are for: those of others' requests are left to them. */
  @Test
  void the_autopilot_is_asked_only_when_nobody_else_waits_for_its_answer() {
    autopilotFree = false;
    machine.begin();
    beat(100, 30);
    run(2, SILENT);
    assertThat(asked).containsOnly("100/259/0");
    assertThat(ack(1, ACCEPTED)).as("somebody else's").isFalse();
    assertThat(machine.onAck(100, new CommandAck(511, ACCEPTED, 0, 0, 255, 190))).isFalse();
    assertThat(machine.onAck(100, new CommandAck(512, ACCEPTED, 0, 0, 254, 190))).isFalse();
    assertThat(ack(100, ACCEPTED)).isTrue();
    assertThat(ack(1, ACCEPTED)).isFalse();
  }

  @Test
  void at_twenty_per_cent_loss_nearly_all_is_found_and_every_run_ends() {
    SplittableRandom random = new SplittableRandom(7);
    int whole = 0;
    for (int seed = 0; seed < 1000; seed++) {
      DiscoveryMachine lossy = new DiscoveryMachine(PEER);
      lossy.begin();
      Instant at = now;
      for (int tick = 0; tick < 400; tick++) {
        Instant moment = at;
        lossy
            .onTick(moment, true, true)
            .map(CommandLong.class::cast)
            .filter(question -> random.nextDouble() > 0.2)
            .ifPresent(question -> lossyAnswer(lossy, question, random, moment));
        at = at.plusMillis(100);
      }
      assertThat(lossy.idle()).isTrue();
      boolean all =
          lossy.found().cameras().size() == 1
              && lossy.found().gimbals().size() == 1
              && lossy.found().streams().size() == 3;
      whole += all ? 1 : 0;
    }
    // a question is lost three times over with (1 - 0.8 * 0.8)^3, 4.7 %; there are three or more
    assertThat(whole).isGreaterThan(800);
  }

  private static void lossyAnswer(
      DiscoveryMachine lossy, CommandLong question, SplittableRandom random, Instant at) {
    List<VehicleMessage> answers =
        switch ((int) question.param1()) {
          case 242 -> List.<VehicleMessage>of(home());
          case 259 -> List.<VehicleMessage>of(camera("Wide"));
          case 280 -> List.<VehicleMessage>of(gimbal());
          default ->
              question.param2() == 0
                  ? List.<VehicleMessage>of(
                      stream(1, 3, "rtsp://h/1"),
                      stream(2, 3, "rtsp://h/2"),
                      stream(3, 3, "rtsp://h/3"))
                  : List.<VehicleMessage>of(stream((int) question.param2(), 3, "rtsp://h/x"));
        };
    for (VehicleMessage answer : answers) {
      if (random.nextDouble() > 0.2) {
        lossy.onMessage(1, answer, at.plus(Duration.ofMillis(80)));
      }
    }
  }
}
