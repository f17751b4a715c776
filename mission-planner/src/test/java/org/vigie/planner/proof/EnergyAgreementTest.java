package org.vigie.planner.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Enu;
import org.vigie.planner.Demo;
import org.vigie.planner.energy.EnergyModel;
import org.vigie.planner.energy.LegCost;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.MeasuredPower;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Wind;

/** Planner and proof reckon time and energy with two pieces of code: they say the same. */
class EnergyAgreementTest {
  private static final List<MeasuredPower> MEASURED =
      List.of(new MeasuredPower(3, 410), new MeasuredPower(8, 390), new MeasuredPower(12, 520));

  @Test
  void ways_of_any_form_take_the_same_time_and_energy() {
    Random random = new Random(31);
    for (int round = 0; round < 500; round++) {
      AircraftModel aircraft =
          Demo.aircraft(
              6 + 6 * random.nextDouble(),
              1 + 3 * random.nextDouble(),
              13 + 8 * random.nextDouble(),
              300 + 200 * random.nextDouble(),
              300 + 300 * random.nextDouble(),
              random.nextInt(3) == 0 ? MEASURED : List.of());
      Wind wind = new Wind(random.nextInt(360), 9 * random.nextDouble());
      compare(aircraft, wind, random, round);
    }
  }

  private static void compare(AircraftModel aircraft, Wind wind, Random random, int round) {
    EnergyModel model = new EnergyModel(aircraft, wind);
    PlanRequest like = Demo.request(aircraft, Demo.INCIDENT, List.of(), wind);
    FlightCost cost = new FlightCost(Demo.inputs(like));
    int corners = 2 + random.nextInt(5);
    double speedMps = aircraft.cruiseMps() * (0.4 + 0.6 * random.nextDouble());
    Coordinate[] points = new Coordinate[corners + 1];
    points[0] = new Coordinate(0, 0);
    for (int i = 1; i <= corners; i++) {
      double length = 3 + 200 * random.nextDouble() * random.nextDouble();
      double angle = 2 * Math.PI * random.nextDouble();
      points[i] =
          new Coordinate(
              points[i - 1].x + length * Math.sin(angle),
              points[i - 1].y + length * Math.cos(angle));
    }
    double heightM = 20 + 80 * random.nextDouble();
    double timeS = 0;
    double energyWh = 0;
    LegCost takeOff = model.takeOff(heightM);
    timeS += takeOff.durationS();
    energyWh += takeOff.energyWh();
    cost.fly(new FlownLeg(FlownLeg.CLIMB, 1, points[0], 0, points[0], heightM, speedMps, 0));
    double passMps = 0;
    for (int i = 1; i <= corners; i++) {
      boolean rises = random.nextInt(4) == 0;
      double toM = rises ? heightM + 20 * random.nextDouble() - 10 : heightM;
      double endMps = 0;
      boolean nextRises = true;
      double holdS = random.nextInt(4) == 0 ? 5 : 0;
      // the planner looks ahead, the proof back: only level legs in a row are joined
      if (!rises && holdS == 0 && i < corners) {
        nextRises = false;
        endMps =
            model.cornerMps(
                enu(points[i - 1]), enu(points[i]), enu(points[i + 1]), speedMps, speedMps);
      }
      LegCost leg =
          model.leg(enu(points[i - 1]), enu(points[i]), toM - heightM, speedMps, passMps, endMps);
      LegCost hold = model.hover(holdS);
      timeS += leg.durationS() + hold.durationS();
      energyWh += leg.energyWh() + hold.energyWh();
      cost.fly(
          new FlownLeg(
              FlownLeg.OUTBOUND, 2, points[i - 1], heightM, points[i], toM, speedMps, holdS));
      passMps = endMps;
      heightM = toM;
      if (!nextRises) {
        // the next leg is level: fly it at once so that both join here
        i++;
        LegCost next = model.leg(enu(points[i - 1]), enu(points[i]), 0, speedMps, passMps, 0);
        timeS += next.durationS();
        energyWh += next.energyWh();
        cost.fly(
            new FlownLeg(
                FlownLeg.OUTBOUND, 2, points[i - 1], heightM, points[i], heightM, speedMps, 1));
        LegCost second = model.hover(1);
        timeS += second.durationS();
        energyWh += second.energyWh();
        passMps = 0;
      }
    }
    LegCost land = model.land(heightM);
    cost.fly(new FlownLeg(FlownLeg.LANDING, 9, points[corners], heightM, points[corners], 0, 0, 0));
    assertThat(cost.timeS())
        .as("round %d", round)
        .isCloseTo(timeS + land.durationS(), within(1e-6));
    assertThat(cost.energyWh())
        .as("round %d", round)
        .isCloseTo(energyWh + land.energyWh(), within(1e-6));
  }

  private static Enu enu(Coordinate at) {
    return new Enu(at.x, at.y);
  }
}
