package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.physics.Vec3;

/**
 * The frames of SET_POSITION_TARGET_LOCAL_NED, and what its mask leaves in. North and east of the
 * body frames are forward and right of where the nose points, wings level.
 *
 * @source MAVLink common.xml MAV_FRAME, POSITION_TARGET_TYPEMASK
 */
public final class TargetFrame {
  public static final int LOCAL_NED = 1;
  public static final int LOCAL_OFFSET_NED = 7;
  public static final int BODY_NED = 8;
  public static final int BODY_OFFSET_NED = 9;

  private static final int IGNORE_POSITION = 7;
  private static final int IGNORE_VELOCITY = 7 << 3;
  private static final int IGNORE_YAW = 1 << 10;
  private static final int IGNORE_YAW_RATE = 1 << 11;

  private TargetFrame() {}

  /** Whether a place is wanted. */
  public static boolean position(int mask) {
    return (mask & IGNORE_POSITION) == 0;
  }

  /** Whether a velocity is wanted. */
  public static boolean velocity(int mask) {
    return (mask & IGNORE_VELOCITY) == 0;
  }

  /** The wanted heading, NaN for none. */
  public static double yawRad(int mask, float yawRad) {
    return (mask & IGNORE_YAW) == 0 && Float.isFinite(yawRad) ? yawRad : Double.NaN;
  }

  /** The wanted turn, NaN for none. */
  public static double yawRateRadps(int mask, float rateRadps) {
    return (mask & IGNORE_YAW_RATE) == 0 && Float.isFinite(rateRadps) ? rateRadps : Double.NaN;
  }

  /** Whether directions count from the nose. */
  public static boolean body(int frame) {
    return frame == BODY_NED || frame == BODY_OFFSET_NED;
  }

  /** East, north and up of a message's north or forward, east or right, and down. */
  public static Vec3 turned(
      FlightController craft, int frame, double first, double second, double down) {
    double yaw = body(frame) ? craft.nav().yawRad() : 0;
    double north = first * Math.cos(yaw) - second * Math.sin(yaw);
    double east = first * Math.sin(yaw) + second * Math.cos(yaw);
    return new Vec3(east, north, -down);
  }

  /** Where a message's place is, from the estimator's origin or from where the craft is. */
  public static Vec3 place(FlightController craft, SetPositionTargetLocalNed m, Vec3 origin) {
    int frame = m.coordinateFrame().value();
    Vec3 from = frame == LOCAL_NED ? origin : craft.nav().position();
    return from.plus(turned(craft, frame, m.x(), m.y(), m.z()));
  }
}
