package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.physics.Vec3;

/** The shipped airframes: their sources, that they fly, and what is refused. */
class A07_AirframeTest {
  private static final String FOLDER = "/org/vigie/simulator/airframes/";

  private static String text(String id) throws Exception {
    try (InputStream in = AirframeReader.class.getResourceAsStream(FOLDER + id + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Numbers that the file itself chooses need no source: a tune's limits, feet, parameters. */
  @ParameterizedTest
  @ValueSource(strings = {"quad-1kg", "quad-4kg", "quad-9kg"})
  void every_number_of_the_physics_says_where_it_comes_from(String id) throws Exception {
    String[] lines = text(id).split("\n");
    List<String> without =
        List.of(lines).stream()
            .filter(line -> line.matches(" *[a-zA-Z0-9]+: *-?[0-9.e-]+ *"))
            .map(line -> line.strip().split(":")[0])
            .toList();
    assertThat(without)
        .isSubsetOf(
            "attitudeDamping",
            "tiltMaxDeg",
            "yawRateMaxDps",
            "cells",
            "cellNominalVolts",
            "BATT_CAPACITY",
            "MOT_THST_HOVER");
  }

  /** Endurance and top speed as the class is known for. */
  @ParameterizedTest
  @ValueSource(strings = {"quad-1kg", "quad-4kg", "quad-9kg"})
  void each_takes_off_flies_and_lands(String id) {
    Flight flight = new Flight(42, id);
    flight.run(10);
    flight.takeOff(20);
    flight.run(5);
    Airframe airframe = flight.vehicle.body().airframe();
    double hoverH = airframe.battery().capacityWh() / flight.vehicle.body().powerW();
    assertThat(hoverH * 60).as("minutes of hover").isBetween(24.0, 60.0);
    double[] fastest = {0};
    flight.reposition(0, 150, 20);
    flight.until(
        "the way there",
        60,
        () -> {
          double speed = flight.vehicle.body().velocity().horizontal();
          fastest[0] = Math.max(fastest[0], speed);
          return flight.at().north() > 147;
        });
    assertThat(fastest[0]).as("10 m/s asked for").isBetween(9.3, 11.0);
    flight.until("standing", 15, () -> flight.vehicle.body().velocity().horizontal() < 0.3);
    assertThat(flight.at().minus(new Vec3(0, 150, 20)).length()).isLessThan(2.5);
    flight.run(4); // the braking ends
    double hover = Math.toDegrees(flight.vehicle.body().attitude().leanRad());
    assertThat(hover).as("degrees of lean in still air").isLessThan(2);
    flight.mode(FlightMode.LAND);
    flight.until("disarming", 90, () -> !flight.copter().armed());
    assertThat(flight.vehicle.body().impactMps()).isBetween(0.2, 0.8);
    assertThat(flight.vehicle.body().upright()).isGreaterThan(0.999);
  }

  @Test
  void what_cannot_be_is_refused_with_its_place() throws Exception {
    String good = text("quad-4kg");
    assertThatThrownBy(
            () -> AirframeReader.read("a.yaml", good.replace("massKg: 4.0", "massKg: 40")))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("cannot lift");
    assertThatThrownBy(() -> AirframeReader.read("a.yaml", good.replace("spin: cw", "spin: left")))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("a.yaml");
    assertThatThrownBy(
            () -> AirframeReader.read("a.yaml", good.replace("0.100    #", "0.300    #")))
        .hasMessageContaining("beats momentum theory");
    assertThatThrownBy(
            () -> AirframeReader.read("a.yaml", good.replace("yawKgm2: 0.137", "yawKgm2: 0.9")))
        .hasMessageContaining("no solid body");
    assertThatThrownBy(() -> AirframeReader.shipped("quad-5kg"))
        .hasMessageContaining("shipped: quad-1kg, quad-4kg, quad-9kg");
  }
}
