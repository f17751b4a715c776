package org.vigie.groundstation.mavlink;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;

/**
 * The messages that make up a vehicle's stream, read in place: nothing is made but what is asked
 * for. Each says the same as the message of its name. A view is as cheap as a reference; ask {@code
 * sensible} first, the other answers rest on it.
 */
public final class TelemetryViews {
  private static final int UNKNOWN_U16 = 0xFFFF;
  private static final double CENTI = 100;
  private static final double MILLI = 1000;

  private TelemetryViews() {}

  /** Degrees times ten million, within the globe. */
  private static boolean onEarth(int latE7, int lonE7) {
    return Math.abs((long) latE7) <= 900_000_000L && Math.abs((long) lonE7) <= 1_800_000_000L;
  }

  private static OptionalDouble unlessUnknown(int value, double scale) {
    return value == UNKNOWN_U16 ? OptionalDouble.empty() : OptionalDouble.of(value / scale);
  }

  /** See {@link PositionMessage.Attitude}. */
  public record AttitudeView(Frame frame) {
    public static final int ID = 30;

    public boolean sensible() {
      double sum = 0;
      for (int at = 4; at < 28; at += 4) {
        sum += frame.payloadF32(at);
      }
      return Double.isFinite(sum);
    }

    public double rollRad() {
      return frame.payloadF32(4);
    }

    public double pitchRad() {
      return frame.payloadF32(8);
    }

    public double yawRad() {
      return frame.payloadF32(12);
    }
  }

  /** See {@link PositionMessage.GlobalPosition}. */
  public record GlobalPositionView(Frame frame) {
    public static final int ID = 33;

    public boolean sensible() {
      return onEarth(frame.payloadI32(4), frame.payloadI32(8));
    }

    /** Exactly 0, 0 is what autopilots send before they have a position. */
    public boolean nowhere() {
      return frame.payloadI32(4) == 0 && frame.payloadI32(8) == 0;
    }

    public LatLon position() {
      return LatLon.ofE7(frame.payloadI32(4), frame.payloadI32(8));
    }

    public AltitudeAmsl altitude() {
      return new AltitudeAmsl(frame.payloadI32(12) / MILLI);
    }

    public HeightAboveHome height() {
      return new HeightAboveHome(frame.payloadI32(16) / MILLI);
    }

    public VelocityNed velocity() {
      return new VelocityNed(
          (short) frame.payloadU16(20) / CENTI,
          (short) frame.payloadU16(22) / CENTI,
          (short) frame.payloadU16(24) / CENTI);
    }

    public OptionalDouble headingDeg() {
      return unlessUnknown(frame.payloadU16(26), CENTI);
    }
  }

  /** See {@link PositionMessage.GpsRaw}. */
  public record GpsRawView(Frame frame) {
    public static final int ID = 24;

    public boolean sensible() {
      return onEarth(frame.payloadI32(8), frame.payloadI32(12));
    }

    public int fixType() {
      return frame.payloadU8(28);
    }

    public OptionalInt satellites() {
      return PayloadReader.optional(frame.payloadU8(29), 0xFF);
    }

    public OptionalDouble hdop() {
      return unlessUnknown(frame.payloadU16(20), CENTI);
    }

    public double horizontalAccuracyM() {
      return (frame.payloadI32(34) & 0xFFFF_FFFFL) / MILLI;
    }
  }

  /** See {@link StateMessage.SysStatus}. */
  public record SysStatusView(Frame frame) {
    public static final int ID = 1;

    private static final int PREARM_CHECK = 1 << 28;

    public boolean prearmHealthy() {
      return (frame.payloadI32(8) & PREARM_CHECK) != 0;
    }

    public OptionalDouble batteryVolts() {
      return unlessUnknown(frame.payloadU16(14), MILLI);
    }

    public OptionalDouble batteryAmps() {
      int raw = (short) frame.payloadU16(16);
      return raw == -1 ? OptionalDouble.empty() : OptionalDouble.of(raw / CENTI);
    }

    public OptionalDouble batteryPercent() {
      int raw = (byte) frame.payloadU8(30);
      return raw == -1 ? OptionalDouble.empty() : OptionalDouble.of(raw);
    }
  }

  /** See {@link PowerMessage.BatteryStatus}. */
  public record BatteryStatusView(Frame frame) {
    public static final int ID = 147;

    private static final int CELLS_AT = 10;
    private static final int CELLS = 10;
    private static final int MORE_CELLS_AT = 41;
    private static final int MORE_CELLS = 4;

    public int id() {
      return frame.payloadU8(32);
    }

    /** The sum of the cells that are measured. */
    public OptionalDouble volts() {
      long millivolts = 0;
      int cells = 0;
      while (cells < CELLS && frame.payloadU16(CELLS_AT + 2 * cells) != UNKNOWN_U16) {
        millivolts += frame.payloadU16(CELLS_AT + 2 * cells);
        cells++;
      }
      int more = cells < CELLS ? MORE_CELLS : 0;
      while (more < MORE_CELLS && frame.payloadU16(MORE_CELLS_AT + 2 * more) != 0) {
        millivolts += frame.payloadU16(MORE_CELLS_AT + 2 * more);
        more++;
      }
      return cells == 0 ? OptionalDouble.empty() : OptionalDouble.of(millivolts / MILLI);
    }

    public OptionalDouble currentAmps() {
      int raw = (short) frame.payloadU16(30);
      return raw == -1 ? OptionalDouble.empty() : OptionalDouble.of(raw / CENTI);
    }

    public OptionalDouble remainingPercent() {
      int raw = (byte) frame.payloadU8(35);
      return raw == -1 ? OptionalDouble.empty() : OptionalDouble.of(raw);
    }

    public OptionalDouble consumedMah() {
      int raw = frame.payloadI32(0);
      return raw == -1 ? OptionalDouble.empty() : OptionalDouble.of(raw);
    }

    public int chargeState() {
      return frame.payloadU8(40);
    }
  }

  /** See {@link StateMessage.EkfStatus}. */
  public record EkfStatusView(Frame frame) {
    public static final int ID = 193;

    public int flags() {
      return frame.payloadU16(20);
    }

    public OptionalDouble horizontalVariance() {
      float variance = frame.payloadF32(4);
      return Float.isNaN(variance) ? OptionalDouble.empty() : OptionalDouble.of(variance);
    }
  }
}
