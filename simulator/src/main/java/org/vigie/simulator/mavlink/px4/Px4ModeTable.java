package org.vigie.simulator.mavlink.px4;

import java.util.List;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.mavlink.AvailableModes;

/**
 * The 26 modes that PX4 lists; those with a standard meaning have no name.
 *
 * @source recording p12; PX4 AVAILABLE_MODES.hpp, mode_names.hpp
 */
final class Px4ModeTable {
  private static final int ADVANCED = 1;
  private static final int NOT_SELECTABLE = 2;
  private static final int EXTERNAL_FIRST_SUB = 11;

  private record Row(long customMode, int standardMode, int properties, String name) {}

  private static Row named(Px4Mode mode, int properties) {
    return new Row(mode.customMode(), 0, properties, mode.label());
  }

  private static Row standard(Px4Mode mode, int standardMode, int properties) {
    return new Row(mode.customMode(), standardMode, properties, "");
  }

  private static Row external(int number) {
    long custom = (4L << 16) | ((long) (EXTERNAL_FIRST_SUB + number) << 24);
    return new Row(custom, 0, NOT_SELECTABLE, "(Mode not available)");
  }

  private static final List<Row> ROWS =
      List.of(
          named(Px4Mode.MANUAL, ADVANCED),
          standard(Px4Mode.ALTCTL, 4, 0),
          standard(Px4Mode.POSCTL, 1, 0),
          standard(Px4Mode.MISSION, 6, ADVANCED),
          named(Px4Mode.HOLD, ADVANCED),
          standard(Px4Mode.RTL, 5, ADVANCED),
          named(Px4Mode.POSITION_SLOW, ADVANCED),
          named(Px4Mode.ALTITUDE_CRUISE, ADVANCED),
          named(Px4Mode.ACRO, ADVANCED),
          named(Px4Mode.TERMINATION, ADVANCED | NOT_SELECTABLE),
          named(Px4Mode.OFFBOARD, ADVANCED),
          named(Px4Mode.STABILIZED, ADVANCED),
          standard(Px4Mode.TAKEOFF, 8, ADVANCED),
          standard(Px4Mode.LAND, 7, ADVANCED),
          named(Px4Mode.FOLLOW_TARGET, ADVANCED),
          named(Px4Mode.PRECISION_LANDING, ADVANCED),
          standard(Px4Mode.ORBIT, 2, ADVANCED),
          named(Px4Mode.VTOL_TAKEOFF, ADVANCED),
          external(0),
          external(1),
          external(2),
          external(3),
          external(4),
          external(5),
          external(6),
          external(7));

  private Px4ModeTable() {}

  static int count() {
    return ROWS.size();
  }

  /** One of them; {@code index} counts from 1. */
  static AvailableModes of(int index) {
    Row row = ROWS.get(index - 1);
    return AvailableModes.of(
        ROWS.size(), index, row.customMode(), row.name(), row.standardMode(), row.properties());
  }

  /** MAV_STANDARD_MODE of a mode, 0 for none. */
  static int standardMode(Px4Mode mode) {
    for (Row row : ROWS) {
      if (row.customMode() == mode.customMode() && mode != Px4Mode.DESCEND) {
        return row.standardMode();
      }
    }
    return 0;
  }
}
