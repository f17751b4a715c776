package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.CameraImageCaptured;
import io.dronefleet.mavlink.common.ManualControl;
import io.dronefleet.mavlink.common.RcChannels;
import io.dronefleet.mavlink.common.RcChannelsOverride;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.physics.Vec3;

/** Modes that a pilot flies by sticks, CIRCLE, SMART_RTL, and those that are not flown. */
class B06_SticksTest {
  private static void sticks(Flight flight, int roll, int pitch, int throttle, int yaw) {
    flight.say(
        RcChannelsOverride.builder()
            .targetSystem(1)
            .targetComponent(1)
            .chan1Raw(roll)
            .chan2Raw(pitch)
            .chan3Raw(throttle)
            .chan4Raw(yaw)
            .chan5Raw(65535)
            .chan6Raw(65535)
            .chan7Raw(65535)
            .chan8Raw(65535)
            .build());
  }

  /** Holds sticks: overrides end when they are not repeated (RC_OVERRIDE_TIME). */
  private static void hold(
      Flight flight, double seconds, int roll, int pitch, int throttle, int yaw) {
    for (double t = 0; t < seconds; t += 0.5) {
      sticks(flight, roll, pitch, throttle, yaw);
      flight.run(0.5);
    }
  }

  private static Flight loitering() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    sticks(flight, 1500, 1500, 1500, 1500);
    flight.mode(FlightMode.LOITER);
    return flight;
  }

  @Test
  void loiter_flies_where_the_sticks_point_and_stops_when_they_are_let_go() {
    Flight flight = loitering();
    hold(flight, 4, 1500, 1200, 1500, 1500);
    // heading 180: forward is south
    assertThat(flight.at().north()).isLessThan(-5);
    assertThat(Math.abs(flight.at().east())).isLessThan(2);
    hold(flight, 6, 1500, 1500, 1500, 1500);
    assertThat(flight.vehicle.body().velocity().horizontal()).isLessThan(1.0);
    Vec3 there = flight.at();
    hold(flight, 3, 1800, 1500, 1500, 1500);
    assertThat(flight.at().east() - there.east()).as("right of south is west").isLessThan(-2);
    assertThat(flight.at().up()).isBetween(18.5, 21.5);
  }

  @Test
  void an_override_that_is_not_repeated_ends_after_rc_override_time() {
    Flight flight = loitering();
    sticks(flight, 1500, 1500, 1500, 1500);
    flight.run(2.5);
    assertThat(flight.at().up()).isGreaterThan(19);
    flight.run(6);
    assertThat(flight.at().up()).as("the transmitter's throttle is down").isLessThan(16);
  }

  @Test
  void alt_hold_keeps_its_height_leans_and_turns_and_drifts_on() {
    Flight flight = loitering();
    assertThat(flight.mode(FlightMode.ALT_HOLD)).isZero();
    double yaw = flight.copter().nav().yawRad();
    hold(flight, 2, 1500, 1500, 1500, 1800);
    assertThat(Math.IEEEremainder(flight.copter().nav().yawRad() - yaw, 2 * Math.PI))
        .as("two seconds of more than half the stick, clockwise")
        .satisfiesAnyOf(
            turn -> assertThat(turn).isGreaterThan(1.0), turn -> assertThat(turn).isLessThan(-1.0));
    hold(flight, 3, 1500, 1300, 1500, 1500);
    double speed = flight.vehicle.body().velocity().horizontal();
    assertThat(speed).isGreaterThan(3);
    hold(flight, 1, 1500, 1500, 1500, 1500);
    assertThat(flight.vehicle.body().velocity().horizontal())
        .as("nothing brakes it but the air")
        .isGreaterThan(0.5 * speed);
    assertThat(flight.at().up()).isBetween(18.0, 22.0);
    hold(flight, 3, 1500, 1500, 1900, 1500);
    assertThat(flight.at().up()).as("throttle up climbs").isGreaterThan(22);
  }

  @Test
  void stabilize_takes_off_by_throttle_and_falls_without_it() {
    Flight flight = Flight.ready();
    assertThat(flight.command(400, 1)).isZero();
    hold(flight, 2, 1500, 1500, 1200, 1500);
    assertThat(flight.at().up()).isLessThan(0.5);
    hold(flight, 3, 1500, 1500, 1750, 1500);
    assertThat(flight.at().up()).isGreaterThan(3);
    double up = flight.at().up();
    hold(flight, 1.5, 1500, 1500, 1000, 1500);
    assertThat(flight.vehicle.body().velocity().up()).as("motors off above " + up).isLessThan(-3);
  }

  @Test
  void manual_control_moves_the_same_sticks() {
    Flight flight = loitering();
    for (int i = 0; i < 8; i++) {
      flight.say(ManualControl.builder().target(1).x(600).y(0).z(500).r(0).build());
      flight.run(0.5);
    }
    assertThat(flight.at().north()).as("forward, heading south").isLessThan(-5);
    assertThat(flight.command(512, 65)).isZero();
    assertThat(flight.last(RcChannels.class).chan2Raw()).isEqualTo(1200);
  }

  @Test
  void a_lost_transmitter_brings_it_home_after_a_second() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.vehicle.setTransmitter(false);
    double tookS = flight.until("RTL", 3, () -> flight.copter().mode() == FlightMode.RTL);
    assertThat(tookS).as("recording a23").isBetween(0.8, 1.3);
    assertThat(flight.texts()).contains("Radio Failsafe");
    flight.vehicle.setTransmitter(true);
    flight.run(0.5);
    assertThat(flight.texts()).contains("Radio Failsafe Cleared");
    assertThat(flight.copter().mode()).isEqualTo(FlightMode.RTL);
  }

  @Test
  void circle_goes_round_a_point_a_radius_ahead() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    Vec3 from = flight.at();
    assertThat(flight.mode(FlightMode.CIRCLE)).isZero();
    Vec3 centre = from.plus(new Vec3(0, -10, 0)); // heading south, CIRCLE_RADIUS 10 m
    flight.run(8);
    double travelled = 0;
    for (int i = 0; i < 20; i++) {
      flight.run(1);
      assertThat(flight.at().minus(centre).horizontal()).isBetween(8.0, 12.0);
      travelled += flight.vehicle.body().velocity().horizontal();
    }
    assertThat(travelled).isGreaterThan(40);
  }

  @Test
  void smart_rtl_flies_back_the_way_it_came_and_lands() {
    Flight flight = Flight.ready();
    assertThat(flight.mode(FlightMode.SMART_RTL)).as("no way to fly back").isEqualTo(4);
    assertThat(flight.texts()).contains("Mode change to SMARTRTL failed: init failed");
    flight.takeOff(20);
    flight.reposition(0, 70, 20);
    flight.until("north", 30, () -> flight.at().north() > 69);
    flight.reposition(70, 70, 30);
    flight.until("east", 30, () -> flight.at().east() > 69);
    assertThat(flight.mode(FlightMode.SMART_RTL)).isZero();
    // recording a8: past the corner at its height, without a climb
    flight.until("the corner", 40, () -> flight.at().minus(new Vec3(0, 70, 20)).length() < 4);
    flight.until("disarming", 90, () -> !flight.copter().armed());
    assertThat(flight.at().horizontal()).isLessThan(2);
  }

  @Test
  void smart_rtl_is_given_up_without_a_position_and_a_failsafe_falls_back() {
    Flight flight = Flight.ready();
    flight.set("SRTL_POINTS", 0);
    flight.set("FS_GCS_ENABLE", 3);
    flight.takeOff(20);
    flight.heartbeats = false;
    flight.until("RTL", 8, () -> flight.copter().mode() == FlightMode.RTL);
    assertThat(flight.texts()).contains("SmartRTL Unavailable, Trying RTL Mode");
  }

  @Test
  void modes_that_are_not_flown_here_are_listed_and_refused() {
    Flight flight = Flight.ready();
    for (FlightMode mode : List.of(FlightMode.ACRO, FlightMode.FOLLOW, FlightMode.TURTLE)) {
      assertThat(flight.mode(mode)).isEqualTo(4);
      assertThat(flight.texts())
          .contains("Mode change to " + mode.label() + " failed: init failed");
    }
    assertThat(FlightMode.listed()).hasSize(24);
  }

  @Test
  void a_mission_jumps_waits_and_works_its_camera() {
    Flight flight = Flight.ready();
    flight.set("CAM1_TYPE", 1);
    assertThat(
            flight.upload(
                0,
                List.of(
                    flight.mission(Commands.NAV_TAKEOFF, 0, 0, 10),
                    flight.mission(Commands.NAV_WAYPOINT, 0, 20, 10),
                    flight.item(0, 2, Commands.IMAGE_START_CAPTURE, 0, 0, 0).x(0).y(0).param3(1),
                    flight.mission(Commands.NAV_WAYPOINT, 20, 20, 10),
                    flight.item(0, 2, Commands.DO_JUMP, 0, 0, 0).x(0).y(0).param1(2).param2(1),
                    flight.item(0, 2, Commands.NAV_DELAY, 0, 0, 0).x(0).y(0).param1(3),
                    flight.mission(Commands.NAV_RETURN_TO_LAUNCH, 0, 0, 0))))
        .isZero();
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    flight.command(300);
    flight.until("disarming", 180, () -> !flight.copter().armed());
    assertThat(flight.texts().stream().filter("Reached command #4"::equals))
        .as("jumped back once")
        .hasSize(2);
    assertThat(flight.texts()).contains("Delaying 3 sec", "Mission: 3 ImageStartCapture");
    assertThat(flight.all(CameraImageCaptured.class)).as("one picture at each passage").hasSize(2);
  }
}
