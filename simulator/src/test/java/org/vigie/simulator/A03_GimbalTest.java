package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.gimbal.Gimbal;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.world.CameraPose;

/** The camera looks at the region of interest, else ahead and down. */
class A03_GimbalTest {
  private static CameraPose pose(Flight flight) {
    return flight.vehicle.cameraPose(flight.world.now());
  }

  private static void lookAt(Flight flight, double east, double north, double up) {
    LatLon place = flight.place(east, north);
    flight.say(
        CommandInt.builder()
            .targetSystem(1)
            .targetComponent(1)
            .frame(MavFrame.MAV_FRAME_GLOBAL_RELATIVE_ALT)
            .command(MavCmd.MAV_CMD_DO_SET_ROI_LOCATION)
            .x(place.latE7())
            .y(place.lonE7())
            .z((float) up)
            .build());
  }

  @Test
  void on_the_ground_it_looks_level_and_in_flight_down() {
    Flight flight = Flight.ready();
    assertThat(pose(flight).pitchDeg())
        .isCloseTo(Math.toDegrees(Gimbal.GROUND_PITCH_RAD), within(0.01));
    assertThat(pose(flight).armed()).isFalse();
    flight.takeOff(30);
    CameraPose pose = pose(flight);
    assertThat(pose.pitchDeg()).isCloseTo(Math.toDegrees(Gimbal.LEVEL_PITCH_RAD), within(0.01));
    double nose = Math.toDegrees(flight.vehicle.body().yawRad());
    assertThat(Math.IEEEremainder(pose.yawDeg() - nose, 360)).isCloseTo(0, within(3.0));
    assertThat(pose.armed()).isTrue();
    assertThat(pose.altitudeAmslM()).isCloseTo(Flight.GROUND_M + 30, within(2.0));
  }

  @Test
  void it_looks_at_the_region_of_interest_and_back_ahead() {
    Flight flight = Flight.ready();
    flight.takeOff(30);
    lookAt(flight, 40, -25, 0);
    flight.run(10);
    Vec3 at = flight.at();
    double east = 40 - at.east();
    double north = -25 - at.north();
    double bearing = Math.toDegrees(Math.atan2(east, north));
    double depression = -Math.toDegrees(Math.atan2(at.up(), Math.hypot(east, north)));
    // the autopilot aims from where it believes to be, metres beside the truth
    assertThat(Math.IEEEremainder(pose(flight).yawDeg() - bearing, 360)).isCloseTo(0, within(4.0));
    assertThat(pose(flight).pitchDeg()).isCloseTo(depression, within(4.0));
    flight.command(197);
    flight.run(5);
    assertThat(pose(flight).pitchDeg())
        .isCloseTo(Math.toDegrees(Gimbal.LEVEL_PITCH_RAD), within(0.01));
  }

  @Test
  void it_turns_no_faster_than_its_motors() {
    Flight flight = Flight.ready();
    flight.takeOff(30);
    lookAt(flight, 0, 0.2, 0);
    double before = pose(flight).pitchDeg();
    for (int i = 0; i < 40; i++) {
      flight.world.step();
      double now = pose(flight).pitchDeg();
      assertThat(Math.abs(now - before)).isLessThanOrEqualTo(60.0 / 400 + 1e-9);
      before = now;
    }
    assertThat(before).isLessThan(-33);
    flight.run(5);
    assertThat(pose(flight).pitchDeg()).isBetween(-90.0, -75.0);
  }
}
