package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.common.GpsRawInt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.autopilot.estimator.Estimator;
import org.vigie.simulator.autopilot.estimator.EstimatorSettings;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.physics.Multirotor;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsReception;
import org.vigie.simulator.sensor.Sensors;

/** How the estimate holds and how it fails: what recorded autopilots did with the same faults. */
class B06_EstimatorTest {
  private static final double STEP_S = 1 / 400.0;

  /** How far the estimate is from the truth. */
  private static Vec3 error(Flight flight) {
    return flight.copter().nav().position().minus(flight.vehicle.body().position());
  }

  private static Flight hovering() {
    Flight flight = Flight.ready();
    flight.takeOff(20);
    flight.run(5);
    return flight;
  }

  @Test
  void in_flight_it_knows_its_place_its_speed_and_its_attitude() {
    Flight flight = hovering();
    flight.world.setWind(200, 5, 9);
    flight.reposition(120, 160, 40);
    for (int i = 0; i < 80; i++) {
      flight.run(0.5);
      NavState nav = flight.copter().nav();
      assertThat(error(flight).horizontal()).isLessThan(1.2);
      assertThat(Math.abs(error(flight).up())).isLessThan(1.2);
      assertThat(nav.velocity().minus(flight.vehicle.body().velocity()).length()).isLessThan(0.6);
      double lean = nav.attitude().roof().minus(flight.vehicle.body().attitude().roof()).length();
      assertThat(Math.toDegrees(lean)).as("degrees of lean").isLessThan(2.0);
      double yaw = Math.IEEEremainder(nav.yawRad() - flight.vehicle.body().yawRad(), 2 * Math.PI);
      assertThat(Math.toDegrees(Math.abs(yaw))).isLessThan(6.0);
    }
  }

  /** Recordings a10 and a10b: 4 s change nothing, after 8 s it is given up; p4: after 5 s. */
  @Test
  void without_gnss_it_reckons_on_and_drifts_until_it_gives_up() {
    Flight flight = hovering();
    flight.world.setWind(250, 6, 9);
    flight.run(5);
    flight.vehicle.sensorFaults().gps(GpsReception.JAMMED);
    flight.run(4);
    double soon = error(flight).horizontal();
    assertThat(flight.copter().nav().positionOk()).isTrue();
    assertThat(flight.copter().gpsOk()).isFalse();
    assertThat(soon).as("after 4 s").isLessThan(3);
    double gaveUpS = 4 + flight.until("giving up", 6, () -> !flight.copter().nav().positionOk());
    assertThat(gaveUpS).isBetween(7.7, 8.4);
    flight.run(20);
    assertThat(error(flight).horizontal()).as("half a minute later").isGreaterThan(2 * soon);
    flight.vehicle.sensorFaults().gps(GpsReception.OK);
    flight.until("a position again", 3, () -> flight.copter().nav().positionOk());
    flight.run(1);
    assertThat(error(flight).horizontal()).isLessThan(1.5);
  }

  /** Recording a11: rejected for 10 s, then believed: the reported position jumps. */
  @Test
  void a_glitch_is_rejected_for_ten_seconds_and_then_believed() {
    Flight flight = hovering();
    flight.vehicle.sensorFaults().gpsOffset(0, 55.6, 0);
    flight.run(3);
    assertThat(error(flight).horizontal()).as("not believed").isLessThan(2);
    assertThat(flight.copter().nav().positionOk()).as("speeds still agree").isTrue();
    flight.run(1.1);
    double rawDeg = flight.last(GpsRawInt.class).lat() / 1e7 - Flight.HOME.latDeg();
    assertThat(rawDeg * 111_150).as("GPS_RAW_INT shows what the receiver says").isGreaterThan(50);
    double jumpedS = 4.1 + flight.until("the jump", 10, () -> error(flight).north() > 50);
    assertThat(jumpedS).isBetween(9.5, 11.0);
    flight.run(2);
    flight.vehicle.sensorFaults().gpsOffset(0, 0, 0);
    flight.until("the way back", 12, () -> Math.abs(error(flight).north()) < 5);
  }

  /** What each make's settings say, and the ratios that go to the station. */
  @Test
  void the_makes_differ_in_their_patience() throws Exception {
    double[] gaveUpS = new double[2];
    List<EstimatorSettings> makes = List.of(EstimatorSettings.ARDUPILOT, EstimatorSettings.PX4);
    for (int k = 0; k < 2; k++) {
      Multirotor body =
          new Multirotor(AirframeReader.shipped("quad-4kg"), new Vec3(0, 0, 530), 0.5);
      Sensors sensors = new Sensors(4);
      Estimator estimator = new Estimator(makes.get(k));
      double lostS = 20;
      List<Double> ratios = new ArrayList<>();
      for (int i = 1; i < 400 * 40; i++) {
        double timeS = i * STEP_S;
        if (timeS >= lostS) {
          sensors.faults().gps(GpsReception.JAMMED);
        } else if (timeS >= 15 && timeS < 16) {
          sensors.faults().gpsOffset(100, 0, 0);
        } else {
          sensors.faults().gpsOffset(0, 0, 0);
        }
        body.step(new double[4], Vec3.ZERO, 530, STEP_S);
        NavState nav = estimator.update(sensors.measure(body, 530, STEP_S), timeS, STEP_S);
        if (timeS > 15.5 && timeS < 16) {
          ratios.add(estimator.status().positionRatio());
          assertThat(estimator.status().glitching()).isTrue();
        }
        if (timeS > lostS && gaveUpS[k] == 0 && !nav.positionOk()) {
          gaveUpS[k] = timeS - lostS;
        }
      }
      // recording a11: 55 m made 14
      assertThat(ratios).allMatch(ratio -> ratio > 10 && ratio < 60);
      assertThat(estimator.status().deadReckoningS()).isBetween(19.0, 20.5);
    }
    assertThat(gaveUpS[0]).isBetween(7.7, 8.3);
    assertThat(gaveUpS[1]).as("p4: 5.1 s").isBetween(4.7, 5.3);
  }

  /** Recording a12: all compasses dead, no text for 15 s. */
  @Test
  void without_a_compass_it_flies_on_by_its_gyros() {
    Flight flight = hovering();
    flight.forget();
    flight.vehicle.sensorFaults().compass(false);
    flight.reposition(0, 60, 20);
    flight.run(15);
    double yaw =
        Math.IEEEremainder(
            flight.copter().nav().yawRad() - flight.vehicle.body().yawRad(), 2 * Math.PI);
    assertThat(Math.toDegrees(Math.abs(yaw))).isLessThan(8.0);
    assertThat(flight.texts()).isEmpty();
    assertThat(flight.at().minus(new Vec3(0, 60, 20)).length()).isLessThan(3);
  }

  @Test
  void a_drifting_barometer_takes_the_vehicle_with_it() {
    Flight flight = hovering();
    double before = flight.at().up();
    flight.vehicle.sensorFaults().baroDrift(0.2);
    flight.run(30);
    flight.vehicle.sensorFaults().baroDrift(0);
    flight.run(10);
    assertThat(flight.at().up() - before).as("6 m believed, not flown").isBetween(-7.5, -4.0);
  }

  @Test
  void a_biased_accelerometer_is_learnt() {
    Flight flight = hovering();
    flight.vehicle.sensorFaults().imuBias(0.5);
    flight.run(60);
    assertThat(error(flight).horizontal()).isLessThan(1.5);
    assertThat(flight.at().minus(new Vec3(0, 0, 20)).length()).isLessThan(2.5);
  }
}
