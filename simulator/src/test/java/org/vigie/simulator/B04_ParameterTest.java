package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.ParamRequestList;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parameters: recording a20. */
class B04_ParameterTest {
  /** What a station's proof relies on. */
  private static final List<String> NEEDED =
      List.of(
          "RTL_ALT",
          "RTL_CLIMB_MIN",
          "RTL_SPEED",
          "WPNAV_SPEED",
          "WPNAV_SPEED_UP",
          "WPNAV_SPEED_DN",
          "WPNAV_ACCEL",
          "WPNAV_RADIUS",
          "LAND_SPEED",
          "LAND_SPEED_HIGH",
          "FENCE_ENABLE",
          "FENCE_TYPE",
          "FENCE_ACTION",
          "FENCE_ALT_MAX",
          "FENCE_RADIUS",
          "FENCE_MARGIN",
          "FENCE_TOTAL",
          "FENCE_OPTIONS",
          "FS_GCS_ENABLE",
          "FS_GCS_TIMEOUT",
          "FS_THR_ENABLE",
          "FS_OPTIONS",
          "FS_EKF_ACTION",
          "FS_EKF_THRESH",
          "FS_DR_ENABLE",
          "BATT_LOW_VOLT",
          "BATT_CRT_VOLT",
          "BATT_LOW_MAH",
          "BATT_CRT_MAH",
          "BATT_FS_LOW_ACT",
          "BATT_FS_CRT_ACT",
          "BATT_LOW_TIMER",
          "BATT_CAPACITY",
          "BATT_MONITOR",
          "BATT_ARM_VOLT",
          "SYSID_MYGCS",
          "SYSID_THISMAV",
          "RALLY_LIMIT_KM",
          "RALLY_INCL_HOME",
          "RALLY_TOTAL",
          "MIS_TOTAL",
          "AUTO_OPTIONS",
          "ARMING_CHECK",
          "DISARM_DELAY",
          "OA_TYPE",
          "AVOID_ENABLE",
          "CIRCLE_RADIUS",
          "CIRCLE_RATE",
          "PILOT_SPEED_UP",
          "FRAME_CLASS",
          "BRD_SAFETY_DEFLT");

  private static void read(Flight flight, String name, int index) {
    flight.heard().clear();
    flight.say(
        ParamRequestRead.builder()
            .targetSystem(1)
            .targetComponent(1)
            .paramId(name)
            .paramIndex(index)
            .build());
  }

  @Test
  void the_list_comes_whole_and_in_order() {
    Flight flight = Flight.ready();
    flight.forget();
    flight.say(ParamRequestList.builder().targetSystem(1).targetComponent(1).build());
    flight.run(1);
    List<ParamValue> values = flight.all(ParamValue.class);
    assertThat(values).hasSize(values.get(0).paramCount());
    Set<String> names = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.get(i).paramIndex()).isEqualTo(i);
      names.add(values.get(i).paramId());
    }
    assertThat(names).hasSize(values.size()).containsAll(NEEDED);
  }

  @Test
  void an_unknown_name_or_index_gets_no_answer() {
    Flight flight = Flight.ready();
    read(flight, "NO_SUCH_PARAM", -1);
    assertThat(flight.find(ParamValue.class)).isEmpty();
    read(flight, "", 30_000);
    assertThat(flight.find(ParamValue.class)).isEmpty();
    flight.set("NO_SUCH_PARAM", 1);
    assertThat(flight.find(ParamValue.class)).isEmpty();
    flight.set("RTL_ALT", Double.NaN);
    assertThat(flight.find(ParamValue.class)).isEmpty();
  }

  @Test
  void a_set_is_answered_with_what_is_stored_without_an_index() {
    Flight flight = Flight.ready();
    flight.set("RTL_ALT", 1234.7);
    ParamValue answer = flight.last(ParamValue.class);
    assertThat(answer.paramValue()).isEqualTo(1234f);
    assertThat(answer.paramIndex()).isEqualTo(65535);
    assertThat(answer.paramType().value()).isEqualTo(6);
    flight.set("FENCE_ACTION", 300);
    assertThat(flight.last(ParamValue.class).paramValue()).isEqualTo(127f);
    flight.set("WPNAV_SPEED", 1e9);
    assertThat(flight.last(ParamValue.class).paramValue()).isEqualTo(1e9f);
    flight.set("MIS_TOTAL", 7);
    assertThat(flight.last(ParamValue.class).paramValue()).isZero();
    assertThat(flight.texts()).contains("Param write denied (MIS_TOTAL)");
    read(flight, "RTL_ALT", -1);
    assertThat(flight.last(ParamValue.class).paramIndex()).isEqualTo(65535);
  }
}
