package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.groundstation.vehicle.protocol.ScriptedVehicle.Make;
import org.vigie.planner.plan.ParameterSetting;

/** Vehicles of both makes that do the nineteen named things wrong while they are given a load. */
class NamedFailureTest {
  private static final Peer PEER = new Peer(1, 1, 255, 190);
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final Load BEFORE = load(6, 1);
  private static final Load WANTED = load(8, 2);

  private static Load load(int items, int version) {
    List<StoredItem> mission =
        Stream.iterate(0, i -> i + 1).limit(items).map(i -> item(i, version)).toList();
    return new Load(
        Map.of(
            ListKind.MISSION, mission,
            ListKind.FENCE, mission.subList(0, 4),
            ListKind.RALLY, mission.subList(0, 1)),
        List.of(new ParameterSetting("I_A", version)));
  }

  private static StoredItem item(int seq, int version) {
    return new StoredItem(seq, 3, 16, 1, 0, 0, 0, 0, 454390000 + seq, 43790000, 20 + version);
  }

  private static ScriptedVehicle vehicle(Make make, NamedFailure failure) {
    ScriptedVehicle vehicle = new ScriptedVehicle(PEER, make);
    vehicle.hold(BEFORE);
    vehicle.says(failure.instead());
    return vehicle;
  }

  static Stream<Arguments> failures() {
    return Arrays.stream(NamedFailure.values())
        .flatMap(failure -> Arrays.stream(Make.values()).map(make -> Arguments.of(failure, make)));
  }

  @Test
  void there_are_nineteen() {
    assertThat(NamedFailure.values()).hasSize(19);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_load_given_to_a_vehicle_that_fails_so_ends_once_and_truly(
      NamedFailure failure, Make make) {
    ScriptedVehicle vehicle = vehicle(make, failure);
    List<CarryOutcome> outcomes =
        new LossyTwin<CarryOutcome>(1, 0, vehicle)
            .run(new CarryMachine(PEER, make.habits(), WANTED, progress -> {}), LIMIT);

    assertThat(outcomes).hasSize(1);
    CarryOutcome outcome = outcomes.get(0);
    boolean isNew = vehicle.differences(WANTED).isEmpty();
    boolean isOld = vehicle.differences(BEFORE).isEmpty();
    if (failure.reading() && !failure.passes()) {
      assertThat(outcome).isInstanceOf(CarryOutcome.Unknown.class);
      assertThat(isOld).as("nothing is written to what cannot be read").isTrue();
    } else {
      assertThat(outcome instanceof CarryOutcome.New).isEqualTo(isNew);
      assertThat(outcome instanceof CarryOutcome.Old).isEqualTo(isOld);
      assertThat(outcome instanceof CarryOutcome.Mixed).isEqualTo(!isNew && !isOld);
    }
    boolean acknowledgedBadly =
        failure == NamedFailure.WRITE_FINAL_ACK_NO_RESPONSE
            || failure == NamedFailure.WRITE_FINAL_ACK_ERROR_ACK;
    if (failure.passes() || acknowledgedBadly) {
      assertThat(outcome)
          .as("what was stored is read, whatever was said")
          .isInstanceOf(CarryOutcome.New.class);
    } else {
      assertThat(isNew).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_mission_alone_is_never_said_to_be_read_or_taken_when_it_is_not(
      NamedFailure failure, Make make) {
    ScriptedVehicle vehicle = vehicle(make, failure);
    LossyTwin<TransferOutcome> twin = new LossyTwin<>(1, 0, vehicle);
    List<StoredItem> held = List.copyOf(vehicle.list(ListKind.MISSION));
    List<TransferOutcome> read =
        twin.run(new DownloadMachine(PEER, ListKind.MISSION, make.habits().readAhead()), LIMIT);
    List<StoredItem> given = WANTED.items(ListKind.MISSION);
    List<TransferOutcome> written =
        twin.run(new UploadMachine(PEER, ListKind.MISSION, given), LIMIT);

    assertThat(read).hasSize(1);
    assertThat(read.get(0) instanceof TransferOutcome.Received)
        .isEqualTo(!failure.reading() || failure.passes());
    if (read.get(0) instanceof TransferOutcome.Received received) {
      assertThat(received.items()).isEqualTo(held);
    }
    assertThat(written).hasSize(1);
    if (written.get(0) instanceof TransferOutcome.Accepted) {
      assertThat(ListComparison.compare(given, vehicle.list(ListKind.MISSION), true)).isEmpty();
    }
    assertThat(written.get(0) instanceof TransferOutcome.Accepted)
        .isEqualTo(failure.reading() || failure.passes());
  }
}
