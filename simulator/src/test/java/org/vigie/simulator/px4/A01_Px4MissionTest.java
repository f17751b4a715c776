package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionItemReached;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Commands;

/** A whole mission at protocol level: uploaded, read back, armed, flown, landed. */
class A01_Px4MissionTest {
  @Test
  void a_mission_takes_off_flies_and_lands_as_it_was_sent() {
    Px4Flight flight = Px4Flight.ready();
    assertThat(
            flight
                .upload(
                    0,
                    List.of(
                        flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
                        flight.mission(Commands.NAV_WAYPOINT, 0, 60, 20),
                        flight.mission(Commands.NAV_WAYPOINT, 60, 60, 25).param1(3),
                        flight.order(Commands.DO_LAND_START),
                        flight.mission(Commands.NAV_WAYPOINT, 60, 20, 20),
                        flight.mission(Commands.NAV_LAND, 40, 0, 0)))
                .type())
        .isZero();
    List<MissionItemInt> back = flight.download(0);
    assertThat(back).extracting(item -> item.frame().value()).containsExactly(6, 6, 6, 2, 6, 6);
    assertThat(back).extracting(MissionItemInt::param2).containsExactly(0f, 5f, 5f, 0f, 5f, 0f);
    assertThat(back.get(1).param4()).isNaN();

    assertThat(flight.mode(Px4Mode.MISSION)).containsExactly(0, 0);
    flight.run(0.5);
    assertThat(flight.command(400, 1)).containsExactly(0);
    flight.until("the second place", 60, () -> flight.px4().missionIndex() == 2);
    flight.until("disarming", 120, () -> !flight.px4().armed());
    assertThat(flight.at().minus(new org.vigie.simulator.physics.Vec3(40, 0, 0)).length())
        .isLessThan(1.5);
    assertThat(flight.texts())
        .containsSubsequence(
            "Armed by external command",
            "Executing Mission",
            "Climb to 20.0 meters above home",
            "Takeoff detected",
            "Landing detected",
            "Mission finished, landed",
            "Disarmed by landing");
    assertThat(flight.all(MissionItemReached.class))
        .extracting(MissionItemReached::seq)
        .containsSubsequence(0, 1, 2, 4, 5)
        .doesNotContain(3);
    assertThat(flight.modes()).containsExactly(Px4Mode.MISSION);
  }

  @Test
  void a_take_off_waits_for_arming_and_ends_in_hold() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(20);
    assertThat(flight.at().up()).isBetween(19.0, 21.0);
    assertThat(flight.mode(Px4Mode.LAND)).containsExactly(0, 0);
    flight.until("disarming", 60, () -> !flight.px4().armed());
    flight.run(1.1);
    assertThat(flight.modes())
        .containsSubsequence(Px4Mode.TAKEOFF, Px4Mode.HOLD, Px4Mode.LAND, Px4Mode.HOLD);
    assertThat(flight.vehicle.body().impactMps()).isLessThan(1.2);
  }
}
