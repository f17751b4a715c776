package org.vigie.groundstation.mavlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.MavlinkConnection;
import io.dronefleet.mavlink.MavlinkMessage;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;
import io.dronefleet.mavlink.ardupilotmega.ArdupilotmegaDialect;
import io.dronefleet.mavlink.serialization.payload.MavlinkPayloadDeserializer;
import io.dronefleet.mavlink.serialization.payload.MavlinkPayloadSerializer;
import io.dronefleet.mavlink.serialization.payload.reflection.ReflectionPayloadDeserializer;
import io.dronefleet.mavlink.serialization.payload.reflection.ReflectionPayloadSerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The hand-written payload layouts against those of the MAVLink library. */
class LibraryOracleTest {
  /** The library lacks their newer fields: compared on recorded flights only. */
  private static final Set<Integer> NEWER_HERE = Set.of(42, 44, 47);

  /** Local position and approach vector are not kept. */
  private static final Set<Integer> NOT_KEPT_WHOLE = Set.of(242);

  /** Messages that the library does not know at all: PARAM_ERROR. */
  private static final Set<Integer> UNKNOWN_THERE = Set.of(345);

  private static final int FENCE_STATUS = 162;
  private static final int LOG_DATA = 120;

  private final MavlinkPayloadDeserializer reader = new ReflectionPayloadDeserializer();
  private final MavlinkPayloadSerializer writer = new ReflectionPayloadSerializer();

  @Test
  void every_codec_has_the_checksum_of_the_library() {
    for (Codec<?> codec : Messages.codecs()) {
      assertThat(codec.crcExtra()).as("%s", codec.type()).isEqualTo(CrcExtras.find(codec.id()));
      if (UNKNOWN_THERE.contains(codec.id())) {
        continue;
      }
      Class<?> type = new ArdupilotmegaDialect().resolve(codec.id());
      assertThat(type.getAnnotation(MavlinkMessageInfo.class).crc()).isEqualTo(codec.crcExtra());
    }
  }

  /**
   * Random payloads, read here and written again, mean the same to the library as the originals: so
   * each of its fields was kept, in its place.
   */
  @Test
  void what_is_read_and_written_here_means_the_same_to_the_library() {
    SplittableRandom random = new SplittableRandom(4);
    for (Codec<?> codec : Messages.codecs()) {
      if (NEWER_HERE.contains(codec.id())
          || NOT_KEPT_WHOLE.contains(codec.id())
          || UNKNOWN_THERE.contains(codec.id())) {
        continue;
      }
      Class<?> type = new ArdupilotmegaDialect().resolve(codec.id());
      int readable = 0;
      for (int i = 0; i < 300; i++) {
        byte[] payload = payload(random, codec.length());
        if (codec.id() == FENCE_STATUS) {
          payload[6] = 1; // breach_status is a truth value here, 0 or 1 by its description
        }
        if (codec.id() == LOG_DATA) {
          payload[6] = LogMessage.LogData.DATA_BYTES_MAX; // what lies behind the count is not kept
        }
        VehicleMessage message = Messages.decode(frame(codec.id(), payload));
        if (message instanceof VehicleMessage.Unreadable) {
          continue;
        }
        readable++;
        Object theirs = reader.deserialize(payload, type);
        Object again =
            reader.deserialize(Arrays.copyOf(Messages.payload(message), codec.length()), type);
        assertThat(again).as("%s", message).isEqualTo(theirs);
      }
      assertThat(readable).as("%s", codec.type()).isGreaterThan(100);
    }
  }

  @Test
  void the_library_reads_our_frames_and_writes_them_alike() throws Exception {
    PositionMessage.GlobalPosition position =
        new PositionMessage.GlobalPosition(
            12345,
            new org.vigie.geofence.geo.LatLon(45.439, 4.379),
            new org.vigie.geofence.geo.AltitudeAmsl(530.25),
            new org.vigie.geofence.geo.HeightAboveHome(20.125),
            new VelocityNed(1.5, -2.25, 0.01),
            java.util.OptionalDouble.of(271.35));
    Frame frame = new FrameWriter(7, 1).write(position);
    MavlinkConnection connection =
        MavlinkConnection.create(
            new ByteArrayInputStream(frame.bytes()), new ByteArrayOutputStream());
    MavlinkMessage<?> theirs = connection.next();
    assertThat(theirs.getOriginSystemId()).isEqualTo(7);
    assertThat(theirs.getPayload())
        .isEqualTo(
            io.dronefleet.mavlink.common.GlobalPositionInt.builder()
                .timeBootMs(12345)
                .lat(454390000)
                .lon(43790000)
                .alt(530250)
                .relativeAlt(20125)
                .vx(150)
                .vy(-225)
                .vz(1)
                .hdg(27135)
                .build());
    assertThat(Arrays.copyOf(frame.payload(), 28)).isEqualTo(writer.serialize(theirs.getPayload()));
  }

  /** Random, but readable: no NaN, no sentinel, no latitude beyond a pole, no NUL in text. */
  private static byte[] payload(SplittableRandom random, int length) {
    byte[] payload = new byte[length];
    random.nextBytes(payload);
    for (int i = 0; i < length; i++) {
      payload[i] = (byte) (1 + (payload[i] & 0x1F));
    }
    return payload;
  }

  private static Frame frame(int messageId, byte[] payload) {
    byte[] raw = new byte[Frame.HEADER_V2 + payload.length + Frame.CRC_LENGTH];
    raw[0] = (byte) Frame.MAGIC_V2;
    raw[1] = (byte) payload.length;
    raw[7] = (byte) messageId;
    raw[8] = (byte) (messageId >> 8);
    System.arraycopy(payload, 0, raw, Frame.HEADER_V2, payload.length);
    return new Frame(raw);
  }
}
