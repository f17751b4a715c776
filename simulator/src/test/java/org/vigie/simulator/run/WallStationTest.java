package org.vigie.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.GlobalPositionInt;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavModeFlag;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.simulator.net.LinkRules;

/** Somebody else's station, which beats by the wall's clock, flies at many times real time. */
@Timeout(90)
class WallStationTest {
  /** A station as a script is one: a heartbeat a second, what it steers by five times a second. */
  private static final class Script implements AutoCloseable {
    final RunningSimulation simulation;
    final Socket socket;
    final MavlinkConnection connection;
    final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    final List<String> texts = new CopyOnWriteArrayList<>();
    final List<Instant> beats = new CopyOnWriteArrayList<>();
    volatile Object repeated = new Object();
    volatile long mode;
    volatile boolean armed;
    volatile boolean placed;
    volatile double upM;

    Script(String autopilot, double speed) throws Exception {
      Launch launch =
          Launch.of(
              new Launch.Asked(
                  null, 1, null, null, List.of(), List.of(), null, autopilot, null, false, "en"));
      simulation =
          RunningSimulation.start(
              launch.scenario(),
              launch.terrain(),
              new Transport.TcpListen("127.0.0.1", 0),
              LinkRules.Version.TWO,
              speed,
              StationClock.WALL,
              OptionalLong.of(1));
      socket = new Socket(InetAddress.getLoopbackAddress(), simulation.ports().get(0));
      connection = MavlinkConnection.create(socket.getInputStream(), socket.getOutputStream());
      Thread reader = new Thread(this::read, "script-reader");
      reader.setDaemon(true);
      reader.start();
      var unused = clock.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS);
      unused = clock.scheduleAtFixedRate(this::repeat, 0, 200, TimeUnit.MILLISECONDS);
    }

    private void beat() {
      beats.add(simulation.simulatedTime());
      send(
          Heartbeat.builder()
              .type(MavType.MAV_TYPE_GCS)
              .autopilot(MavAutopilot.MAV_AUTOPILOT_INVALID)
              .build());
    }

    private void repeat() {
      if (repeated instanceof SetPositionTargetLocalNed) {
        send(repeated);
      }
    }

    synchronized void send(Object payload) {
      try {
        connection.send2(255, 190, payload);
      } catch (IOException e) {
        texts.add("lost " + e);
      }
    }

    private void read() {
      try {
        MavlinkMessage<?> message = connection.next();
        while (message != null) {
          take(message);
          message = connection.next();
        }
      } catch (IOException e) {
        texts.add("closed");
      }
    }

    private void take(MavlinkMessage<?> message) {
      if (message.getPayload() instanceof Heartbeat heartbeat
          && message.getOriginComponentId() == 1) {
        mode = heartbeat.customMode();
        armed = heartbeat.baseMode().flagsEnabled(MavModeFlag.MAV_MODE_FLAG_SAFETY_ARMED);
      } else if (message.getPayload() instanceof Statustext text) {
        texts.add(text.text());
      } else if (message.getPayload() instanceof GlobalPositionInt at) {
        placed = at.lat() != 0;
        upM = at.relativeAlt() / 1000.0;
      }
    }

    void command(int command, double first, double second, double seventh) {
      send(
          CommandLong.builder()
              .targetSystem(1)
              .targetComponent(1)
              .command(EnumValue.create(MavCmd.class, command))
              .param1((float) first)
              .param2((float) second)
              .param7((float) seventh)
              .build());
    }

    /** Says something each fifth of a second until it has come about, as scripts do. */
    void until(String what, Check check, Runnable say) {
      await(what)
          .atMost(Duration.ofSeconds(40))
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> {
                if (check.isSo()) {
                  return true;
                }
                say.run();
                return false;
              });
    }

    /** Lets the station beat some times. */
    void beats(int count) {
      int until = beats.size() + count;
      await().atMost(Duration.ofSeconds(30)).until(() -> beats.size() >= until);
    }

    @Override
    public void close() throws IOException {
      clock.shutdownNow();
      socket.close();
      simulation.close();
    }
  }

  private interface Check {
    boolean isSo();
  }

  private static SetPositionTargetLocalNed target(int mask, double down, double velocityNorth) {
    return SetPositionTargetLocalNed.builder()
        .targetSystem(1)
        .targetComponent(1)
        .coordinateFrame(MavFrame.MAV_FRAME_LOCAL_NED)
        .typeMask(EnumValue.create(PositionTargetTypemask.class, mask))
        .z((float) down)
        .vx((float) velocityNorth)
        .build();
  }

  /** That the world did not stop for the station. */
  private static void assertOutpaced(Script script) {
    int beats = script.beats.size();
    Duration passed = Duration.between(script.beats.get(beats - 4), script.beats.get(beats - 1));
    assertThat(passed).as("of three wall seconds").isGreaterThan(Duration.ofSeconds(6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 10})
  void a_script_flies_an_arducopter_in_guided(double speed) throws Exception {
    try (Script script = new Script("ardupilot", speed)) {
      script.until("a place", () -> script.placed, () -> {});
      script.send(
          ParamSet.builder()
              .targetSystem(1)
              .targetComponent(1)
              .paramId("FS_GCS_ENABLE")
              .paramValue(1)
              .build());
      script.until("GUIDED", () -> script.mode == 4, () -> script.command(176, 1, 4, 0));
      script.until("arming", () -> script.armed, () -> script.command(400, 1, 0, 0));
      script.until("climbing", () -> script.upM > 9, () -> script.command(22, 0, 0, 10));
      script.repeated = target(0xDC7, 0, 3);
      script.beats(4);
      assertThat(script.mode).isEqualTo(4);
      assertThat(script.texts).noneMatch(text -> text.contains("Failsafe"));
      assertOutpaced(script);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 10})
  void a_script_flies_a_px4_in_offboard(double speed) throws Exception {
    int offboard = 6 << 16;
    try (Script script = new Script("px4", speed)) {
      script.until("a place", () -> script.placed, () -> {});
      script.repeated = target(0xDF8, -10, 0);
      script.until("OFFBOARD", () -> script.mode == offboard, () -> script.command(176, 1, 6, 0));
      script.until("arming", () -> script.armed, () -> script.command(400, 1, 0, 0));
      script.until("climbing", () -> script.upM > 9, () -> {});
      script.beats(4);
      assertThat(script.mode).isEqualTo(offboard);
      assertOutpaced(script);
    }
  }

  @Test
  void a_station_that_falls_silent_is_lost_at_any_speed() throws Exception {
    try (Script script = new Script("ardupilot", 10)) {
      script.until("a place", () -> script.placed, () -> {});
      script.send(
          ParamSet.builder()
              .targetSystem(1)
              .targetComponent(1)
              .paramId("FS_GCS_ENABLE")
              .paramValue(1)
              .build());
      script.beats(2);
      script.clock.shutdownNow();
      await()
          .atMost(Duration.ofSeconds(15))
          .untilAsserted(() -> assertThat(script.texts).contains("GCS Failsafe"));
    }
  }
}
