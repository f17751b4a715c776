package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.MissionItemInt;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.physics.Vec3;

/**
 * Seeded missions of every airframe in every wind that it can stand: kept to their lines, landed.
 */
class D01_ManyFlightsTest {
  private static final String[] AIRFRAMES = {"quad-1kg", "quad-4kg", "quad-9kg"};

  private static void fly(String airframe, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Flight flight = new Flight(seed, airframe);
    double wind = random.nextDouble(6); // more, with the gust, and the light one leans its utmost
    flight.world.setWind(random.nextDouble(360), wind, wind * 1.5);
    flight.run(10);
    List<MissionItemInt.Builder> items = new ArrayList<>();
    List<Vec3> line = new ArrayList<>();
    items.add(flight.mission(Commands.NAV_TAKEOFF, 0, 0, 25));
    line.add(Vec3.ZERO);
    line.add(new Vec3(0, 0, 25));
    for (int i = 0; i < 5; i++) {
      Vec3 at = new Vec3(random.nextDouble(-150, 150), random.nextDouble(-150, 150), 25 + 3 * i);
      items.add(flight.mission(Commands.NAV_WAYPOINT, at.east(), at.north(), at.up()));
      line.add(at);
    }
    assertThat(flight.upload(0, items)).isZero();
    flight.mode(FlightMode.GUIDED);
    assertThat(flight.command(400, 1)).isZero();
    flight.mode(FlightMode.AUTO);
    flight.command(300);
    String what = airframe + ", seed " + seed + ", wind " + wind;
    double[] worst = {0};
    flight.until(
        what + ": the last corner",
        400,
        () -> {
          worst[0] = Math.max(worst[0], RecordedFlight.apartM(List.of(flight.at()), line));
          return flight.at().minus(line.get(line.size() - 1)).length() < 3;
        });
    assertThat(worst[0]).as(what + ": metres from the line").isLessThan(4.5);
    flight.mode(FlightMode.RTL);
    flight.until(what + ": disarming", 240, () -> !flight.copter().armed());
    assertThat(flight.at().horizontal()).as(what).isLessThan(2);
    assertThat(flight.vehicle.body().impactMps()).as(what).isLessThan(1.2);
    assertThat(flight.vehicle.body().upright()).as(what).isGreaterThan(0.99);
  }

  @Test
  void each_airframe_keeps_to_its_line_in_wind() {
    for (int i = 0; i < AIRFRAMES.length; i++) {
      fly(AIRFRAMES[i], 100 + i);
    }
  }

  @Test
  @Tag("deep")
  void a_hundred_seeds_do() {
    for (int i = 0; i < 100; i++) {
      fly(AIRFRAMES[i % AIRFRAMES.length], 1000 + i);
    }
  }
}
