package org.vigie.groundstation.flightlog.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the station said to the aircraft: the motors were armed under a warrant only, every command
 * that flies has an entry of the journal at its side, and sticks were never moved.
 *
 * @source MAVLink common.xml: COMMAND_LONG (76), COMMAND_INT (75), SET_MODE (11),
 *     MISSION_SET_CURRENT (41), SET_POSITION_TARGET_GLOBAL_INT (86), MANUAL_CONTROL (69),
 *     RC_CHANNELS_OVERRIDE (70)
 */
final class WireCheck implements RawFrame.Listener {
  private static final int COMMAND_INT = 75;
  private static final int COMMAND_LONG = 76;
  private static final int COMMAND_AT = 28;
  private static final int ARM = 400;

  /** Messages that fly without being commands. */
  private static final Map<Integer, String> FLYING =
      Map.of(11, "SET_MODE", 41, "MISSION_SET_CURRENT", 86, "SET_POSITION_TARGET_GLOBAL_INT");

  private static final Map<Integer, String> STICKS =
      Map.of(69, "MANUAL_CONTROL", 70, "RC_CHANNELS_OVERRIDE");

  /** MAV_CMD that change how it flies. */
  private static final Map<Integer, String> COMMANDS =
      Map.ofEntries(
          Map.entry(17, "NAV_LOITER_UNLIM"),
          Map.entry(20, "NAV_RETURN_TO_LAUNCH"),
          Map.entry(21, "NAV_LAND"),
          Map.entry(22, "NAV_TAKEOFF"),
          Map.entry(176, "DO_SET_MODE"),
          Map.entry(178, "DO_CHANGE_SPEED"),
          Map.entry(185, "DO_FLIGHTTERMINATION"),
          Map.entry(192, "DO_REPOSITION"),
          Map.entry(193, "DO_PAUSE_CONTINUE"),
          Map.entry(224, "DO_SET_MISSION_CURRENT"),
          Map.entry(300, "MISSION_START"),
          Map.entry(ARM, "COMPONENT_ARM_DISARM"));

  private static final Set<String> ENTRIES =
      Set.of(
          "flight.commanded",
          "flight.warranted",
          "flight.state-changed",
          "flight.home-checked",
          "flight.command-finished",
          "flight.resumed");

  /** Orders expire after two seconds and are repeated until then; the journal may lag behind. */
  private static final Duration BESIDE = Duration.ofSeconds(15);

  private final Findings findings;
  private final int vehicle;
  private final TreeSet<Instant> orders;
  private final TreeSet<Instant> warrants;

  /**
   * A check.
   *
   * @param vehicle system id of the aircraft: who else speaks is the station
   */
  WireCheck(Findings findings, int vehicle, List<LoggedEntry> flight) {
    this.findings = findings;
    this.vehicle = vehicle;
    orders = FlightTimes.times(flight.stream().filter(entry -> ENTRIES.contains(entry.type())));
    warrants = FlightTimes.times(flight.stream().filter(entry -> entry.is("flight.warranted")));
  }

  @Override
  public void frame(RawFrame frame) {
    if (frame.systemId() == vehicle) {
      return;
    }
    int id = frame.messageId();
    if (STICKS.containsKey(id)) {
      fault(Fault.STICKS, frame.at(), STICKS.getOrDefault(id, ""));
    } else if (FLYING.containsKey(id)) {
      ordered(frame.at(), FLYING.getOrDefault(id, ""));
    } else if (id == COMMAND_INT || id == COMMAND_LONG) {
      int command = frame.payload().getShort(COMMAND_AT) & 0xFFFF;
      boolean arms = command == ARM && frame.payload().getFloat(0) == 1;
      if (arms && warrants.floor(frame.at()) == null) {
        fault(Fault.ARMED_UNWARRANTED, frame.at());
      } else if (COMMANDS.containsKey(command)) {
        ordered(frame.at(), COMMANDS.getOrDefault(command, ""));
      }
    }
  }

  private void ordered(Instant at, String what) {
    if (!FlightTimes.near(orders, at, BESIDE)) {
      fault(Fault.UNTOLD_ORDER, at, what);
    }
  }

  private void fault(Fault fault, Object... details) {
    findings.fault(Check.ORDERS, TelemetryCheck.PART, fault, details);
  }
}
