package org.vigie.planner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parameter tables of different firmware versions have to do with each other. */
class FirmwareTest {
  /**
   * What 4.7 calls a parameter of 4.6. {@code @source} QGroundControl ArduCopterFirmwarePlugin.cc.
   */
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("RTL_ALT", "RTL_ALT_M"),
          Map.entry("RTL_ALT_FINAL", "RTL_ALT_FINAL_M"),
          Map.entry("RTL_CLIMB_MIN", "RTL_CLIMB_MIN_M"),
          Map.entry("RTL_SPEED", "RTL_SPEED_MS"),
          Map.entry("WPNAV_SPEED", "WP_SPD"),
          Map.entry("WPNAV_SPEED_UP", "WP_SPD_UP"),
          Map.entry("WPNAV_SPEED_DN", "WP_SPD_DN"),
          Map.entry("WPNAV_RADIUS", "WP_RADIUS_M"),
          Map.entry("WPNAV_ACCEL", "WP_ACC"),
          Map.entry("WPNAV_ACCEL_Z", "WP_ACC_Z"),
          Map.entry("WPNAV_JERK", "WP_JERK"),
          Map.entry("LAND_SPEED", "LAND_SPD_MS"),
          Map.entry("LAND_SPEED_HIGH", "LAND_SPD_HIGH_MS"),
          Map.entry("LAND_ALT_LOW", "LAND_ALT_LOW_M"),
          Map.entry("ANGLE_MAX", "ATC_ANGLE_MAX"),
          Map.entry("SYSID_MYGCS", "MAV_GCS_SYSID"));

  /** Renamed, but in metres already. */
  private static final Set<String> SAME_UNIT = Set.of("SYSID_MYGCS", "WPNAV_JERK");

  private static final Firmware.ReturnProfile PROFILE =
      new Firmware.ReturnProfile(
          60, 66, 9, 2.5, 1.5, 30, Optional.of(new BatteryLimits(16_000, 6_000, 3_000)));

  private static Map<String, Double> table(Firmware firmware) {
    Map<String, Double> table = new TreeMap<>();
    firmware.parameters(PROFILE).forEach(s -> table.put(s.name(), (double) s.value()));
    return table;
  }

  @Test
  void arducopter_4_7_says_the_same_as_4_6_under_new_names_in_metres() {
    Map<String, Double> old = table(Firmware.ARDUCOPTER_4_6);
    Map<String, Double> renamed = table(Firmware.ARDUCOPTER_4_7);

    assertThat(old.keySet()).containsAll(RENAMED.keySet());
    assertThat(renamed).hasSameSizeAs(old);
    old.forEach(
        (name, value) -> {
          boolean length = RENAMED.containsKey(name) && !SAME_UNIT.contains(name);
          assertThat(renamed.get(RENAMED.getOrDefault(name, name)))
              .as(name)
              .isCloseTo(length ? value / 100 : value, offset(1e-6));
        });
  }

  @Test
  void a_table_is_found_by_its_identifier() {
    assertThat(Firmware.find("arducopter-4.7")).contains(Firmware.ARDUCOPTER_4_7);
    assertThat(Firmware.find("arducopter-4.70")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "arducopter-4.6, 4.6.0, true",
    "arducopter-4.6, 4.6.3, true",
    "arducopter-4.6, 4.60.0, false",
    "arducopter-4.6, 4.7.0, false",
    "arducopter-4.7, 4.7.0, true",
    "arducopter-4.7, 4.7.1-beta, false", // so they may before any release
    "arducopter-4.7, 4.7.0-dev, false", // names still changed while it was developed
    "arducopter-4.7, '', false",
    "px4-1.17, 1.17.0, true",
    "px4-1.17, 1.17.0-alpha, false",
    "px4-1.17, 1.16.1, false",
    "px4-1.16, 1.16.0, false", // its table was held against no release
  })
  void a_table_covers_the_releases_of_its_version_and_nothing_else(
      String id, String version, boolean covered) {
    assertThat(Firmware.find(id).orElseThrow().covers(version)).isEqualTo(covered);
  }

  @Test
  void a_held_mission_goes_on_where_it_was_and_ends_with_its_landing() {
    for (Firmware firmware : List.of(Firmware.ARDUCOPTER_4_6, Firmware.ARDUCOPTER_4_7)) {
      assertThat(table(firmware))
          .containsEntry("MIS_RESTART", 0.0)
          .containsEntry("MIS_OPTIONS", 0.0);
    }
  }

  @Test
  void px4_tables_name_each_parameter_once_and_1_17_adds_to_1_16() {
    for (Firmware firmware : List.of(Firmware.PX4_1_16, Firmware.PX4_1_17)) {
      assertThat(table(firmware)).hasSameSizeAs(firmware.parameters(PROFILE));
    }
    assertThat(table(Firmware.PX4_1_17)).containsAllEntriesOf(table(Firmware.PX4_1_16));
  }

  /** Minus one, cast to a float, would be another number; as bits in a float field it is a NaN. */
  @Test
  void px4_carries_integers_by_their_bytes() {
    assertThat(Firmware.PX4_1_17.type("RTL_TYPE")).isEqualTo(ParameterType.INT32);
    assertThat(Firmware.PX4_1_17.type("MPC_XY_CRUISE")).isEqualTo(ParameterType.REAL32);
    assertThat(Firmware.ARDUCOPTER_4_6.type("FENCE_ACTION")).isEqualTo(ParameterType.REAL32);
    assertThat(ParameterType.INT32.bits(-1)).isEqualTo(-1);
    assertThat(ParameterType.INT32.value(2)).isEqualTo(2f);
    assertThat(ParameterType.REAL32.bits(1)).isEqualTo(0x3f800000);
    for (ParameterSetting setting : Firmware.PX4_1_17.parameters(PROFILE)) {
      ParameterType type = Firmware.PX4_1_17.type(setting.name());
      assertThat(type.value(type.bits(setting.value()))).isEqualTo(setting.value());
    }
  }

  @Test
  void px4_keeps_no_more_than_64_corners_of_a_fence() {
    assertThat(Firmware.PX4_1_17.fenceVerticesMax(70)).isEqualTo(64);
    assertThat(Firmware.PX4_1_17.fenceVerticesMax(40)).isEqualTo(40);
    assertThat(Firmware.ARDUCOPTER_4_6.fenceVerticesMax(70)).isEqualTo(70);
  }
}
