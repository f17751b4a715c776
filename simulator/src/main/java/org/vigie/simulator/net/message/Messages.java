package org.vigie.simulator.net.message;

import io.dronefleet.mavlink.MavlinkDialect;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;
import io.dronefleet.mavlink.ardupilotmega.ArdupilotmegaDialect;
import io.dronefleet.mavlink.common.CommonDialect;
import io.dronefleet.mavlink.cubepilot.CubepilotDialect;
import io.dronefleet.mavlink.icarous.IcarousDialect;
import io.dronefleet.mavlink.minimal.MinimalDialect;
import io.dronefleet.mavlink.serialization.payload.reflection.ReflectionPayloadDeserializer;
import io.dronefleet.mavlink.standard.StandardDialect;
import io.dronefleet.mavlink.uavionix.UavionixDialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.simulator.net.frame.Extras;
import org.vigie.simulator.net.frame.Frame;
import org.vigie.simulator.net.frame.Payload;

/**
 * The messages that vehicles understand and send: ArduPilot's dialect with the common one, and
 * classes of our own where the library has none or an old one. Confined to one thread: it learns
 * how to code a class when it is first sent.
 */
public final class Messages implements Extras {
  private static final List<MavlinkDialect> DIALECTS =
      List.of(
          new MinimalDialect(),
          new StandardDialect(),
          new CommonDialect(),
          new UavionixDialect(),
          new IcarousDialect(),
          new CubepilotDialect(),
          new ArdupilotmegaDialect());

  private record Known(Class<?> type, int extra) {}

  private final Map<Integer, Known> known = new HashMap<>();

  /** One entry a class that is sent: at most the messages there are. */
  private final Map<Class<?>, Coder> coders = new HashMap<>();

  private final ReflectionPayloadDeserializer decoder = new ReflectionPayloadDeserializer();

  /**
   * The messages of the library's dialects.
   *
   * @param own annotated classes that are used instead of, or beside, the library's
   */
  public Messages(List<Class<?>> own) {
    for (MavlinkDialect dialect : DIALECTS) {
      for (Class<?> type : dialect.messageTypes()) {
        learn(type);
      }
    }
    own.forEach(this::learn);
  }

  private void learn(Class<?> type) {
    MavlinkMessageInfo info = Coder.info(type);
    known.put(info.id(), new Known(type, info.crc()));
  }

  @Override
  public int extra(int messageId) {
    Known message = known.get(messageId);
    return message == null ? UNKNOWN : message.extra();
  }

  /** Every message type that is understood. */
  public List<Class<?>> types() {
    return List.copyOf(known.values().stream().<Class<?>>map(Known::type).toList());
  }

  Optional<Class<?>> type(int messageId) {
    return Optional.ofNullable(known.get(messageId)).map(Known::type);
  }

  /**
   * A message as bytes.
   *
   * @throws IllegalArgumentException if its class is no message
   */
  public Payload code(Object message) {
    return coders.computeIfAbsent(message.getClass(), Coder::new).code(message);
  }

  /**
   * The message of a frame; fields that the sender left off are zero.
   *
   * @throws RuntimeException if its payload cannot be, by the library
   */
  public Object decode(Frame frame) {
    Class<?> type =
        type(frame.messageId())
            .orElseThrow(() -> new IllegalArgumentException("message " + frame.messageId()));
    return decoder.deserialize(frame.payload(), type);
  }
}
