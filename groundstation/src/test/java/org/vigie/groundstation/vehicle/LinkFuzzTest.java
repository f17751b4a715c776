package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.Recorded;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.TlogRecord;
import org.vigie.groundstation.mavlink.sign.FrameSigning;
import org.vigie.groundstation.mavlink.sign.SigningKey;
import org.vigie.groundstation.vehicle.way.FrameOutlet;
import org.vigie.groundstation.vehicle.way.Trust;
import org.vigie.groundstation.vehicle.way.Ways;

/**
 * Bytes that nobody should send, all the way from the socket to the snapshot: noise, frames of
 * recorded flights with wrong bytes, and frames that are right but for what they say. Nothing
 * escapes and nothing grows.
 */
final class LinkFuzzTest {
  private static final long HEAP_GROWTH_MAX = 16L << 20;

  private final List<FrameOutlet> outlets = outlets();
  private final Ways ways = new Ways();
  private final FrameSigning signing =
      FrameSigning.with(
          SigningKey.of(
              "0123456789abcdef0123456789abcdef"
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
          true);
  private final TelemetryFold fold =
      new TelemetryFold(
          new VehicleReducer(AutopilotProfile.arducopter()), VehicleSnapshot.unheard("V1", 1));
  private Instant now = Instant.parse("2026-11-24T13:00:00Z");
  private long taken;

  private static List<FrameOutlet> outlets() {
    List<FrameOutlet> outlets = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String name = "way " + i;
      outlets.add(
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
              return name;
            }
          });
    }
    return outlets;
  }

  private void take(Frame frame, SplittableRandom random) {
    now = now.plusMillis(random.nextInt(50));
    signing.judge(frame, now);
    ways.heard(frame, outlets.get(random.nextInt(outlets.size())), Trust.CLAIM, now);
    fold.fold(frame, now);
    assertThat(Messages.decode(frame)).isNotNull();
    taken++;
  }

  private void fuzz(long seed, long bytes) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] flight = flight();
    FrameReader stream = new FrameReader();
    FrameReader datagrams = new FrameReader();
    FrameWriter vehicle = new FrameWriter(1, 1);
    long done = 0;
    while (done < bytes) {
      byte[] portion = portion(random, flight, vehicle);
      done += portion.length;
      if (random.nextBoolean()) {
        stream.read(portion, 0, portion.length, frame -> take(frame, random));
      } else {
        datagrams.readDatagram(portion, frame -> take(frame, random));
      }
      assertThat(fold.snapshot()).isNotNull();
    }
    assertThat(ways.qualities(now)).hasSizeLessThanOrEqualTo(Ways.WAYS_MAX);
    assertThat(taken).isGreaterThan(bytes / 1000);
  }

  private static byte[] flight() {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (TlogRecord record : Recorded.records("a1-ap-fence-polygon-rtl")) {
      frames.writeBytes(record.frame().bytes());
    }
    return frames.toByteArray();
  }

  private static byte[] portion(SplittableRandom random, byte[] flight, FrameWriter vehicle) {
    int length = 1 + random.nextInt(1500);
    byte[] portion = new byte[length];
    switch (random.nextInt(4)) {
      case 0 -> random.nextBytes(portion);
      case 1 -> {
        System.arraycopy(flight, random.nextInt(flight.length - length), portion, 0, length);
        for (int i = random.nextInt(8); i > 0; i--) {
          portion[random.nextInt(length)] = (byte) random.nextInt();
        }
      }
      case 2 -> {
        return vehicle
            .write(
                new Heartbeat(
                    random.nextInt() & 0xFFFF_FFFFL,
                    random.nextInt(256),
                    random.nextInt(256),
                    random.nextInt(256),
                    random.nextInt(256),
                    3))
            .bytes();
      }
      default -> {
        return unknownOrOddFrame(random);
      }
    }
    return portion;
  }

  /** A frame of any message with any payload and a checksum that is right for none. */
  private static byte[] unknownOrOddFrame(SplittableRandom random) {
    byte[] frame = new byte[12 + random.nextInt(256)];
    random.nextBytes(frame);
    frame[0] = (byte) 0xFD;
    frame[1] = (byte) (frame.length - 12);
    frame[2] = 0;
    frame[5] = (byte) random.nextInt(3);
    frame[6] = (byte) random.nextInt(3);
    frame[8] = (byte) random.nextInt(64);
    frame[9] = 0;
    return frame;
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void a_million_bytes_of_noise_and_broken_frames_change_nothing_but_counts() {
    fuzz(1, 1_000_000);
  }

  @Test
  @Tag("deep")
  void a_hundred_million_bytes_and_no_memory_is_kept() {
    fuzz(2, 10_000_000);
    long before = heap();
    fuzz(3, 100_000_000);
    assertThat(heap() - before).isLessThan(HEAP_GROWTH_MAX);
  }
}
