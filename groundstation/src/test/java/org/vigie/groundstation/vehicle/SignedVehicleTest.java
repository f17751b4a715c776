package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.mavlink.sign.SigningKey;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.groundstation.vehicle.way.FrameOutlet;
import org.vigie.simulator.net.frame.Signing;
import org.vigie.simulator.net.frame.SigningRules;

/** A vehicle with a key, whose end is the simulator's own signing. */
final class SignedVehicleTest {
  private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
  private static final Heartbeat HEARTBEAT = new Heartbeat(3, 2, 3, 0x81, 4, 3);
  private static final byte[] SECRET =
      "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final Instant EPOCH = Instant.parse("2015-01-01T00:00:00Z");

  private final List<Frame> sent = new ArrayList<>();
  private final Scheduler never =
      new Scheduler() {
        @Override
        public Cancellable after(Duration delay, Runnable task) {
          return () -> {};
        }

        @Override
        public Cancellable every(Duration period, Runnable task) {
          return () -> {};
        }
      };
  private final FrameOutlet outlet =
      new FrameOutlet() {
        @Override
        public boolean send(Frame frame) {
          return sent.add(frame);
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
  private final LoopThreads threads = new LoopThreads(1, never);
  private final VehicleLoop<String> loop =
      new VehicleLoop<>(
          VehicleSettings.of("V1", 1, AutopilotProfile.arducopter()),
          FrameSigning.with(SigningKey.of(SECRET), false),
          new Supervisor<>() {
            @Override
            public List<VehicleAct> onReport(VehicleReport report, Instant now) {
              return List.of();
            }

            @Override
            public List<VehicleAct> onInput(String input, Instant now) {
              return List.of();
            }
          },
          new VehicleHost(
              () -> NOW,
              never,
              threads,
              (at, direction, frame) -> {},
              new VehicleAlarm() {
                @Override
                public void loopFailed(String vehicleId, Throwable cause) {
                  throw new AssertionError(cause);
                }

                @Override
                public void linkFault(String vehicleId, String what) {
                  throw new AssertionError(what);
                }
              }));

  @AfterEach
  void close() {
    loop.close();
    threads.close();
  }

  private static Frame signed(FrameSigning vehicle, Instant at) {
    return new FrameWriter(1, 1).write(HEARTBEAT, Objects.requireNonNull(vehicle.seal(0, at)));
  }

  private static Signing.Verdict theirs(Signing vehicle, Frame frame) {
    List<org.vigie.simulator.net.frame.Frame> frames = new ArrayList<>();
    new org.vigie.simulator.net.frame.FrameReader(
            id -> id == 76 ? 152 : id == 111 ? 34 : -1, frames::add)
        .read(ByteBuffer.wrap(frame.bytes()));
    return vehicle.judge(frames.get(0), false);
  }

  @Test
  void orders_are_signed_and_unsigned_or_forged_frames_open_no_way() {
    loop.received(new FrameWriter(1, 1).write(HEARTBEAT), outlet);
    byte[] other = SECRET.clone();
    other[0]++;
    loop.received(signed(FrameSigning.with(SigningKey.of(other), true), NOW), outlet);
    assertThat(loop.counters().heard()).isEqualTo(new VehicleCounters.Heard(0, 0, 0, 1, 1, 0));
    assertThat(loop.sendDirect(AutopilotProfile.arducopter().hold())).isFalse();

    loop.received(signed(FrameSigning.with(SigningKey.of(SECRET), true), NOW), outlet);
    assertThat(loop.sendDirect(AutopilotProfile.arducopter().hold())).isTrue();
    Signing vehicle = new Signing(SigningRules.PX4_ALWAYS);
    vehicle.setup(SECRET, Duration.between(EPOCH, NOW).toNanos() / 10_000, false, true);
    assertThat(sent).hasSize(3).allMatch(Frame::signed);
    sent.forEach(frame -> assertThat(theirs(vehicle, frame)).isEqualTo(Signing.Verdict.TAKEN));
  }

  /** After a boot without GPS its time is that of its last start; ours moves it. */
  @Test
  void a_vehicle_whose_clock_is_behind_is_told_the_time_by_a_signed_question() {
    Instant behind = NOW.minus(Duration.ofDays(1));
    loop.received(signed(FrameSigning.with(SigningKey.of(SECRET), true), behind), outlet);
    loop.received(signed(FrameSigning.with(SigningKey.of(SECRET), true), behind), outlet);
    assertThat(loop.counters().heard().replayed()).isEqualTo(2);
    assertThat(sent).as("once a second, and no heartbeat").hasSize(1);
    assertThat(sent.get(0).messageId()).isEqualTo(111);
    assertThat(loop.sendDirect(AutopilotProfile.arducopter().hold())).isFalse();

    Signing vehicle = new Signing(SigningRules.PX4_ALWAYS);
    vehicle.setup(SECRET, Duration.between(EPOCH, behind).toNanos() / 10_000, false, true);
    assertThat(theirs(vehicle, sent.get(0))).isEqualTo(Signing.Verdict.TAKEN);
    Instant learned = EPOCH.plus(Duration.ofNanos(vehicle.ticks() * 10_000));
    loop.received(signed(FrameSigning.with(SigningKey.of(SECRET), true), learned), outlet);
    assertThat(loop.counters().received()).isEqualTo(1);
  }
}
