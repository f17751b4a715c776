package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.groundstation.vehicle.protocol.CarryOutcome;
import org.vigie.groundstation.vehicle.protocol.ListKind;
import org.vigie.groundstation.vehicle.protocol.Load;
import org.vigie.groundstation.vehicle.protocol.LossyAir;
import org.vigie.groundstation.vehicle.protocol.Peer;
import org.vigie.groundstation.vehicle.protocol.ScriptedVehicle;
import org.vigie.groundstation.vehicle.protocol.ScriptedVehicle.Make;
import org.vigie.groundstation.vehicle.protocol.StoredItem;
import org.vigie.planner.plan.ParameterSetting;

/**
 * Loads given to scripted vehicles of both makes over links that lose, double, delay and reorder,
 * with what the vehicle truly holds compared at the end, and armed as soon as that is let. Seeded.
 */
class CarryTwinTest {
  private static final Peer PEER = new Peer(1, 1, 255, 190);
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofMinutes(12);
  private static final int SEEDS = 50;
  private static final int SEEDS_DEEP = 1000;

  /** One run: a station's core, a vehicle, and the air between. */
  private static final class Run {
    private final ScriptedVehicle vehicle;
    private final LossyAir air;
    private final List<CarryOutcome> outcomes = new ArrayList<>();
    private final VehicleCore<VehicleAct> core;
    private final Load before;
    private final Load wanted;
    private Instant now = Instant.parse("2026-11-21T00:00:00Z");
    private boolean ended;

    Run(Make make, long seed, double loss, int items) {
      vehicle = new ScriptedVehicle(PEER, make);
      air = new LossyAir(seed, loss);
      before = load(items * 2 / 3, 1);
      wanted = load(items, 2);
      vehicle.hold(before);
      AutopilotProfile profile =
          make == Make.PX4 ? AutopilotProfile.px4() : AutopilotProfile.arducopter();
      core =
          new VehicleCore<>(
              VehicleSettings.of("V1", 1, profile),
              new Arming(),
              message -> {
                air.send(true, message, now);
                return true;
              });
    }

    /** Arms whatever came out. */
    private final class Arming implements Supervisor<VehicleAct> {
      @Override
      public List<VehicleAct> onReport(VehicleReport report, Instant at) {
        if (report instanceof VehicleReport.CarryFinished finished) {
          outcomes.add(finished.outcome());
          return List.of(new VehicleAct.Arm("arm", (vehicleId, when) -> true));
        }
        ended |= report instanceof VehicleReport.CommandFinished c && c.commandId().equals("arm");
        return List.of();
      }

      @Override
      public List<VehicleAct> onInput(VehicleAct input, Instant at) {
        return List.of(input);
      }
    }

    Run go(Consumer<Duration> meanwhile) {
      Instant begun = now;
      core.onInput(new VehicleAct.Carry(wanted), now);
      for (int i = 0; !ended && now.isBefore(begun.plus(LIMIT)); i++) {
        now = now.plus(STEP);
        meanwhile.accept(Duration.between(begun, now));
        vehicle.onTick(now).forEach(message -> air.send(false, message, now));
        for (LossyAir.Arrived arrived : air.due(now)) {
          take(arrived);
        }
        if (i % 5 == 0) {
          core.onTick(now);
        }
      }
      return this;
    }

    private void take(LossyAir.Arrived arrived) {
      VehicleMessage message = arrived.message();
      if (arrived.atVehicle()) {
        vehicle.onMessage(message, now).forEach(answer -> air.send(false, answer, now));
      } else {
        core.onMessage(message, now, now);
      }
    }

    /** Ended once, and truly. */
    CarryOutcome honest(String what) {
      assertThat(outcomes).as(what).hasSize(1);
      CarryOutcome outcome = outcomes.get(0);
      if (outcome instanceof CarryOutcome.New) {
        assertThat(vehicle.differences(wanted)).as(what).isEmpty();
      } else if (outcome instanceof CarryOutcome.Old) {
        assertThat(vehicle.differences(before)).as(what).isEmpty();
      } else if (outcome instanceof CarryOutcome.Mixed mixed) {
        assertThat(mixed.differences()).as(what).isNotEmpty();
      }
      if (vehicle.armed) {
        assertThat(vehicle.differences(wanted)).as(what + ": armed with a mix").isEmpty();
      }
      return outcome;
    }
  }

  private static Load load(int items, int version) {
    List<StoredItem> mission = new ArrayList<>();
    for (int seq = 0; seq < items; seq++) {
      mission.add(item(seq, 16, version * 10 + seq));
    }
    List<StoredItem> fence = new ArrayList<>();
    for (int seq = 0; seq < 4 + version; seq++) {
      fence.add(item(seq, 5001, version));
    }
    List<ParameterSetting> parameters = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      parameters.add(new ParameterSetting("I_" + i, i % 2 == 0 ? version : 7));
    }
    parameters.add(new ParameterSetting("F_SPEED", 2.5f * version));
    return new Load(
        Map.of(
            ListKind.MISSION, mission,
            ListKind.FENCE, fence,
            ListKind.RALLY, List.of(item(0, 5100, version))),
        parameters);
  }

  private static StoredItem item(int seq, int command, int z) {
    return new StoredItem(
        seq, 3, command, 1, 0, 0, 0, 0, 454390000 + seq * 100, 43790000 - z, 20 + z);
  }

  private static void givenOver(Make make, double loss, int seeds, int items) {
    int arrived = 0;
    List<String> others = new ArrayList<>();
    for (long seed = 0; seed < seeds; seed++) {
      String what = make + ", loss " + loss + ", seed " + seed;
      Run run = new Run(make, seed, loss, items).go(elapsed -> {});
      CarryOutcome outcome = run.honest(what);
      if (outcome instanceof CarryOutcome.New) {
        arrived++;
      } else {
        others.add(seed + ": " + outcome);
      }
    }
    assertThat(arrived).as("not new: %s", others).isGreaterThanOrEqualTo(seeds * 99 / 100);
  }

  @ParameterizedTest
  @CsvSource({
    "ARDUPILOT, 0.05",
    "ARDUPILOT, 0.10",
    "ARDUPILOT, 0.20",
    "PX4, 0.05",
    "PX4, 0.10",
    "PX4, 0.20"
  })
  void over_a_bad_link_a_load_ends_once_and_truly_and_hardly_ever_not_as_new(
      Make make, double loss) {
    givenOver(make, loss, SEEDS, 8);
  }

  @Tag("deep")
  @ParameterizedTest
  @CsvSource({
    "ARDUPILOT, 0.05",
    "ARDUPILOT, 0.10",
    "ARDUPILOT, 0.20",
    "PX4, 0.05",
    "PX4, 0.10",
    "PX4, 0.20"
  })
  void so_it_does_a_thousand_times(Make make, double loss) {
    givenOver(make, loss, SEEDS_DEEP, 20);
  }

  private static void brokenAtAnyMoment(Make make, int seeds) {
    int mixed = 0;
    int old = 0;
    for (long seed = 0; seed < seeds; seed++) {
      SplittableRandom random = new SplittableRandom(seed * 31 + 7);
      Duration from = Duration.ofMillis(random.nextInt(0, 8000));
      boolean forEver = random.nextBoolean();
      Duration to = forEver ? LIMIT : from.plusMillis(random.nextInt(1000, 45_000));
      Run run = new Run(make, seed, 0.05, 12);
      run.go(
          elapsed ->
              run.air.loss = elapsed.compareTo(from) >= 0 && elapsed.compareTo(to) < 0 ? 1 : 0.05);
      String what = make + ", seed " + seed + ", silent from " + from + " to " + to;
      CarryOutcome outcome = run.honest(what);
      mixed += outcome instanceof CarryOutcome.Mixed ? 1 : 0;
      old += outcome instanceof CarryOutcome.New || outcome instanceof CarryOutcome.Old ? 1 : 0;
    }
    assertThat(old).as("some survive the silence").isPositive();
    assertThat(mixed).as("a mix is put back").isLessThan(seeds / 10);
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void a_link_that_falls_silent_at_any_moment_of_it_leaves_an_honest_end(Make make) {
    brokenAtAnyMoment(make, SEEDS);
  }

  @Tag("deep")
  @ParameterizedTest
  @EnumSource(Make.class)
  void so_it_does_at_a_thousand_moments(Make make) {
    brokenAtAnyMoment(make, SEEDS_DEEP);
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void what_the_vehicle_refuses_leaves_it_with_what_it_had(Make make) {
    for (int bad = 1; bad < 8; bad++) {
      int seq = bad;
      Run run = new Run(make, bad, 0.05, 8);
      run.vehicle.refuses(
          item -> item.command() == 16 && item.seq() == seq && item.z() == 20 + 20 + seq);
      CarryOutcome outcome = run.go(elapsed -> {}).honest(make + ", item " + bad);
      assertThat(outcome).isInstanceOf(CarryOutcome.Old.class);
      assertThat(((CarryOutcome.Old) outcome).why()).contains("upload-failed:MISSION");
    }
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void what_the_vehicle_stores_in_another_form_is_put_back(Make make) {
    Run run = new Run(make, 3, 0.05, 8);
    run.vehicle.stores(
        item ->
            item.command() == 5100 && item.z() > 21
                ? new StoredItem(0, 3, 5100, 1, 0, 0, 0, 0, item.x(), item.y(), 21.5f)
                : item);
    CarryOutcome outcome = run.go(elapsed -> {}).honest(make.name());
    assertThat(outcome).isInstanceOf(CarryOutcome.Old.class);
    assertThat(((CarryOutcome.Old) outcome).why()).contains("RALLY 0.z 22.0 21.5");
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void what_cannot_even_be_put_back_is_a_mix_and_does_not_arm(Make make) {
    Run run = new Run(make, 3, 0, 8);
    run.vehicle.stores(
        item ->
            item.command() == 5100
                ? new StoredItem(0, 3, 5100, 1, 0, 0, 0, 0, item.x(), item.y(), 99)
                : item);
    CarryOutcome outcome = run.go(elapsed -> {}).honest(make.name());
    assertThat(outcome).isInstanceOf(CarryOutcome.Mixed.class);
    assertThat(((CarryOutcome.Mixed) outcome).why()).contains("RALLY 0.z 22.0 99.0");
    assertThat(run.vehicle.armed).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Make.class)
  void a_vehicle_that_is_armed_meanwhile_is_given_nothing_more(Make make) {
    for (int seed = 0; seed < 10; seed++) {
      Run run = new Run(make, seed, 0, 8);
      Duration at = Duration.ofMillis(200L * seed);
      run.go(elapsed -> run.vehicle.armed |= elapsed.compareTo(at) >= 0);
      assertThat(run.outcomes).hasSize(1);
      if (!(run.outcomes.get(0) instanceof CarryOutcome.New)) {
        assertThat(run.outcomes).containsExactly(new CarryOutcome.Unknown("armed"));
      }
    }
  }
}
