package org.vigie.simulator.net.message;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.simulator.net.frame.Payload;

/**
 * Codes messages of one class. The library looks at the class anew for each message; this does it
 * once. Immutable.
 *
 * @source MAVLink serialization: fields by size of their elements, largest first, then in their
 *     order; extensions behind, unsorted
 */
final class Coder {
  private final int messageId;
  private final int extra;
  private final int length;
  private final int baseLength;
  private final List<Field> fields = new ArrayList<>();

  Coder(Class<?> type) {
    MavlinkMessageInfo info = info(type);
    this.messageId = info.id();
    this.extra = info.crc();
    int at = 0;
    int base = 0;
    for (Method getter : ordered(type)) {
      MavlinkFieldInfo field = getter.getAnnotation(MavlinkFieldInfo.class);
      fields.add(new Field(getter, field, at));
      at += Field.length(field);
      base = field.extension() ? base : at;
    }
    this.length = at;
    this.baseLength = base;
  }

  static MavlinkMessageInfo info(Class<?> type) {
    MavlinkMessageInfo info = type.getAnnotation(MavlinkMessageInfo.class);
    if (info == null) {
      throw new IllegalArgumentException(type + " is no MAVLink message");
    }
    return info;
  }

  static List<Method> ordered(Class<?> type) {
    List<Method> base = new ArrayList<>();
    List<Method> extensions = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      MavlinkFieldInfo info = method.getAnnotation(MavlinkFieldInfo.class);
      if (info != null) {
        method.setAccessible(true);
        (info.extension() ? extensions : base).add(method);
      }
    }
    Comparator<Method> position =
        Comparator.comparingInt(m -> m.getAnnotation(MavlinkFieldInfo.class).position());
    Comparator<Method> size =
        Comparator.comparingInt(m -> -m.getAnnotation(MavlinkFieldInfo.class).unitSize());
    base.sort(size.thenComparing(position));
    extensions.sort(position);
    base.addAll(extensions);
    return base;
  }

  Payload code(Object message) {
    byte[] bytes = new byte[length];
    for (Field field : fields) {
      field.write(message, bytes);
    }
    return new Payload(messageId, extra, bytes, baseLength);
  }
}
