package org.vigie.simulator.net.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.TrajectoryRepresentationWaypoints;
import io.dronefleet.mavlink.serialization.payload.reflection.ReflectionPayloadDeserializer;
import io.dronefleet.mavlink.serialization.payload.reflection.ReflectionPayloadSerializer;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.mavlink.AvailableModes;
import org.vigie.simulator.net.frame.Frame;
import org.vigie.simulator.net.frame.FrameReader;
import org.vigie.simulator.net.frame.FrameWriter;
import org.vigie.simulator.net.frame.Payload;

/** Our coding of every message against the library's. */
class MessagesTest {
  private static final Messages MESSAGES = new Messages(List.of());

  private static int fullLength(Class<?> type) {
    int length = 0;
    for (Method method : type.getDeclaredMethods()) {
      MavlinkFieldInfo info = method.getAnnotation(MavlinkFieldInfo.class);
      if (info != null) {
        length += info.unitSize() * Math.max(1, info.arraySize());
      }
    }
    return length;
  }

  @Test
  void every_message_is_coded_as_the_library_codes_it() {
    ReflectionPayloadDeserializer decoder = new ReflectionPayloadDeserializer();
    ReflectionPayloadSerializer coder = new ReflectionPayloadSerializer();
    SplittableRandom random = new SplittableRandom(1);
    int compared = 0;
    for (Class<?> type : MESSAGES.types()) {
      if (type == TrajectoryRepresentationWaypoints.class) {
        continue; // the library takes its list of enums for one number of ten bytes
      }
      for (int i = 0; i < 5; i++) {
        byte[] bytes = new byte[fullLength(type)];
        random.nextBytes(bytes);
        for (int at = 0; at < bytes.length; at++) {
          bytes[at] &= 0x7F; // text stays text, and the library has no uint64 above 2^63
        }
        Object message = decoder.deserialize(bytes, type);
        Payload ours = MESSAGES.code(message);
        assertThat(ours.bytes()).as(type.getSimpleName()).isEqualTo(coder.serialize(message));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  @Test
  void a_message_comes_back_from_a_frame_with_its_extensions() {
    CommandLong message =
        CommandLong.builder()
            .command(MavCmd.MAV_CMD_NAV_LAND)
            .targetSystem(3)
            .targetComponent(1)
            .build();
    List<Frame> found = new ArrayList<>();
    FrameReader reader = new FrameReader(MESSAGES, found::add);
    for (int version : new int[] {1, 2}) {
      Frame frame =
          new FrameWriter(255, 190)
              .frame(MESSAGES.code(message), version, Optional.empty())
              .orElseThrow();
      reader.read(ByteBuffer.wrap(frame.bytes()));
    }
    assertThat(found).hasSize(2);
    assertThat(MESSAGES.decode(found.get(0))).isEqualTo(message);
    assertThat(MESSAGES.decode(found.get(1))).isEqualTo(message);
    Targets targets = new Targets(MESSAGES);
    assertThat(targets.system(found.get(0))).isEqualTo(3);
    assertThat(targets.component(found.get(1))).isEqualTo(1);
  }

  @Test
  void classes_of_our_own_are_coded_too() {
    Payload payload = MESSAGES.code(AvailableModes.of(3, 1, 4, "GUIDED"));
    assertThat(payload.messageId()).isEqualTo(435);
    assertThat(payload.extra()).isEqualTo(134);
    // two uint32, three uint8, 35 characters @source MAVLink common.xml #435
    assertThat(payload.bytes()).hasSize(46);
  }
}
