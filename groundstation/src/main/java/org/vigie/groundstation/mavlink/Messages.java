package org.vigie.groundstation.mavlink;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From frames to messages and back. Stateless, thread-safe. */
public final class Messages {
  private static final List<Codec<?>> ALL =
      Stream.of(
              StateCodecs.ALL,
              PositionCodecs.ALL,
              PowerCodecs.ALL,
              CommandCodecs.ALL,
              MissionCodecs.ALL,
              ParameterCodecs.ALL,
              TrafficCodecs.ALL,
              RemoteIdCodecs.ALL,
              EquipmentCodecs.ALL,
              WindCodecs.ALL,
              LogCodecs.ALL)
          .<Codec<?>>flatMap(List::stream)
          .toList();

  private static final Map<Integer, Codec<?>> BY_ID = new HashMap<>();
  private static final Map<Class<?>, Codec<?>> BY_TYPE = new HashMap<>();

  static {
    for (Codec<?> codec : ALL) {
      if (BY_ID.put(codec.id(), codec) != null || BY_TYPE.put(codec.type(), codec) != null) {
        throw new IllegalStateException("two codecs for message " + codec.id());
      }
    }
  }

  private Messages() {}

  /**
   * What a frame says. Never throws: a message that the station does not speak, or whose values
   * make no sense (NaN as an angle), comes as {@link VehicleMessage.Unreadable}.
   */
  public static VehicleMessage decode(Frame frame) {
    Codec<?> codec = BY_ID.get(frame.messageId());
    if (codec == null) {
      return new VehicleMessage.Unreadable(frame, "");
    }
    try {
      return codec.decode().apply(frame.reader());
    } catch (IllegalArgumentException e) {
      return new VehicleMessage.Unreadable(frame, String.valueOf(e.getMessage()));
    }
  }

  /** The id under which a message travels. */
  public static int idOf(VehicleMessage message) {
    return message instanceof VehicleMessage.Unreadable unreadable
        ? unreadable.frame().messageId()
        : codec(message).id();
  }

  static byte[] payload(VehicleMessage message) {
    return codec(message).payload(message);
  }

  static Codec<?> codec(VehicleMessage message) {
    Codec<?> codec = BY_TYPE.get(message.getClass());
    if (codec == null) {
      throw new IllegalStateException("no codec for " + message.getClass());
    }
    return codec;
  }

  static List<Codec<?>> codecs() {
    return ALL;
  }
}
