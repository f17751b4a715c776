package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestList;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestRead;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamSet;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamValue;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.planner.plan.ParameterSetting;

/** All parameters of a vehicle, over links that lose some. */
class ParameterListTest {
  private static final Peer PEER = new Peer(1, 1, 255, 190);
  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");
  private static final int COUNT = 300;
  private static final long HASH = 0xCAFE_BABEL;

  private static ParamValue value(int index, int count) {
    return new ParamValue("P_" + index, index / 2f, ParamSet.REAL32, count, index);
  }

  private static ParamValue hash() {
    return new ParamValue("_HASH_CHECK", Float.intBitsToFloat((int) HASH), 5, COUNT, 65535);
  }

  /** The whole list, the hash first where it is told. */
  private static List<VehicleMessage> answer(VehicleMessage asked, boolean hashed) {
    List<VehicleMessage> said = new ArrayList<>();
    if (asked instanceof ParamRequestList) {
      if (hashed) {
        said.add(hash());
      }
      for (int i = 0; i < COUNT; i++) {
        said.add(value(i, COUNT));
      }
    } else if (asked instanceof ParamRequestRead read) {
      if (read.index() >= 0) {
        said.add(value(read.index(), COUNT));
      } else if (hashed && read.name().equals("_HASH_CHECK")) {
        said.add(hash());
      }
    }
    return said;
  }

  private static List<ParameterList> run(
      ParameterListMachine machine, boolean hashed, double loss, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ParameterList> outcomes = new ArrayList<>();
    Instant now = T0;
    List<VehicleMessage> asked = new ArrayList<>(machine.start(now).send());
    while (outcomes.isEmpty() && now.isBefore(T0.plus(Duration.ofMinutes(5)))) {
      now = now.plusMillis(100);
      List<VehicleMessage> said = new ArrayList<>();
      for (VehicleMessage message : asked) {
        if (random.nextDouble() >= loss) {
          said.addAll(answer(message, hashed));
        }
      }
      asked.clear();
      for (VehicleMessage message : said) {
        if (random.nextDouble() >= loss) {
          Advance<ParameterList> advance = machine.onMessage(message, now);
          asked.addAll(advance.send());
          advance.outcome().ifPresent(outcomes::add);
        }
      }
      Advance<ParameterList> advance = machine.onTick(now);
      asked.addAll(advance.send());
      advance.outcome().ifPresent(outcomes::add);
    }
    return outcomes;
  }

  private static ParameterListMachine machine(ParameterList known) {
    return new ParameterListMachine(PEER, ParameterCoding.BYTEWISE, known);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.2, 0.4})
  void all_come_however_many_are_lost(double loss) {
    for (long seed = 0; seed < 50; seed++) {
      List<ParameterList> outcomes = run(machine(ParameterList.NOTHING), true, loss, seed);
      assertThat(outcomes).hasSize(1);
      ParameterList list = outcomes.get(0);
      assertThat(list.whole()).as("seed %d", seed).isTrue();
      assertThat(list.values()).hasSize(COUNT);
      assertThat(list.values().get(7)).isEqualTo(new ParameterSetting("P_7", 3.5f));
    }
  }

  @Test
  void a_list_that_is_known_by_its_hash_is_not_read_again() {
    ParameterList known =
        new ParameterList(true, List.of(new ParameterSetting("A", 1)), OptionalLong.of(HASH));
    ParameterListMachine machine = machine(known);
    assertThat(machine.start(T0).send())
        .containsExactly(new ParamRequestRead(1, 1, "_HASH_CHECK", -1));
    assertThat(machine.onMessage(hash(), T0).outcome()).contains(known);
  }

  @Test
  void another_hash_or_none_has_the_list_read() {
    ParameterList other =
        new ParameterList(true, List.of(new ParameterSetting("A", 1)), OptionalLong.of(1));
    for (boolean hashed : new boolean[] {true, false}) {
      ParameterList list = run(machine(other), hashed, 0, 1).get(0);
      assertThat(list.values()).hasSize(COUNT);
      assertThat(list.hash()).isEqualTo(hashed ? OptionalLong.of(HASH) : OptionalLong.empty());
    }
  }

  @Test
  void a_vehicle_that_falls_silent_leaves_a_list_that_is_not_whole() {
    List<ParameterList> outcomes = run(machine(ParameterList.NOTHING), true, 1, 1);
    assertThat(outcomes).extracting(ParameterList::whole).containsExactly(false);
  }

  /** Recording a20: MNT1_TYPE 1 makes others appear; the count grows in the middle. */
  @Test
  void a_count_that_changes_begins_the_list_again() {
    ParameterListMachine machine = machine(ParameterList.NOTHING);
    machine.start(T0);
    machine.onMessage(value(0, 2), T0);
    assertThat(machine.onMessage(value(1, 3), T0).outcome()).isEmpty();
    machine.onMessage(value(2, 3), T0);
    assertThat(machine.onMessage(value(0, 3), T0).outcome())
        .hasValueSatisfying(list -> assertThat(list.values()).hasSize(3));
  }

  /** The answer to somebody's PARAM_SET on ArduPilot. */
  @Test
  void a_value_without_a_number_is_not_of_the_list() {
    ParameterListMachine machine = machine(ParameterList.NOTHING);
    machine.start(T0);
    machine.onMessage(value(0, 2), T0);
    assertThat(machine.onMessage(new ParamValue("X", 1, 9, 2, 65535), T0).outcome()).isEmpty();
  }
}
