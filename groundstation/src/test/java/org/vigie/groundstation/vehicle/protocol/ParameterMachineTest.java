package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamError;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestRead;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamSet;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamValue;
import org.vigie.planner.plan.ParameterSetting;

class ParameterMachineTest {
  private static final Peer PEER = new Peer(1, 1, 255, 190);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");
  private static final List<ParameterSetting> WANTED =
      List.of(
          new ParameterSetting("FENCE_ENABLE", 1),
          new ParameterSetting("RTL_ALT", 4500),
          new ParameterSetting("WPNAV_SPEED", 812.5f));

  private static ScriptedVehicle vehicle() {
    ScriptedVehicle vehicle = new ScriptedVehicle(PEER);
    vehicle.parameters.put("FENCE_ENABLE", 0f);
    vehicle.parameters.put("RTL_ALT", 1500f);
    vehicle.parameters.put("WPNAV_SPEED", 1000f);
    return vehicle;
  }

  @Test
  void parameters_are_written_and_read_back() {
    ScriptedVehicle vehicle = vehicle();
    LossyTwin<ParametersOutcome> twin = new LossyTwin<>(1, 0, vehicle);
    assertThat(twin.run(ParameterMachine.writing(PEER, ParameterCoding.CAST, WANTED), LIMIT))
        .containsExactly(
            new ParametersOutcome.Complete(
                WANTED,
                List.of(
                    new ParameterSetting("FENCE_ENABLE", 0),
                    new ParameterSetting("RTL_ALT", 1500),
                    new ParameterSetting("WPNAV_SPEED", 1000))));
    assertThat(vehicle.parameters).containsEntry("WPNAV_SPEED", 812.5f);
  }

  @Test
  void an_unknown_name_is_named_and_the_others_go_on() {
    LossyTwin<ParametersOutcome> twin = new LossyTwin<>(1, 0, vehicle());
    assertThat(
            twin.run(
                ParameterMachine.reading(
                    PEER, ParameterCoding.CAST, List.of("RTL_ALT", "RTL_ALT_M", "FENCE_ENABLE")),
                LIMIT))
        .containsExactly(
            new ParametersOutcome.Incomplete(
                List.of(
                    new ParameterSetting("RTL_ALT", 1500), new ParameterSetting("FENCE_ENABLE", 0)),
                List.of(
                    new ParameterSetting("RTL_ALT", 1500), new ParameterSetting("FENCE_ENABLE", 0)),
                List.of(),
                List.of("RTL_ALT_M")));
  }

  /** Recorded: 1234.7 into an integer of ArduCopter becomes 1234. */
  @Test
  void a_value_that_is_stored_differently_is_named() {
    ParameterMachine machine =
        ParameterMachine.writing(
            PEER, ParameterCoding.CAST, List.of(new ParameterSetting("RTL_ALT", 1234.7f)));
    Advance<ParametersOutcome> advance = machine.start(T0);
    ParamValue stored = new ParamValue("RTL_ALT", 1234, 6, 1354, 65535);
    int writes = 0;
    while (advance.outcome().isEmpty()) {
      writes += advance.send().get(0) instanceof ParamSet ? 1 : 0;
      assertThat(writes).isLessThan(20);
      advance = machine.onMessage(stored, T0);
    }
    assertThat(advance.outcome())
        .contains(
            new ParametersOutcome.Incomplete(
                List.of(new ParameterSetting("RTL_ALT", 1234)),
                List.of(new ParameterSetting("RTL_ALT", 1234)),
                List.of("RTL_ALT"),
                List.of()));
    assertThat(writes).isEqualTo(ParameterMachine.ATTEMPTS_MAX);
  }

  @Test
  void the_answer_to_a_write_is_not_believed_before_it_is_read_back() {
    ParameterMachine machine =
        ParameterMachine.writing(
            PEER, ParameterCoding.CAST, List.of(new ParameterSetting("RTL_ALT", 4500)));
    machine.start(T0);
    assertThat(machine.onMessage(new ParamValue("RTL_ALT", 1500, 6, 1354, 65535), T0).send())
        .containsExactly(new ParamSet(1, 1, "RTL_ALT", 4500, 9));
    Advance<ParametersOutcome> advance =
        machine.onMessage(new ParamValue("RTL_ALT", 4500, 6, 1354, 65535), T0);
    assertThat(advance.outcome()).isEmpty();
    assertThat(advance.send()).containsExactly(new ParamRequestRead(1, 1, "RTL_ALT", -1));
  }

  @Test
  void what_is_there_already_is_not_written() {
    ParameterMachine machine =
        ParameterMachine.writing(
            PEER, ParameterCoding.CAST, List.of(new ParameterSetting("RTL_ALT", 4500)));
    machine.start(T0);
    Advance<ParametersOutcome> advance =
        machine.onMessage(new ParamValue("RTL_ALT", 4500, 6, 1354, 65535), T0);
    assertThat(advance.send()).isEmpty();
    assertThat(advance.outcome()).isPresent();
  }

  /** Recording p11: a float sent as an integer is stored by its bytes, another type is refused. */
  @Test
  void px4_is_sent_an_integers_own_bytes_with_the_type_that_it_told() {
    List<ParameterSetting> wanted = List.of(new ParameterSetting("COM_FLT_TIME_MAX", -1));
    ParameterMachine machine = ParameterMachine.writing(PEER, ParameterCoding.BYTEWISE, wanted);
    machine.start(T0);
    float seven = Float.intBitsToFloat(7);
    ParamSet set =
        (ParamSet)
            machine
                .onMessage(new ParamValue("COM_FLT_TIME_MAX", seven, 6, 886, 12), T0)
                .send()
                .get(0);
    assertThat(set.type()).isEqualTo(6);
    assertThat(Float.floatToRawIntBits(set.value())).isEqualTo(-1);
    float minusOne = Float.intBitsToFloat(-1);
    machine.onMessage(new ParamValue("COM_FLT_TIME_MAX", minusOne, 6, 886, 12), T0);
    assertThat(
            machine
                .onMessage(new ParamValue("COM_FLT_TIME_MAX", minusOne, 6, 886, 12), T0)
                .outcome())
        .contains(
            new ParametersOutcome.Complete(
                wanted, List.of(new ParameterSetting("COM_FLT_TIME_MAX", 7))));
  }

  @Test
  void an_integer_of_px4_that_should_hold_a_fraction_is_different_and_not_written() {
    ParameterMachine machine =
        ParameterMachine.writing(
            PEER, ParameterCoding.BYTEWISE, List.of(new ParameterSetting("RTL_TYPE", 2.5f)));
    machine.start(T0);
    Advance<ParametersOutcome> advance =
        machine.onMessage(new ParamValue("RTL_TYPE", Float.intBitsToFloat(2), 6, 886, 12), T0);
    assertThat(advance.send()).isEmpty();
    assertThat(advance.outcome())
        .hasValueSatisfying(
            o ->
                assertThat(((ParametersOutcome.Incomplete) o).different())
                    .containsExactly("RTL_TYPE"));
  }

  /** PARAM_ERROR tells a garbage index; the name counts. */
  @Test
  void a_name_that_px4_does_not_know_is_not_asked_for_again() {
    ParameterMachine machine =
        ParameterMachine.reading(PEER, ParameterCoding.BYTEWISE, List.of("RTL_ALT"));
    machine.start(T0);
    assertThat(machine.onMessage(new ParamError(255, 190, "OTHER", 24400, 1), T0).outcome())
        .isEmpty();
    assertThat(machine.onMessage(new ParamError(255, 190, "RTL_ALT", 24400, 1), T0).outcome())
        .contains(
            new ParametersOutcome.Incomplete(List.of(), List.of(), List.of(), List.of("RTL_ALT")));
  }

  @Test
  void over_a_bad_link_all_end_once_and_complete_means_stored() {
    int complete = 0;
    int seeds = 100;
    for (long seed = 0; seed < seeds; seed++) {
      ScriptedVehicle vehicle = vehicle();
      List<ParametersOutcome> outcomes =
          new LossyTwin<ParametersOutcome>(seed, 0.2, vehicle)
              .run(ParameterMachine.writing(PEER, ParameterCoding.CAST, WANTED), LIMIT);
      assertThat(outcomes).as("seed %d", seed).hasSize(1);
      if (outcomes.get(0) instanceof ParametersOutcome.Complete) {
        complete++;
        WANTED.forEach(
            wanted -> assertThat(vehicle.parameters).containsEntry(wanted.name(), wanted.value()));
      }
    }
    assertThat(complete).isGreaterThanOrEqualTo(seeds * 97 / 100);
  }

  @Test
  void a_name_that_does_not_fit_is_refused() {
    assertThatThrownBy(
            () ->
                ParameterMachine.reading(
                    PEER, ParameterCoding.CAST, List.of("A_NAME_FAR_TOO_LONG")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A_NAME_FAR_TOO_LONG");
  }
}
