package org.vigie.simulator.net.message;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.util.EnumValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One field of a message class and its place on the wire. Immutable. */
final class Field {
  private final Method getter;
  private final int at;
  private final int unit;
  private final int count;

  Field(Method getter, MavlinkFieldInfo info, int at) {
    this.getter = getter;
    this.at = at;
    this.unit = info.unitSize();
    this.count = count(info);
  }

  private static int count(MavlinkFieldInfo info) {
    return Math.max(1, info.arraySize());
  }

  /** Bytes that a field takes. */
  static int length(MavlinkFieldInfo info) {
    return info.unitSize() * count(info);
  }

  void write(Object message, byte[] to) {
    Object value;
    try {
      value = getter.invoke(message);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("cannot read " + getter, e);
    }
    if (value instanceof List<?> list) {
      for (int i = 0; i < Math.min(count, list.size()); i++) {
        number(bits(list.get(i)), at + i * unit, unit, to);
      }
    } else if (value instanceof byte[] bytes) {
      System.arraycopy(bytes, 0, to, at, Math.min(bytes.length, unit * count));
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      System.arraycopy(bytes, 0, to, at, Math.min(bytes.length, unit * count));
    } else if (value != null) {
      number(bits(value), at, unit * count, to); // the library has no lists of enums
    }
  }

  private long bits(Object value) {
    if (value instanceof Float number) {
      return Float.floatToIntBits(number);
    }
    if (value instanceof Double number) {
      return Double.doubleToLongBits(number);
    }
    if (value instanceof BigInteger number) {
      return number.longValue();
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof EnumValue<?> entry) {
      return entry.value();
    }
    throw new IllegalArgumentException("a field of no known kind: " + getter);
  }

  private static void number(long bits, int from, int length, byte[] to) {
    for (int i = 0; i < Math.min(length, Long.BYTES); i++) {
      to[from + i] = (byte) (bits >> (8 * i));
    }
  }
}
