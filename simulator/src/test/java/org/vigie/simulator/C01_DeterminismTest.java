package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.serialization.payload.reflection.ReflectionPayloadSerializer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.physics.Vec3;

/** One seed, one course of events; whatever is sent, the world goes on. */
class C01_DeterminismTest {
  private static byte[] course(long seed) {
    Flight flight = new Flight(seed);
    flight.world.setWind(300, 5, 9);
    flight.run(10);
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 60, 60, 25),
            flight.mission(Commands.NAV_RETURN_TO_LAUNCH, 0, 0, 0)));
    flight.mode(FlightMode.GUIDED);
    flight.command(400, 1);
    flight.command(300);
    flight.heard().clear();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 60; i++) {
      flight.run(1);
      Vec3 at = flight.at();
      bytes.writeBytes(
          ByteBuffer.allocate(24)
              .putDouble(at.east())
              .putDouble(at.north())
              .putDouble(at.up())
              .array());
    }
    ReflectionPayloadSerializer serializer = new ReflectionPayloadSerializer();
    flight.heard().forEach(message -> bytes.writeBytes(serializer.serialize(message)));
    return bytes.toByteArray();
  }

  @Test
  void the_same_seed_gives_the_same_bytes_another_seed_others() {
    byte[] first = course(7);
    assertThat(course(7)).isEqualTo(first);
    assertThat(course(8)).isNotEqualTo(first);
  }

  @Test
  void it_keeps_its_place_in_gusty_wind() {
    Flight flight = Flight.ready();
    flight.world.setWind(300, 8, 12);
    flight.takeOff(20);
    flight.run(20);
    double worst = 0;
    for (int i = 0; i < 60; i++) {
      flight.run(0.5);
      worst = Math.max(worst, flight.at().minus(new Vec3(0, 0, 20)).length());
    }
    assertThat(worst).isBetween(0.05, 3.0);
  }

  @Test
  void any_command_with_any_numbers_leaves_the_world_running() {
    Flight flight = Flight.ready();
    SplittableRandom random = new SplittableRandom(5);
    double[] numbers = {
      0, 1, -1, 2, 3, 50, 1e9, -1e30, Double.NaN, Double.POSITIVE_INFINITY, 45.439, 4.379, 21196
    };
    int[] commands = {
      16, 17, 20, 21, 22, 115, 176, 178, 179, 192, 193, 195, 197, 207, 224, 300, 400, 410, 510, 511,
      512, 520, 31999
    };
    for (int i = 0; i < 3000; i++) {
      double[] params = new double[7];
      for (int j = 0; j < params.length; j++) {
        params[j] = numbers[random.nextInt(numbers.length)];
      }
      flight.command(commands[random.nextInt(commands.length)], params);
      flight.set(
          flight
              .copter()
              .parameters()
              .list()
              .get(random.nextInt(flight.copter().parameters().list().size()))
              .name(),
          params[0]);
      flight.run(0.05);
    }
    assertThat(flight.world.elapsedS()).isGreaterThan(150);
    assertThat(flight.at().length()).as("still a number").isNotNaN();
  }
}
