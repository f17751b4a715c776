package org.vigie.planner.io;

import java.math.BigDecimal;
import java.util.List;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;

/**
 * Writes the mission of a plan as {@code .waypoints} of version 110, whose first item is home, for
 * whichever autopilot. Fence, rally points and parameters have no place in it.
 *
 * @source MAVLink guide, file_formats (Mission Plain-Text File Format); QGroundControl
 *     MissionController.cc, _loadTextMissionFile
 */
public final class WaypointsWriter {
  private WaypointsWriter() {}

  /** The text of a {@code .waypoints} file. */
  public static String write(FlightPlan plan) {
    StringBuilder text = new StringBuilder("QGC WPL 110\n");
    List<MissionItem> items = plan.mission();
    boolean homeFirst = Autopilot.ofFirmware(plan.firmware()).homeIsItem0();
    line(text, 0, home(plan.home()));
    List<MissionItem> flown = homeFirst ? items.subList(1, items.size()) : items;
    for (int i = 0; i < flown.size(); i++) {
      line(text, i + 1, flown.get(i));
    }
    return text.toString();
  }

  private static MissionItem home(Home home) {
    return new MissionItem(
        0,
        MavCmd.FRAME_GLOBAL,
        MavCmd.NAV_WAYPOINT,
        0,
        0,
        0,
        0,
        home.latE7(),
        home.lonE7(),
        home.altitudeAmslCm() / 100f);
  }

  private static void line(StringBuilder text, int seq, MissionItem item) {
    text.append(seq).append('\t').append(seq == 0 ? 1 : 0);
    text.append('\t').append(item.frame()).append('\t').append(item.command());
    for (float param : new float[] {item.param1(), item.param2(), item.param3(), item.param4()}) {
      number(text, Numbers.of(param));
    }
    number(text, Numbers.degrees(item.x()));
    number(text, Numbers.degrees(item.y()));
    number(text, Numbers.of(item.z()));
    text.append("\t1\n");
  }

  private static void number(StringBuilder text, BigDecimal value) {
    text.append('\t').append(value.toPlainString());
  }
}
