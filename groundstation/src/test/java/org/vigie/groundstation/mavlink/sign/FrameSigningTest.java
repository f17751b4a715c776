package org.vigie.groundstation.mavlink.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronefleet.mavlink.Mavlink2Message;
import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.FrameReader;
import org.vigie.groundstation.mavlink.FrameWriter;
import org.vigie.groundstation.mavlink.StateMessage;
import org.vigie.simulator.net.frame.Signing;
import org.vigie.simulator.net.frame.SigningRules;

/**
 * Signatures against a vector that another implementation publishes, the MAVLink library, and the
 * simulator, which share no code with ours.
 */
final class FrameSigningTest {
  private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
  private static final Duration TICK = Duration.ofNanos(10_000);
  private static final byte[] SECRET = secret();
  private static final StateMessage.Heartbeat HEARTBEAT =
      new StateMessage.Heartbeat(3, 2, 3, 0x81, 4, 3);

  /**
   * A heartbeat signed with the largest time there is.
   *
   * @source mavlink/rust-mavlink, mavlink/tests/signing.rs (HEARTBEAT_SIGNED) and
   *     tests/test_shared/mod.rs (SECRET_KEY)
   */
  private static final String VECTOR =
      "fd090100ef010200000005000000020359" + "0303c98b00ffffffffffff2718b168ccf5";

  private static final String VECTOR_KEY =
      "0001f2e3d4c5b6a798007076343200162242" + "00ccff7a0052757374004d4156b3";

  private static byte[] secret() {
    byte[] secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) (7 * i + 1);
    }
    return secret;
  }

  private static FrameSigning strict() {
    return FrameSigning.with(SigningKey.of(SECRET), false);
  }

  private static Frame signed(FrameSigning by, FrameWriter writer, int link, Instant at) {
    return writer.write(HEARTBEAT, by.seal(link, at));
  }

  private static Frame frame(byte[] bytes) {
    List<Frame> frames = new ArrayList<>();
    new FrameReader().readDatagram(bytes, frames::add);
    assertThat(frames).hasSize(1);
    return frames.get(0);
  }

  private static Frame changed(Frame frame, int at) {
    byte[] bytes = frame.bytes();
    bytes[at] ^= 1;
    return frame(bytes);
  }

  @Test
  void a_published_signature_is_true_and_one_bit_makes_it_false() {
    Frame vector = frame(HexFormat.of().parseHex(VECTOR));
    SigningKey key = SigningKey.of(HexFormat.of().parseHex(VECTOR_KEY));
    assertThat(FrameSigning.with(key, false).judge(vector, NOW)).isEqualTo(SignatureVerdict.TAKEN);
    for (int at = vector.length() - Frame.SIGNATURE_LENGTH; at < vector.length(); at++) {
      assertThat(FrameSigning.with(key, false).judge(changed(vector, at), NOW))
          .as("byte %d", at)
          .isEqualTo(SignatureVerdict.FORGED);
    }
    assertThat(strict().judge(vector, NOW)).isEqualTo(SignatureVerdict.FORGED);
  }

  @Test
  void the_library_takes_what_is_signed_here_and_here_is_taken_what_the_library_signs()
      throws IOException {
    Frame ours = signed(strict(), new FrameWriter(255, 190), 3, NOW);
    MavlinkMessage<?> read =
        MavlinkConnection.create(
                new ByteArrayInputStream(ours.bytes()), new ByteArrayOutputStream())
            .next();
    assertThat(read).isInstanceOf(Mavlink2Message.class);
    Mavlink2Message<?> theirView = (Mavlink2Message<?>) read;
    assertThat(theirView.isSigned()).isTrue();
    assertThat(theirView.validateSignature(SECRET)).isTrue();
    byte[] wrong = SECRET.clone();
    wrong[0]++;
    assertThat(theirView.validateSignature(wrong)).isFalse();

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MavlinkConnection.create(new ByteArrayInputStream(new byte[0]), out)
        .send2(
            1,
            1,
            Heartbeat.builder()
                .type(MavType.MAV_TYPE_QUADROTOR)
                .autopilot(MavAutopilot.MAV_AUTOPILOT_PX4)
                .mavlinkVersion(3)
                .build(),
            5,
            SigningTime.ticks(NOW),
            SECRET);
    assertThat(strict().judge(frame(out.toByteArray()), NOW)).isEqualTo(SignatureVerdict.TAKEN);
  }

  @Test
  void the_simulator_takes_each_frame_once_however_the_station_clock_steps_back() {
    for (SigningRules rules : List.of(SigningRules.ARDUPILOT, SigningRules.PX4_ALWAYS)) {
      Signing vehicle = new Signing(rules);
      vehicle.setup(SECRET, SigningTime.ticks(NOW.minusSeconds(3600)), false, true);
      FrameSigning station = strict();
      FrameWriter writer = new FrameWriter(255, 190);
      Instant[] clock = {NOW, NOW, NOW.plusSeconds(1), NOW.minusSeconds(3600), NOW.plusMillis(1)};
      for (Instant at : clock) {
        Frame frame = signed(station, writer, 0, at);
        assertThat(theirs(vehicle, frame)).isEqualTo(Signing.Verdict.TAKEN);
        assertThat(theirs(vehicle, frame)).isEqualTo(Signing.Verdict.STALE);
      }
    }
  }

  private static Signing.Verdict theirs(Signing vehicle, Frame frame) {
    List<org.vigie.simulator.net.frame.Frame> frames = new ArrayList<>();
    new org.vigie.simulator.net.frame.FrameReader(id -> id == 0 ? 50 : -1, frames::add)
        .read(ByteBuffer.wrap(frame.bytes()));
    return vehicle.judge(frames.get(0), false);
  }

  @Test
  void a_vehicle_ahead_of_the_station_puts_its_signatures_ahead_before_its_first_frame() {
    Instant theirNow = NOW.plusSeconds(600);
    FrameSigning station = strict();
    Frame heartbeat = signed(strict(), new FrameWriter(1, 1), 0, theirNow);
    assertThat(station.judge(heartbeat, NOW)).isEqualTo(SignatureVerdict.TAKEN);

    Signing vehicle = new Signing(SigningRules.PX4_ALWAYS);
    vehicle.setup(SECRET, SigningTime.ticks(theirNow), false, true);
    Frame first = signed(station, new FrameWriter(255, 190), 0, NOW);
    assertThat(theirs(vehicle, first)).isEqualTo(Signing.Verdict.TAKEN);
  }

  @Test
  void a_frame_is_taken_once_a_stream_and_old_streams_cannot_be_played_again() {
    FrameSigning station = strict();
    FrameSigning vehicle = strict();
    FrameWriter writer = new FrameWriter(1, 1);
    Frame first = signed(vehicle, writer, 0, NOW);
    Frame second = signed(vehicle, writer, 0, NOW.plus(TICK));
    assertThat(station.judge(first, NOW)).isEqualTo(SignatureVerdict.TAKEN);
    assertThat(station.judge(first, NOW)).isEqualTo(SignatureVerdict.ECHO);
    assertThat(station.judge(second, NOW)).isEqualTo(SignatureVerdict.TAKEN);
    Frame later = signed(vehicle, writer, 0, NOW.plusSeconds(10));
    assertThat(station.judge(later, NOW)).isEqualTo(SignatureVerdict.TAKEN);
    assertThat(station.judge(second, NOW)).isEqualTo(SignatureVerdict.REPLAYED);
    assertThat(station.judge(signed(vehicle, writer, 1, NOW.plusSeconds(11)), NOW))
        .as("another link is another stream")
        .isEqualTo(SignatureVerdict.TAKEN);

    Frame yesterday = signed(strict(), writer, 2, NOW.minus(Duration.ofDays(1)));
    assertThat(strict().judge(yesterday, NOW)).isEqualTo(SignatureVerdict.CLOCK_BEHIND);
    Frame halfAMinute = signed(strict(), writer, 2, NOW.minusSeconds(30));
    assertThat(strict().judge(halfAMinute, NOW)).isEqualTo(SignatureVerdict.TAKEN);
  }

  @Test
  void streams_have_a_limit() {
    FrameSigning station = strict();
    for (int link = 0; link < FrameSigning.STREAMS_MAX; link++) {
      assertThat(station.judge(signed(strict(), new FrameWriter(1, 1), link, NOW), NOW))
          .isEqualTo(SignatureVerdict.TAKEN);
    }
    assertThat(station.judge(signed(strict(), new FrameWriter(1, 1), 99, NOW), NOW))
        .isEqualTo(SignatureVerdict.TOO_MANY_STREAMS);
  }

  @Test
  void frames_without_a_signature_are_refused_or_taken_as_configured_but_never_forged_ones() {
    Frame plain = new FrameWriter(1, 1).write(HEARTBEAT);
    assertThat(strict().judge(plain, NOW)).isEqualTo(SignatureVerdict.UNSIGNED);
    FrameSigning lenient = FrameSigning.with(SigningKey.of(SECRET), true);
    assertThat(lenient.judge(plain, NOW)).isEqualTo(SignatureVerdict.TAKEN);
    Frame forged = signed(strict(), new FrameWriter(1, 1), 0, NOW);
    assertThat(lenient.judge(changed(forged, forged.length() - 1), NOW))
        .isEqualTo(SignatureVerdict.FORGED);
    byte[] radio = {(byte) 0xFE, 9, 0, 51, 68, 109, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    int crc = crc(radio, 185);
    radio[15] = (byte) crc;
    radio[16] = (byte) (crc >> 8);
    assertThat(strict().judge(frame(radio), NOW))
        .as("RADIO_STATUS")
        .isEqualTo(SignatureVerdict.TAKEN);
  }

  /** CRC-16/MCRF4XX bit by bit. */
  private static int crc(byte[] frame, int extra) {
    byte[] covered = Arrays.copyOfRange(frame, 1, 16);
    covered[14] = (byte) extra;
    int crc = 0xFFFF;
    for (byte value : covered) {
      crc ^= value & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x8408;
      }
    }
    return crc;
  }

  @Test
  void without_a_key_nothing_is_signed_and_everything_is_taken() {
    FrameSigning none = FrameSigning.none();
    assertThat(none.seal(0, NOW)).isNull();
    assertThat(none.judge(new FrameWriter(1, 1).write(HEARTBEAT), NOW))
        .isEqualTo(SignatureVerdict.TAKEN);
    assertThat(Objects.requireNonNull(strict().seal(0, NOW))).isNotNull();
  }

  @Test
  void a_key_is_never_shown() {
    assertThat(SigningKey.of(SECRET)).hasToString("signing key (not shown)");
    assertThatThrownBy(() -> SigningKey.of(new byte[31])).hasMessageContaining("32 bytes, not 31");
    assertThatThrownBy(() -> SigningKey.of(new byte[32])).hasMessageContaining("zeros");
  }
}
