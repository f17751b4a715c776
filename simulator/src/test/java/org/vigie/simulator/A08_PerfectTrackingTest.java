package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.vigie.simulator.world.Tracking;

/**
 * Tests of flights stand on the physics: with a body that does at once what it is told, these named
 * ones fail, and with the physics the same ones pass.
 */
class A08_PerfectTrackingTest {
  private static final List<String> NAMED =
      List.of(
          A05_RigidBodyTest.class.getName() + "#a_dead_motor_brings_a_quadrotor_down",
          A05_RigidBodyTest.class.getName()
              + "#it_drifts_with_the_wind_when_only_its_height_is_held",
          A07_AirframeTest.class.getName() + "#each_takes_off_flies_and_lands(java.lang.String)",
          C02_RecordedFlightsTest.class.getName()
              + "#a_guided_flight_and_a_return_to_a_rally_point_as_in_recording_a7",
          C02_RecordedFlightsTest.class.getName()
              + "#a_mission_with_turns_around_a_point_and_rtl_as_in_recording_a18",
          C02_RecordedFlightsTest.class.getName()
              + "#a_long_leg_with_a_short_loss_of_gnss_and_rtl_as_in_recording_a10b",
          D02_ObservationsTest.class.getName()
              + "#o17_an_accepted_mode_change_cancels_a_battery_failsafe",
          D02_ObservationsTest.class.getName()
              + "#o16_without_gnss_it_flies_on_for_eight_seconds_and_lands");

  /** The names of those that failed. */
  private static Set<String> failed() {
    Set<String> names = new HashSet<>();
    EngineTestKit.engine("junit-jupiter")
        .selectors(
            NAMED.stream()
                .map(name -> (DiscoverySelector) selectMethod(name))
                .toArray(DiscoverySelector[]::new))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(Event::getTestDescriptor)
        .map(
            test ->
                test.getUniqueId()
                    .toString()
                    .replaceAll(".*(method|test-template):(\\w+)\\(.*", "$2"))
        .forEach(names::add);
    return names;
  }

  @Test
  void these_named_tests_fail_without_the_physics_and_pass_with_it() {
    assertThat(failed()).as("with the physics").isEmpty();
    Set<String> failed = new HashSet<>();
    Tracking.perfectly(() -> failed.addAll(failed()));
    assertThat(failed).as("with perfect tracking").hasSize(NAMED.size());
  }
}
