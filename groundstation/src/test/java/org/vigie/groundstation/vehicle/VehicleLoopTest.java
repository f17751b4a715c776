package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemReached;
import org.vigie.groundstation.mavlink.PositionMessage.VfrHud;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

/** The loop's thread, lanes and death; time is stepped by hand. */
class VehicleLoopTest {
  private static final AutopilotProfile COPTER = AutopilotProfile.arducopter();
  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");
  private static final Heartbeat HEARTBEAT = new Heartbeat(3, 2, 3, 0x81, 4, 3);

  private final BlockingQueue<Frame> onTheWire = new LinkedBlockingQueue<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<String> alarms = new CopyOnWriteArrayList<>();
  private final List<FrameTap.Direction> tapped = new CopyOnWriteArrayList<>();
  private final CountDownLatch blocked = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final FrameWriter vehicle = new FrameWriter(1, 1);
  private volatile Instant now = T0;
  private volatile Runnable tick = () -> {};

  private final FrameOutlet outlet =
      new FrameOutlet() {
        @Override
        public boolean send(Frame frame) {
          return onTheWire.add(frame);
        }

        @Override
        public boolean open() {
          return true;
        }

        @Override
        public String name() {
          return "test";
        }
      };

  private final Scheduler scheduler =
      new Scheduler() {
        @Override
        public Cancellable after(Duration delay, Runnable task) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Cancellable every(Duration period, Runnable task) {
          tick = task;
          return () -> tick = () -> {};
        }
      };

  private final Supervisor<String> supervisor =
      new Supervisor<>() {
        @Override
        public List<VehicleAct> onReport(VehicleReport report, Instant at) {
          if (report instanceof VehicleReport.SnapshotChanged changed
              && changed.snapshot().lastReachedSeq().isPresent()) {
            seen.add("reached " + changed.snapshot().lastReachedSeq().getAsInt());
          }
          return List.of();
        }

        @Override
        public List<VehicleAct> onInput(String input, Instant at) {
          seen.add(input);
          if (input.equals("bug")) {
            throw new IllegalStateException("a bug");
          }
          if (input.equals("block")) {
            blocked.countDown();
            awaitRelease();
          }
          return input.equals("hold")
              ? List.of(new VehicleAct.SetMode("c", COPTER.hold()))
              : List.of();
        }
      };

  private final VehicleAlarm alarm =
      new VehicleAlarm() {
        @Override
        public void loopFailed(String vehicleId, Throwable cause) {
          alarms.add(vehicleId + ": " + cause.getMessage());
        }

        @Override
        public void linkFault(String vehicleId, String what) {
          alarms.add(vehicleId + " link: " + what);
        }
      };

  private final LoopThreads threads = new LoopThreads(2, scheduler);

  private final VehicleLoop<String> loop =
      new VehicleLoop<>(
          VehicleSettings.of("V1", 1, COPTER),
          FrameSigning.none(),
          supervisor,
          new VehicleHost(
              () -> now,
              scheduler,
              threads,
              (at, direction, frame) -> tapped.add(direction),
              alarm));

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(VehicleMessage message) {
    loop.received(vehicle.write(message), outlet);
  }

  @AfterEach
  void close() {
    release.countDown();
    loop.close();
    threads.close();
  }

  @Test
  void a_heartbeat_makes_a_snapshot_and_every_frame_is_tapped_both_ways() {
    loop.start();
    hear(HEARTBEAT);
    await().until(() -> loop.snapshot().armed());
    tick.run();
    await().until(() -> onTheWire.stream().anyMatch(frame -> frame.messageId() == 0));
    assertThat(loop.snapshot().lastHeartbeatAt()).isEqualTo(T0);
    await().until(() -> tapped.size() == 1 + onTheWire.size());
    assertThat(tapped.get(0)).isEqualTo(FrameTap.Direction.FROM_VEHICLE);
    Frame sent = onTheWire.element();
    assertThat(sent.systemId()).isEqualTo(255);
    assertThat(sent.componentId()).isEqualTo(190);
  }

  @Test
  void frames_of_other_systems_and_components_are_not_the_vehicles_state() {
    loop.start();
    loop.received(new FrameWriter(2, 1).write(HEARTBEAT), outlet);
    loop.received(new FrameWriter(1, 100).write(HEARTBEAT), outlet);
    hear(new MissionItemReached(1));
    assertThat(loop.counters().strange()).isEqualTo(2);
    assertThat(loop.counters().received()).isZero();
    heardOf();
    loop.received(new FrameWriter(1, 100).write(new MissionItemReached(5)), outlet);
    hear(new MissionItemReached(1));
    await().until(() -> seen.contains("reached 1"));
    assertThat(seen).doesNotContain("reached 5");
  }

  /** Nothing is believed of a vehicle before its first heartbeat. */
  private void heardOf() {
    hear(HEARTBEAT);
    await().until(() -> loop.snapshot().link() == LinkState.OK);
  }

  @Test
  void safety_comes_first_then_orders_then_protocol() throws Exception {
    loop.start();
    heardOf();
    assertThat(loop.offer("block")).isTrue();
    blocked.await();
    hear(new MissionItemReached(7));
    assertThat(loop.offer("order")).isTrue();
    assertThat(loop.offerSafety("safety")).isTrue();
    release.countDown();
    await().until(() -> seen.contains("reached 7"));
    assertThat(seen).containsExactly("block", "safety", "order", "reached 7");
  }

  @Test
  void a_full_lane_refuses_visibly_and_does_not_take_the_safety_lane_with_it() throws Exception {
    loop.start();
    assertThat(loop.offer("block")).isTrue();
    blocked.await();
    for (int i = 0; i < Inbox.COMMANDS_MAX; i++) {
      assertThat(loop.offer("order")).isTrue();
    }
    assertThat(loop.offer("one too many")).isFalse();
    assertThat(loop.counters().inputsRefused()).isEqualTo(1);
    assertThat(loop.offerSafety("hold")).isTrue();
  }

  @Test
  void telemetry_keeps_the_newest_and_protocol_loses_none_until_it_is_a_link_fault()
      throws Exception {
    loop.start();
    heardOf();
    assertThat(loop.offer("block")).isTrue();
    blocked.await();
    for (int i = 0; i < 10; i++) {
      hear(new VfrHud(java.util.OptionalDouble.of(i), 0, new AltitudeAmsl(530), 0, 90, 40));
    }
    assertThat(loop.counters().overwritten()).isEqualTo(9);
    for (int i = 0; i < Inbox.PROTOCOL_MAX; i++) {
      hear(new MissionItemReached(i));
    }
    assertThat(alarms).isEmpty();
    hear(new MissionItemReached(1));
    hear(new MissionItemReached(2));
    assertThat(loop.counters().protocolLost()).isEqualTo(2);
    assertThat(alarms).hasSize(1);
    release.countDown();
    await().until(() -> seen.contains("reached " + (Inbox.PROTOCOL_MAX - 1)));
  }

  @Test
  void a_bug_stops_the_loop_and_its_heartbeats_and_is_cried_out() {
    loop.start();
    hear(HEARTBEAT);
    await().until(() -> loop.snapshot().armed());
    assertThat(loop.offer("bug")).isTrue();
    await().until(() -> !alarms.isEmpty());
    assertThat(alarms).containsExactly("V1: a bug");
    await().until(() -> !loop.healthy());
    onTheWire.clear();
    tick.run();
    assertThat(onTheWire).isEmpty();
    assertThat(loop.offerSafety("hold")).isFalse();
    assertThat(loop.snapshot().armed()).isTrue();

    assertThat(loop.sendDirect(COPTER.hold())).isTrue();
    List<Frame> direct = new ArrayList<>(onTheWire);
    assertThat(direct).hasSize(3).allMatch(frame -> frame.messageId() == 76);
    assertThat(Messages.decode(direct.get(0)).toString()).contains("command=176", "param2=17.0");
    assertThatThrownBy(() -> loop.sendDirect(COPTER.mission()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_router_delivers_by_system_id_and_counts_strangers() {
    List<Frame> radios = new CopyOnWriteArrayList<>();
    VehicleRouter router = new VehicleRouter(radios::add);
    router.add(loop);
    loop.start();
    router.received(new FrameWriter(9, 1).write(HEARTBEAT), outlet);
    router.received(vehicle.write(HEARTBEAT), outlet);
    await().until(() -> loop.snapshot().armed());
    router.received(radioStatus(), outlet);
    assertThat(radios).hasSize(1).allMatch(frame -> frame.systemId() == 51);
    assertThat(router.strangers()).isEqualTo(1);
    assertThatThrownBy(() -> router.add(loop)).isInstanceOf(IllegalArgumentException.class);
  }

  /** As a SiK radio puts it between the vehicle's frames: MAVLink 1, with the checksum of #109. */
  private static Frame radioStatus() {
    int[] wire = {0xFE, 9, 0, 51, 68, 109, 0, 0, 0, 0, 180, 175, 100, 40, 45, 0, 0};
    byte[] bytes = new byte[wire.length];
    for (int i = 0; i < wire.length; i++) {
      bytes[i] = (byte) wire[i];
    }
    int crc = 0xFFFF;
    for (int i = 1; i <= 15; i++) { // X.25, then CRC_EXTRA 185
      int next = i < 15 ? bytes[i] & 0xFF : 185;
      for (int bit = 0; bit < 8; bit++) {
        boolean odd = ((crc ^ (next >> bit)) & 1) != 0;
        crc = odd ? (crc >> 1) ^ 0x8408 : crc >> 1;
      }
    }
    bytes[15] = (byte) crc;
    bytes[16] = (byte) (crc >> 8);
    List<Frame> frames = new ArrayList<>();
    new org.vigie.groundstation.mavlink.FrameReader().readDatagram(bytes, frames::add);
    return frames.get(0);
  }
}
