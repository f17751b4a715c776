package org.vigie.groundstation.vehicle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;

/**
 * ArduCopter. Hold is BRAKE: LOITER descends when there is no throttle stick (10 m in 6 s in a
 * recorded flight). The proven return is AUTO_RTL, the only one that flies DO_RETURN_PATH_START.
 *
 * @source ArduCopter/mode.h, enum class Mode::Number; recorded flights
 */
final class ArduCopterProfile implements AutopilotProfile {
  static final AutopilotProfile INSTANCE = new ArduCopterProfile();

  /** MAV_MODE_FLAG_CUSTOM_MODE_ENABLED: the second parameter is the custom mode. */
  private static final int CUSTOM_MODE_ENABLED = 1;

  private static final Set<String> REMOVE_RISK =
      Set.of("BRAKE", "RTL", "SMART_RTL", "AUTO_RTL", "LAND");

  private static final Map<Long, FlightMode> BY_NUMBER =
      List.of(
              entry(0, "STABILIZE"),
              entry(1, "ACRO"),
              entry(2, "ALT_HOLD"),
              entry(3, "AUTO"),
              entry(4, "GUIDED"),
              entry(5, "LOITER"),
              entry(6, "RTL"),
              entry(7, "CIRCLE"),
              entry(9, "LAND"),
              entry(11, "DRIFT"),
              entry(13, "SPORT"),
              entry(14, "FLIP"),
              entry(15, "AUTOTUNE"),
              entry(16, "POSHOLD"),
              entry(17, "BRAKE"),
              entry(18, "THROW"),
              entry(19, "AVOID_ADSB"),
              entry(20, "GUIDED_NOGPS"),
              entry(21, "SMART_RTL"),
              entry(22, "FLOWHOLD"),
              entry(23, "FOLLOW"),
              entry(24, "ZIGZAG"),
              entry(25, "SYSTEMID"),
              entry(26, "AUTOROTATE"),
              entry(27, "AUTO_RTL"),
              entry(28, "TURTLE"))
          .stream()
          .collect(Collectors.toUnmodifiableMap(FlightMode::customMode, Function.identity()));

  private static final Map<String, FlightMode> BY_NAME =
      BY_NUMBER.values().stream()
          .collect(Collectors.toUnmodifiableMap(FlightMode::name, Function.identity()));

  private ArduCopterProfile() {}

  private static FlightMode entry(long number, String name) {
    return new FlightMode(number, name, REMOVE_RISK.contains(name));
  }

  @Override
  public String firmware() {
    return "arducopter";
  }

  @Override
  public FlightMode mode(long customMode) {
    FlightMode known = BY_NUMBER.get(customMode);
    return known == null ? new FlightMode(customMode, "MODE " + customMode, false) : known;
  }

  @Override
  public Optional<FlightMode> findMode(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  @Override
  public FlightMode hold() {
    return mode(17);
  }

  @Override
  public FlightMode provenReturn() {
    return mode(27);
  }

  @Override
  public FlightMode returnToLaunch() {
    return mode(6);
  }

  @Override
  public FlightMode land() {
    return mode(9);
  }

  @Override
  public FlightMode mission() {
    return mode(3);
  }

  @Override
  public FlightMode arming() {
    return mode(4);
  }

  @Override
  public boolean itemZeroIsHome() {
    return true;
  }

  @Override
  public CommandRequest setMode(FlightMode mode) {
    return CommandRequest.of(MavCmd.DO_SET_MODE, CUSTOM_MODE_ENABLED, (float) mode.customMode());
  }
}
