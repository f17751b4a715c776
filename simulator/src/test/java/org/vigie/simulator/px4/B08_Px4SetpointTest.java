package org.vigie.simulator.px4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.util.EnumValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.physics.Vec3;

/** Setpoints of PX4's OFFBOARD: LOCAL_NED in full, velocities in BODY_NED, nothing else. */
class B08_Px4SetpointTest {
  private static final int POSITION = 0xDF8;
  private static final int VELOCITY = 0xDC7;
  private static final int VELOCITY_YAW = 0x9C7;
  private static final int VELOCITY_RATE = 0x5C7;

  private static SetPositionTargetLocalNed.Builder target(int frame, int mask) {
    return SetPositionTargetLocalNed.builder()
        .targetSystem(1)
        .targetComponent(1)
        .coordinateFrame(EnumValue.create(MavFrame.class, frame))
        .typeMask(EnumValue.create(PositionTargetTypemask.class, mask));
  }

  private static void stream(Px4Flight flight, SetPositionTargetLocalNed setpoint, double forS) {
    for (int i = 0; i < forS * 5; i++) {
      flight.say(setpoint);
      flight.run(0.2);
    }
  }

  private static Px4Flight offboard() {
    Px4Flight flight = Px4Flight.ready();
    flight.takeOff(20);
    stream(flight, target(1, VELOCITY).build(), 1);
    assertThat(flight.mode(Px4Mode.OFFBOARD)).containsExactly(0, 0);
    return flight;
  }

  /** The nose is to the south. */
  @ParameterizedTest(name = "frame {0}: {1} m/s north")
  @CsvSource({"1, 3", "8, -3"})
  void a_velocity_counts_from_the_nose_in_the_body_frame(int frame, double north) {
    Px4Flight flight = offboard();
    stream(flight, target(frame, VELOCITY).vx(3).build(), 6);
    assertThat(flight.vehicle.body().velocity().north()).isCloseTo(north, within(0.5));
  }

  @Test
  void a_place_counts_from_the_origin() {
    Px4Flight flight = offboard();
    stream(flight, target(1, POSITION).x(20).y(10).z(-15).build(), 15);
    assertThat(flight.at().minus(new Vec3(10, 20, 15)).length()).isLessThan(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 7, 9, 12})
  void setpoints_of_other_frames_are_as_good_as_none(int frame) {
    Px4Flight flight = offboard();
    stream(flight, target(frame, VELOCITY).vx(3).build(), 3);
    assertThat(flight.px4().mode()).isNotEqualTo(Px4Mode.OFFBOARD);
  }

  @Test
  void a_setpoint_turns_the_nose_to_its_heading_or_at_its_rate() {
    Px4Flight flight = offboard();
    stream(flight, target(1, VELOCITY_YAW).yaw((float) Math.toRadians(90)).build(), 8);
    assertThat(Math.toDegrees(flight.px4().nav().yawRad())).isCloseTo(90, within(3.0));
    stream(flight, target(1, VELOCITY_RATE).yawRate((float) Math.toRadians(-10)).build(), 4);
    assertThat(Math.toDegrees(flight.px4().nav().yawRad())).isCloseTo(50, within(8.0));
  }
}
