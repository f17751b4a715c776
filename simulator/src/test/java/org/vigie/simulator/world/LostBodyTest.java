package org.vigie.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.physics.Vec3;

/** A body without numbers has crashed. */
class LostBodyTest {
  private static VehicleSetup setup(int id) throws Exception {
    return new VehicleSetup(
        "v" + id,
        id,
        Flavour.ARDUCOPTER_4_6,
        AirframeReader.shipped("quad-4kg"),
        new LatLon(45, 4),
        500,
        0);
  }

  @Test
  void it_lies_where_it_was_last_and_the_others_go_on() throws Exception {
    World world = new World(Instant.parse("2026-11-24T13:00:00Z"), 1, place -> Optional.empty());
    int[] steps = {0};
    Vec3 nowhere = new Vec3(Double.NaN, 0, 0);
    SimulatedVehicle broken =
        world.add(
            setup(1),
            (body, demand, outputs, wind, groundM) ->
                body.step(outputs, ++steps[0] == 800 ? nowhere : wind, groundM, World.STEP_S));
    SimulatedVehicle sound = world.add(setup(2));
    for (int i = 0; i < 4_000; i++) {
      world.step();
    }
    assertThat(broken.crashed()).isTrue();
    assertThat(broken.body().position().horizontal()).isLessThan(0.1);
    assertThat(broken.body().position().up()).isBetween(499.9, 500.1);
    assertThat(broken.body().velocity()).isEqualTo(Vec3.ZERO);
    assertThat(broken.autopilot().controller().nav().position().length()).isFinite();
    assertThat(broken.autopilot().poll()).isNotNull();
    assertThat(sound.crashed()).isFalse();
    assertThat(sound.autopilot().controller().timeS()).isEqualTo(10);
  }
}
