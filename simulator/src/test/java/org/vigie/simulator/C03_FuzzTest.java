package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.common.SetPositionTargetGlobalInt;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.mavlink.Autopilot;

/** Whatever message of the library with whatever numbers is sent: the world goes on. */
class C03_FuzzTest {
  private void send(int count) {
    Flight flight = Flight.ready();
    flight.mode(FlightMode.GUIDED);
    AnyMessage any = new AnyMessage(11, "RTL_ALT", "FENCE_ENABLE", "MNT1_TYPE");
    assertThat(any.types()).as("messages of the library").isGreaterThan(200);
    for (int i = 0; i < count; i++) {
      Object message = any.next();
      flight.vehicle.autopilot().receive(0, new Autopilot.Received(any.system(), 190, message));
      if (i % 50 == 0) {
        flight.run(0.01);
        flight.forget();
      }
    }
    double before = flight.world.elapsedS();
    flight.run(1);
    assertThat(flight.world.elapsedS()).isGreaterThan(before + 0.9);
    assertThat(flight.at().length()).as("still a number").isNotNaN();
    assertThat(flight.heard()).as("it still talks").isNotEmpty();
  }

  /** In AUTO, and again in another flight when that one has come to its end. */
  private void sendInFlight(int flights, int each) {
    AnyMessage any = new AnyMessage(12, "RTL_ALT", "FENCE_ENABLE", "MNT1_TYPE");
    int airborne = 0;
    for (int flown = 0; flown < flights; flown++) {
      Flight flight = Flight.ready();
      flight.upload(
          0,
          List.of(
              flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
              flight.mission(Commands.NAV_WAYPOINT, 0, 300, 20),
              flight.mission(Commands.NAV_WAYPOINT, 200, 300, 25)));
      flight.mode(FlightMode.GUIDED);
      flight.command(400, 1);
      flight.mode(FlightMode.AUTO);
      flight.command(300);
      flight.until("the mission", 60, () -> flight.at().north() > 20);
      for (int i = 0; i < each; i++) {
        Object message = any.next();
        int system = i % 3 == 0 ? any.system() : 255;
        flight.vehicle.autopilot().receive(0, new Autopilot.Received(system, 190, message));
        if (i % 10 == 0) {
          flight.run(0.01);
          flight.forget();
          airborne += flight.at().up() > 1 ? 1 : 0;
        }
      }
      flight.run(1);
      assertThat(flight.at().length()).as("still a number").isFinite();
      assertThat(flight.heard()).as("it still talks").isNotEmpty();
    }
    assertThat(airborne).as("looks at a vehicle in the air").isGreaterThan(flights * each / 40);
  }

  @Test
  void a_vehicle_that_flies_a_mission_goes_on_or_comes_down_but_never_stops_the_world() {
    sendInFlight(10, 3_000);
  }

  @Test
  @Tag("deep")
  void millions_of_messages_in_flight_do_not_stop_it() {
    sendInFlight(1_000, 3_000);
  }

  private static float number(SplittableRandom random) {
    float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, -1e30f, 2e6f, 0, 5, -40, 300};
    return odd[random.nextInt(odd.length)];
  }

  /** Armed in GUIDED, in the air, steered by setpoints of every frame with whatever numbers. */
  private static void steer(int each, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Flight flight = Flight.ready();
    flight.takeOff(20);
    for (int i = 0; i < each; i++) {
      EnumValue<MavFrame> frame = EnumValue.create(MavFrame.class, random.nextInt(23));
      int mask = random.nextInt(3) == 0 ? random.nextInt(4096) : i % 2 == 0 ? 0x1F8 : 0x1C7;
      EnumValue<PositionTargetTypemask> fields =
          EnumValue.create(PositionTargetTypemask.class, mask);
      flight.say(
          i % 3 == 0
              ? SetPositionTargetGlobalInt.builder()
                  .targetSystem(1)
                  .coordinateFrame(frame)
                  .typeMask(fields)
                  .latInt(random.nextInt())
                  .lonInt(random.nextInt())
                  .alt(number(random))
                  .vx(number(random))
                  .vy(number(random))
                  .vz(number(random))
                  .yaw(number(random))
                  .yawRate(number(random))
                  .build()
              : SetPositionTargetLocalNed.builder()
                  .targetSystem(1)
                  .coordinateFrame(frame)
                  .typeMask(fields)
                  .x(number(random))
                  .y(number(random))
                  .z(number(random))
                  .vx(number(random))
                  .vy(number(random))
                  .vz(number(random))
                  .yaw(number(random))
                  .yawRate(number(random))
                  .build());
      flight.run(0.02);
      flight.forget();
    }
    assertThat(flight.at().length()).as("still a number").isFinite();
    assertThat(flight.vehicle.crashed()).as("its physics").isFalse();
    flight.run(1);
    assertThat(flight.heard()).as("it still talks").isNotEmpty();
  }

  @Test
  void setpoints_of_every_frame_with_any_numbers_leave_a_number() {
    steer(1_500, 7);
  }

  @Test
  void any_message_with_any_fields_leaves_the_world_running() {
    send(100_000);
  }

  @Test
  @Tag("deep")
  void ten_million_messages_do_too() {
    send(10_000_000);
  }
}
