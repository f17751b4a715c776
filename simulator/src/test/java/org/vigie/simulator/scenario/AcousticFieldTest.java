package org.vigie.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;

/** Forty sensors over a quarter: where they stand, what they hear, how often they are wrong. */
class AcousticFieldTest {
  private static final LatLon MIDDLE = new LatLon(45.4370, 4.3820);

  private static Scenario with(String field, String event) throws DocumentException {
    String text = ScenarioReader.resource("fair-weather.yaml").orElseThrow();
    int sensors = text.indexOf("sensors:");
    int timeline = text.indexOf("timeline:");
    int cameras = text.indexOf("cameras:");
    String own =
        text.substring(0, sensors)
            + "sensorField: {"
            + field
            + "}\ntimeline:\n"
            + event
            + text.substring(cameras).replaceAll("(?m)^.*bottle-bank.*\n", "");
    assertThat(timeline).isGreaterThan(sensors);
    return ScenarioReader.read("field.yaml", own);
  }

  private static final String FORTY =
      "idPrefix: ac, count: 40, spacingM: 150, lat: 45.4370, lon: 4.3820, positionErrorM: 12";
  private static final String BANG =
      "  - {id: gas-explosion, atS: 5, event: {type: explosion, lat: 45.4370, lon: 4.3820}}\n";

  @Test
  void forty_sensors_stand_evenly_round_the_middle() throws Exception {
    List<Scenario.SensorSpec> sensors = with(FORTY, BANG).acousticSensors();
    assertThat(sensors).hasSize(40).extracting(Scenario.SensorSpec::id).doesNotHaveDuplicates();
    assertThat(sensors.get(0).id()).isEqualTo("ac-01");
    for (Scenario.SensorSpec one : sensors) {
      double nearestM =
          sensors.stream()
              .filter(other -> !other.id().equals(one.id()))
              .mapToDouble(
                  other ->
                      Geodesics.distanceM(
                          new LatLon(one.lat(), one.lon()), new LatLon(other.lat(), other.lon())))
              .min()
              .orElseThrow();
      assertThat(nearestM).isCloseTo(150, within(0.5));
      assertThat(Geodesics.distanceM(MIDDLE, new LatLon(one.lat(), one.lon()))).isLessThan(620);
    }
  }

  @Test
  void those_in_range_hear_it_at_the_speed_of_sound_and_the_nearest_are_surest() throws Exception {
    Scenario scenario = with(FORTY + ", rangeM: 260", BANG);
    List<Scenario.Hearing> hearings = scenario.events().get(0).heardBy();
    long inRange =
        scenario.acousticSensors().stream()
            .filter(s -> Geodesics.distanceM(MIDDLE, new LatLon(s.lat(), s.lon())) <= 260)
            .count();
    assertThat(hearings).hasSize((int) inRange);
    assertThat(inRange).isBetween(5L, 15L);
    for (Scenario.Hearing hearing : hearings) {
      Scenario.SensorSpec sensor = scenario.findSensor(hearing.sensor()).orElseThrow();
      double distanceM = Geodesics.distanceM(MIDDLE, new LatLon(sensor.lat(), sensor.lon()));
      assertThat(hearing.delayS()).isCloseTo(0.5 + distanceM / 340, within(1e-6));
      assertThat(hearing.confidence()).isCloseTo(0.95 - 0.5 * distanceM / 260, within(1e-6));
    }
  }

  @Test
  void false_alarms_are_a_poisson_process_with_the_rate_that_was_given() throws Exception {
    Scenario scenario = with(FORTY + ", falseAlarmsPerHour: 2", BANG);
    double hours = 24;
    int count = 0;
    double squares = 0;
    for (Scenario.SensorSpec sensor : scenario.acousticSensors()) {
      List<SensorReport> alarms = new AcousticSensor(scenario, sensor).falseAlarms(hours * 3600);
      count += alarms.size();
      squares += Math.pow(alarms.size() - 2 * hours, 2);
      for (SensorReport alarm : alarms) {
        assertThat(alarm.aboutAnEvent()).isFalse();
        LatLon at = new LatLon(sensor.lat(), sensor.lon());
        assertThat(Geodesics.distanceM(at, alarm.position())).isLessThanOrEqualTo(500.1);
        assertThat(Duration.between(scenario.start(), alarm.sentAt())).isPositive();
      }
    }
    // 40 sensors, mean 48 each: 1920, standard deviation 43.8; variance as large as the mean
    assertThat((double) count).isCloseTo(1920, within(3.5 * 43.8));
    assertThat(squares / 40).isBetween(48 * 0.4, 48 * 1.9);
    assertThat(AcousticSensor.reports(scenario, 3600))
        .isEqualTo(AcousticSensor.reports(scenario, 3600))
        .isSortedAccordingTo(Comparator.comparing(SensorReport::sentAt));
  }

  @Test
  void a_false_alarm_by_fault_is_its_own_report() throws Exception {
    Scenario scenario = with(FORTY, BANG);
    AcousticSensor sensor = new AcousticSensor(scenario, scenario.acousticSensors().get(3));
    SensorReport first = sensor.falseAlarm("gunshot", scenario.start().plusSeconds(9), 1);
    SensorReport second = sensor.falseAlarm("gunshot", scenario.start().plusSeconds(9), 2);
    assertThat(first.type()).isEqualTo("gunshot");
    assertThat(first.sentAt()).isEqualTo(scenario.start().plusSeconds(9));
    assertThat(first.sourceId()).isNotEqualTo(second.sourceId());
    assertThat(first.aboutAnEvent()).isFalse();
  }

  @Test
  void more_than_forty_are_refused_with_their_place() {
    assertThatThrownBy(() -> with(FORTY.replace("count: 40", "count: 41"), BANG))
        .hasMessageContaining("field.yaml:")
        .hasMessageContaining("/sensorField/count");
  }
}
