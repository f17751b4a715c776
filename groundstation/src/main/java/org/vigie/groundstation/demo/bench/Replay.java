package org.vigie.groundstation.demo.bench;

import io.dronefleet.mavlink.MavlinkConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.TlogReader;
import org.vigie.groundstation.mavlink.TlogRecord;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.TelemetryFold;
import org.vigie.groundstation.vehicle.VehicleReducer;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.way.FrameOutlet;
import org.vigie.groundstation.vehicle.way.Trust;
import org.vigie.groundstation.vehicle.way.Ways;

/**
 * A recorded ArduCopter stream, read again and again on one thread: bytes to frames, frames to the
 * vehicle's one stream, every message of it folded, one snapshot for each portion that a socket
 * would bring.
 *
 * @param perS messages a second of the processor's time
 * @param bytesEach allocated for each message
 */
record Replay(double perS, double bytesEach) {
  private static final Instant T0 = Instant.parse("2026-11-24T13:00:00Z");

  /** What one read of a socket brings: an Ethernet frame. */
  private static final int PORTION = 1400;

  /** About what passes between two such portions of one vehicle. */
  private static final Duration BETWEEN = Duration.ofMillis(40);

  private static final FrameOutlet NOWHERE =
      new FrameOutlet() {
        @Override
        public boolean send(Frame frame) {
          return false;
        }

        @Override
        public boolean open() {
          return true;
        }

        @Override
        public String name() {
          return "replay";
        }
      };

  /** Something that reads the whole stream once. */
  private interface Pass {
    long messages() throws IOException;
  }

  static Replay ours(int passes) throws IOException {
    return measure(new Ours(stream())::pass, passes);
  }

  /** The MAVLink library alone: frames to message objects, no snapshot. */
  static Replay library(int passes) throws IOException {
    byte[] stream = stream();
    return measure(() -> libraryPass(stream), passes);
  }

  private static byte[] stream() throws IOException {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    try (InputStream in = Replay.class.getResourceAsStream("arducopter.tlog")) {
      TlogReader log = new TlogReader(Objects.requireNonNull(in, "the log").readAllBytes());
      for (Optional<TlogRecord> next = log.next(); next.isPresent(); next = log.next()) {
        frames.writeBytes(next.get().frame().bytes());
      }
    }
    return frames.toByteArray();
  }

  private static long libraryPass(byte[] stream) throws IOException {
    MavlinkConnection connection =
        MavlinkConnection.create(new ByteArrayInputStream(stream), new ByteArrayOutputStream());
    long messages = 0;
    try {
      while (connection.next() != null) {
        messages++;
      }
    } catch (java.io.EOFException e) {
      return messages; // the end of the stream
    }
    return messages;
  }

  private static Replay measure(Pass pass, int passes) throws IOException {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    for (int i = 0; i < passes; i++) {
      pass.messages(); // the compiler learns
    }
    long bytes = threads.getThreadAllocatedBytes(id);
    long nanos = threads.getCurrentThreadCpuTime();
    long messages = 0;
    for (int i = 0; i < passes; i++) {
      messages += pass.messages();
    }
    double seconds = (threads.getCurrentThreadCpuTime() - nanos) / 1e9;
    bytes = threads.getThreadAllocatedBytes(id) - bytes;
    return new Replay(messages / seconds, (double) bytes / messages);
  }

  /** The station's own way. */
  private static final class Ours {
    private final byte[][] portions;
    private final FrameReader reader = new FrameReader();
    private final Ways ways = new Ways();
    private final TelemetryFold fold =
        new TelemetryFold(
            new VehicleReducer(AutopilotProfile.arducopter()), VehicleSnapshot.unheard("bench", 1));
    private Instant now = T0;
    private long folded;
    private int armed;

    Ours(byte[] stream) {
      portions = new byte[(stream.length + PORTION - 1) / PORTION][];
      for (int i = 0; i < portions.length; i++) {
        portions[i] =
            Arrays.copyOfRange(stream, i * PORTION, Math.min(stream.length, (i + 1) * PORTION));
      }
    }

    long pass() {
      long before = reader.counts().frames();
      for (byte[] portion : portions) {
        now = now.plus(BETWEEN);
        reader.read(portion, 0, portion.length, this::take);
        armed += fold.snapshot().armed() ? 1 : 0;
      }
      if (armed == 0 || folded == 0) {
        throw new IllegalStateException("the recorded vehicle was armed; nothing was folded");
      }
      return reader.counts().frames() - before;
    }

    private void take(Frame frame) {
      if (ways.heard(frame, NOWHERE, Trust.CLAIM, now) == Ways.Hearing.NEW
          && fold.fold(frame, now) == TelemetryFold.Folded.STATE) {
        folded++;
      }
    }
  }
}
