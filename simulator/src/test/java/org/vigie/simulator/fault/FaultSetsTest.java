package org.vigie.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.net.LinkFaults;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.sensor.GpsReception;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.Weather;
import org.vigie.simulator.world.World;

/** Several faults at once: the worst of each quantity counts, whatever came and went first. */
class FaultSetsTest {
  private static final Weather FAIR = new Weather(340, 3, 5);
  private static final int STEPS_A_TURN = 40;

  private final NotedPorts ports = new NotedPorts();
  private final World world = world();
  private final FaultBoard board = new FaultBoard(world, ports);

  private static World world() {
    try {
      World world =
          new World(
              Instant.parse("2026-11-24T13:00:00Z"),
              1,
              place -> Optional.of(new AltitudeAmsl(530)));
      for (int i = 1; i <= 2; i++) {
        world.add(
            new VehicleSetup(
                "v" + i,
                i,
                i == 1 ? Flavour.ARDUCOPTER_4_6 : Flavour.PX4_1_17,
                AirframeReader.shipped("quad-4kg"),
                new LatLon(45.4390, 4.3790 + i * 1e-3),
                530,
                0));
      }
      world.setWeather(FAIR);
      return world;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private SimulatedVehicle v(int number) {
    return world.vehicles().get(number - 1);
  }

  private double lossShare(String vehicle) {
    return ports.links.getOrDefault(vehicle, LinkFaults.NONE).lossShare();
  }

  private List<Note> say(String text) {
    FaultLine line = FaultLine.parse(text).orElseThrow();
    return line instanceof FaultLine.Ends ends
        ? board.lift(ends.kind(), ends.vehicle())
        : board.inject(((FaultLine.Begins) line).injection());
  }

  /** Everything that can be seen of the effect on a vehicle, as one text. */
  private String effect(SimulatedVehicle vehicle) {
    StringBuilder text = new StringBuilder();
    text.append(vehicle.sensorFaults().gps()).append(' ');
    text.append(vehicle.sensorFaults().gpsOffset()).append(' ');
    text.append(vehicle.sensorFaults().gpsNoiseFactor()).append(' ');
    text.append(vehicle.sensorFaults().compassOk()).append(' ');
    text.append(vehicle.sensorFaults().baroDriftMps()).append(' ');
    text.append(vehicle.sensorFaults().accelerationBiasMps2()).append(' ');
    for (int i = 0; i < vehicle.body().rotors().count(); i++) {
      text.append(vehicle.body().rotors().health(i)).append(' ');
    }
    text.append(ports.links.getOrDefault(vehicle.id(), LinkFaults.NONE)).append(' ');
    text.append(ports.pictures.getOrDefault(vehicle.id(), FaultPorts.Picture.LIVE));
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "link-loss, link-drop 0",
    "link-loss, link-drop 30",
    "link-delay 2 0, link-delay 0.5 1 @v1",
    "motor-off 1, motor-weak 1 90",
    "camera-off, camera-freeze",
    "gps-off, gps-jam",
    "gps-glitch 50 0, gps-glitch 5 5 @v1",
    "gps-noise 30, gps-noise 2 @v1",
    "baro-drift -3, baro-drift 1 @v1",
    "imu-bias 2, imu-bias 1 @v1",
    "link-bandwidth 100, link-bandwidth 5000 @v1",
  })
  void a_weaker_fault_takes_nothing_from_a_stronger_one_in_either_order(
      String strong, String weak) {
    String well = effect(v(1));
    say(strong);
    String strongAlone = effect(v(1));
    assertThat(strongAlone).isNotEqualTo(well);
    say(weak);
    String both = effect(v(1));
    lift(strong);
    String weakAlone = effect(v(1));
    lift(weak);
    assertThat(effect(v(1))).isEqualTo(well);
    say(weak);
    assertThat(effect(v(1))).isEqualTo(weakAlone);
    say(strong);
    assertThat(effect(v(1))).as("the other order").isEqualTo(both);
    lift(weak);
    assertThat(effect(v(1))).as("the strong one is left").isEqualTo(strongAlone);
  }

  private void lift(String line) {
    board.lift(((FaultLine.Begins) FaultLine.parse(line).orElseThrow()).injection());
  }

  @Test
  void the_strong_one_counts_while_both_last() {
    say("link-loss");
    say("link-drop 0");
    assertThat(lossShare("v1")).isEqualTo(1);
    say("motor-off 1");
    say("motor-weak 1 90");
    assertThat(v(1).body().rotors().health(0)).isZero();
    say("camera-off");
    say("camera-freeze");
    assertThat(ports.pictures).containsEntry("v1", FaultPorts.Picture.NONE);
    say("gps-off");
    say("gps-jam");
    assertThat(v(1).sensorFaults().gps()).isEqualTo(GpsReception.OFF);
    say("motor-off off");
    assertThat(v(1).body().rotors().health(0)).isEqualTo(0.9);
    say("gps-off off");
    assertThat(v(1).sensorFaults().gps()).isEqualTo(GpsReception.JAMMED);
  }

  @Test
  void a_fault_of_all_is_lifted_for_one_and_stays_with_the_others() {
    say("link-loss");
    assertThat(say("link-loss off @v1")).isEmpty();
    assertThat(lossShare("v1")).isZero();
    assertThat(lossShare("v2")).isEqualTo(1);
    assertThat(say("link-loss off @v1"))
        .containsExactly(
            new Note(
                "il n'y a pas de link-loss en cours sur v1 : rien n'est levé",
                "no link-loss lasts now on v1: nothing is lifted"));
    assertThat(say("link-loss off @v2")).isEmpty();
    assertThat(board.active()).isEmpty();
    say("battery-set 20");
    assertThat(say("battery off @v1")).isEmpty();
    assertThat(v(1).body().battery().charge()).isGreaterThan(0.9);
    assertThat(v(2).body().battery().charge()).isLessThan(0.21);
  }

  @Test
  void what_cannot_be_lifted_says_why() {
    assertThat(say("gps-jam off"))
        .extracting(Note::en)
        .containsExactly("no gps-jam lasts now: nothing is lifted");
    assertThat(say("station-restart off"))
        .extracting(Note::en)
        .containsExactly("station-restart happens once: there is nothing to end");
    say("gps-jam");
    assertThat(say("gps-jam off @v9"))
        .extracting(Note::en)
        .containsExactly("there is no vehicle v9");
    say("wind 9 90");
    assertThat(say("wind off @v1"))
        .extracting(Note::en)
        .containsExactly("wind concerns no vehicle in particular: leave @v1 out");
    assertThat(say("wind 20 0 @v1")).hasSize(1);
    assertThat(world.weather().speedMps()).as("nothing began").isEqualTo(9);
  }

  @Test
  void a_gust_blows_from_where_the_wind_of_the_moment_comes() {
    say("gust 12");
    assertThat(world.weather()).isEqualTo(new Weather(340, 12, 12));
    say("wind 8 90 10");
    assertThat(world.weather()).as("the wind began later").isEqualTo(new Weather(90, 12, 12));
    say("gust off");
    assertThat(world.weather()).isEqualTo(new Weather(90, 8, 10));
    say("gust 4");
    assertThat(world.weather()).as("no weaker than the wind").isEqualTo(new Weather(90, 8, 10));
    say("wind off");
    assertThat(world.weather()).isEqualTo(new Weather(340, 4, 5));
    say("gust off");
    assertThat(world.weather()).isEqualTo(FAIR);
  }

  @Test
  void a_wind_without_gusts_is_another_one_than_a_wind_whose_gusts_are_left_out() {
    say("wind 5 0 0");
    assertThat(world.weather()).isEqualTo(new Weather(0, 5, 5));
    say("wind 5 0");
    assertThat(world.weather()).isEqualTo(new Weather(0, 5, 7));
  }

  @Test
  void a_sensor_that_is_not_there_reports_nothing_and_those_that_are_are_named() {
    assertThat(say("sensor-false-alarm ac-77 fire"))
        .containsExactly(
            new Note(
                "il n'y a pas de capteur ac-77 ; il y a ac-01, ac-02",
                "there is no sensor ac-77; there are ac-01, ac-02"));
    assertThat(ports.said).isEmpty();
    say("sensor-false-alarm ac-02 fire");
    assertThat(ports.said).hasSize(1);
    assertThat(board.active()).as("it happens once").isEmpty();
  }

  /** What a person knows who has a list of what was typed, and nothing of the board. */
  private static final class Listed {
    final String name;
    final double value;
    final String vehicle;
    final double endsS;
    final List<String> spared = new ArrayList<>();

    Listed(String name, double value, String vehicle, double endsS) {
      this.name = name;
      this.value = value;
      this.vehicle = vehicle;
      this.endsS = endsS;
    }

    boolean on(String id) {
      return (vehicle.isEmpty() || vehicle.equals(id)) && !spared.contains(id);
    }
  }

  private static final String[] NAMES = {
    "gps-off",
    "gps-jam",
    "gps-noise",
    "baro-drift",
    "motor-off",
    "motor-weak",
    "link-loss",
    "link-drop",
    "link-delay",
    "link-bandwidth",
    "camera-off",
    "camera-freeze",
    "station-kill"
  };

  private static OptionalDouble most(
      List<Listed> listed, String id, String name, ToDoubleFunction<Listed> figure) {
    return listed.stream()
        .filter(one -> one.name.equals(name) && one.on(id))
        .mapToDouble(figure)
        .max();
  }

  private static boolean any(List<Listed> listed, String id, String name) {
    return listed.stream().anyMatch(one -> one.name.equals(name) && one.on(id));
  }

  private void agrees(List<Listed> listed, String when) {
    for (SimulatedVehicle vehicle : world.vehicles()) {
      String id = vehicle.id();
      String as = when + " on " + id;
      assertThat(vehicle.sensorFaults().gps())
          .as(as)
          .isEqualTo(
              any(listed, id, "gps-off")
                  ? GpsReception.OFF
                  : any(listed, id, "gps-jam") ? GpsReception.JAMMED : GpsReception.OK);
      assertThat(vehicle.sensorFaults().gpsNoiseFactor())
          .as(as)
          .isEqualTo(most(listed, id, "gps-noise", one -> one.value).orElse(1));
      assertThat(vehicle.sensorFaults().baroDriftMps())
          .as(as)
          .isEqualTo(most(listed, id, "baro-drift", one -> one.value).orElse(0));
      double weak = most(listed, id, "motor-weak", one -> 100 - one.value).orElse(0);
      assertThat(vehicle.body().rotors().health(1))
          .as(as)
          .isEqualTo(any(listed, id, "motor-off") ? 0 : (100 - weak) / 100);
      LinkFaults link = ports.links.getOrDefault(id, LinkFaults.NONE);
      double dropped = most(listed, id, "link-drop", one -> one.value / 100).orElse(0);
      assertThat(link.lossShare()).as(as).isEqualTo(any(listed, id, "link-loss") ? 1 : dropped);
      assertThat(link.delayS())
          .as(as)
          .isEqualTo(most(listed, id, "link-delay", one -> one.value).orElse(0));
      assertThat(link.bytesPerSecond())
          .as(as)
          .isEqualTo(
              -most(listed, id, "link-bandwidth", one -> -one.value)
                  .orElse(Double.NEGATIVE_INFINITY));
      assertThat(ports.pictures.getOrDefault(id, FaultPorts.Picture.LIVE))
          .as(as)
          .isEqualTo(
              any(listed, id, "camera-off")
                  ? FaultPorts.Picture.NONE
                  : any(listed, id, "camera-freeze")
                      ? FaultPorts.Picture.FROZEN
                      : FaultPorts.Picture.LIVE);
    }
    assertThat(ports.stationDown).as(when).isEqualTo(any(listed, "v1", "station-kill"));
    assertThat(board.active()).as(when).hasSameSizeAs(listed);
  }

  private void play(long seed, int operations) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Listed> listed = new ArrayList<>();
    for (int i = 0; i < operations; i++) {
      String name = NAMES[random.nextInt(NAMES.length)];
      boolean station = name.equals("station-kill");
      String vehicle = station || random.nextInt(2) == 0 ? "" : "v" + (1 + random.nextInt(2));
      String at = vehicle.isEmpty() ? "" : " @" + vehicle;
      String line;
      switch (random.nextInt(4)) {
        case 0 -> {
          line = name + " off" + at;
          listed.stream()
              .filter(one -> one.name.equals(name) && (vehicle.isEmpty() || one.on(vehicle)))
              .forEach(
                  one ->
                      one.spared.addAll(
                          vehicle.isEmpty() ? List.of("v1", "v2") : List.of(vehicle)));
          say(line);
        }
        case 1 -> {
          line = "a turn";
          for (int step = 0; step < STEPS_A_TURN; step++) {
            world.step();
          }
          board.turn();
          listed.removeIf(one -> world.elapsedS() >= one.endsS);
        }
        default -> {
          int value = 1 + random.nextInt(50);
          String values =
              switch (name) {
                case "gps-noise", "baro-drift", "link-drop", "link-delay", "link-bandwidth" ->
                    " " + (name.equals("baro-drift") ? value % 20 + 1 : value);
                case "motor-off" -> " 2";
                case "motor-weak" -> " 2 " + value;
                default -> "";
              };
          boolean short_ = random.nextInt(3) == 0;
          line = name + values + (short_ ? " for 0.25" : "") + at;
          listed.removeIf(one -> one.name.equals(name) && one.vehicle.equals(vehicle));
          double endsS = world.elapsedS() + (short_ ? 0.25 : Double.POSITIVE_INFINITY);
          double figure = name.equals("baro-drift") ? value % 20 + 1 : value;
          listed.add(new Listed(name, figure, vehicle, endsS));
          say(line);
        }
      }
      listed.removeIf(one -> !one.on("v1") && !one.on("v2"));
      agrees(listed, "seed " + seed + ", operation " + i + ", " + line);
    }
  }

  @Test
  void any_order_of_beginning_and_ending_leaves_what_the_list_of_them_says() {
    play(20261121, 400);
  }

  @Tag("deep")
  @Test
  void and_so_do_many_more() {
    for (long seed = 0; seed < 40; seed++) {
      new FaultSetsTest().play(seed, 1_000);
    }
  }
}
