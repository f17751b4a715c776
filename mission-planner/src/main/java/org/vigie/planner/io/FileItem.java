package org.vigie.planner.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.MissionItem;

/**
 * One mission item as a file holds it. A parameter that the file leaves open (null, NaN) is empty:
 * the autopilot then does as it sees fit.
 *
 * @param seq index in the mission; 0 is home, whether or not the autopilot stores it
 * @param place where in the file it stands: a JSON pointer or a line
 * @param frame MAV_FRAME
 * @param command MAV_CMD
 * @param params MAV_CMD's seven parameters; of items with a place, the fifth and sixth are latitude
 *     and longitude in degrees, the seventh the height in metres
 * @param autoContinue whether the next item follows by itself
 * @source MAVLink common.xml #73 MISSION_ITEM_INT
 */
public record FileItem(
    int seq,
    String place,
    int frame,
    int command,
    List<OptionalDouble> params,
    boolean autoContinue) {
  private static final int PARAMS = 7;
  private static final int FRAME_MISSION = 2;
  private static final double E7 = 1e7;
  private static final double LAT_DEG_MAX = 90;
  private static final double LON_DEG_MAX = 180;

  public FileItem {
    params = List.copyOf(params);
    if (params.size() != PARAMS) {
      throw new IllegalArgumentException("an item has seven parameters, not " + params.size());
    }
  }

  /** A parameter by its number, from 1. */
  public OptionalDouble param(int number) {
    return params.get(number - 1);
  }

  /** A parameter by its number, from 1; 0 where the file leaves it open, as autopilots store it. */
  public double paramOrZero(int number) {
    return param(number).orElse(0);
  }

  /** Where it is; empty when both coordinates are open or 0, which autopilots take for "here". */
  public Optional<LatLon> findPosition() {
    double latDeg = paramOrZero(5);
    double lonDeg = paramOrZero(6);
    boolean isPlace =
        (latDeg != 0 || lonDeg != 0)
            && Math.abs(latDeg) <= LAT_DEG_MAX
            && Math.abs(lonDeg) <= LON_DEG_MAX;
    return isPlace ? Optional.of(new LatLon(latDeg, lonDeg)) : Optional.empty();
  }

  /**
   * The item as MISSION_ITEM_INT carries it; empty while a parameter is open.
   *
   * @source QGroundControl PlanManager.cc: degrees are scaled by 1e7 but in MAV_FRAME_MISSION
   */
  public Optional<MissionItem> findStored() {
    if (params.stream().anyMatch(OptionalDouble::isEmpty)) {
      return Optional.empty();
    }
    double scale = frame == FRAME_MISSION ? 1 : E7;
    return Optional.of(
        new MissionItem(
            seq,
            frame,
            command,
            (float) paramOrZero(1),
            (float) paramOrZero(2),
            (float) paramOrZero(3),
            (float) paramOrZero(4),
            (int) Math.round(paramOrZero(5) * scale),
            (int) Math.round(paramOrZero(6) * scale),
            (float) paramOrZero(7)));
  }

  FileItem withParam(int number, double value) {
    List<OptionalDouble> changed = new ArrayList<>(params);
    changed.set(number - 1, OptionalDouble.of(value));
    return new FileItem(seq, place, frame, command, changed, autoContinue);
  }
}
