package org.vigie.simulator.autopilot.px4;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One event of PX4's events interface: a number that a station looks up in the firmware's metadata,
 * with packed arguments. Immutable.
 *
 * @source PX4 platforms/common/include/px4_platform_common/events.h: FNV-1a of the name, low 24
 *     bits, component 1 above; levels as seen in the recorded flights
 */
public final class Px4Event {
  /** External level in the low four bits, internal above. */
  public static final int INFO = 0x66;

  public static final int WARNING = 0x44;
  static final int LOSS = 0x64;
  public static final int ERROR = 0x33;
  static final int MISSION_ERROR = 0x63;
  static final int CRITICAL = 0x62;
  static final int FAILSAFE = 0x42;
  static final int BATTERY = 0x22;
  static final int EMERGENCY = 0x00;

  private static final int COMPONENT = 1 << 24;
  private static final int FNV_OFFSET = 0x811c9dc5;
  private static final int FNV_PRIME = 0x1000193;

  /** EVENT holds so many bytes of arguments. */
  private static final int ARGUMENTS_MAX = 40;

  private final long id;
  private final int levels;
  private final byte[] arguments;

  private Px4Event(long id, int levels, byte[] arguments) {
    this.id = id;
    this.levels = levels;
    this.arguments = arguments;
  }

  /** An event without arguments. */
  public static Px4Event of(String name, int levels) {
    return new Px4Event(id(name), levels, new byte[0]);
  }

  /** An event whose name is not known, only its number in recordings. */
  static Px4Event recorded(long id, int levels) {
    return new Px4Event(id, levels, new byte[0]);
  }

  /** The number of a name. */
  public static long id(String name) {
    int hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return COMPONENT | (hash & 0xffffff);
  }

  /** One more argument, little endian, of so many bytes. */
  Px4Event with(long value, int bytes) {
    byte[] longer = Arrays.copyOf(arguments, Math.min(ARGUMENTS_MAX, arguments.length + bytes));
    for (int i = 0; arguments.length + i < longer.length; i++) {
      longer[arguments.length + i] = (byte) (value >> (8 * i));
    }
    return new Px4Event(id, levels, longer);
  }

  Px4Event with(float value) {
    return with(Float.floatToRawIntBits(value), 4);
  }

  public long id() {
    return id;
  }

  public int levels() {
    return levels;
  }

  /** The arguments, filled up to the 40 bytes of the message. */
  public byte[] arguments() {
    return Arrays.copyOf(arguments, ARGUMENTS_MAX);
  }

  @Override
  public String toString() {
    return "event " + id + " " + HexFormat.of().formatHex(arguments);
  }
}
