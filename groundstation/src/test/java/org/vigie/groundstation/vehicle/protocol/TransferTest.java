package org.vigie.groundstation.vehicle.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.groundstation.mavlink.MissionMessage.MissionAck;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCount;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequest;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestInt;
import org.vigie.groundstation.mavlink.VehicleMessage;

class TransferTest {
  private static final Peer PEER = new Peer(1, 1, 255, 190);
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");

  /** As ArduPilot is asked. */
  private static final int AHEAD = 8;

  /** Real counts run with -Pdeep. */
  private static final int SEEDS = Boolean.getBoolean("vigie.deep") ? 1000 : 60;

  @ParameterizedTest
  @EnumSource(ListKind.class)
  void a_list_comes_back_as_it_was_given(ListKind kind) {
    ScriptedVehicle vehicle = new ScriptedVehicle(PEER);
    LossyTwin<TransferOutcome> twin = new LossyTwin<>(1, 0, vehicle);
    List<StoredItem> items = items(50);
    assertThat(twin.run(new UploadMachine(PEER, kind, items), LIMIT))
        .containsExactly(new TransferOutcome.Accepted());
    assertThat(twin.run(new DownloadMachine(PEER, kind, AHEAD), LIMIT))
        .hasSize(1)
        .allSatisfy(outcome -> assertThat(isWhole(outcome, kind, items)).isTrue());
  }

  /** Item 0 of a mission is the vehicle's own. */
  private static boolean isWhole(TransferOutcome outcome, ListKind kind, List<StoredItem> items) {
    return outcome instanceof TransferOutcome.Received received
        && ListComparison.compare(items, received.items(), kind == ListKind.MISSION).isEmpty();
  }

  /** QGroundControl stores "no heading" as what is not a number; it is put back as it was. */
  @Test
  void what_is_not_a_number_is_read_as_it_is() {
    DownloadMachine download = new DownloadMachine(PEER, ListKind.MISSION, AHEAD);
    download.start(T0);
    download.onMessage(new MissionCount(255, 190, 1, 0, 0), T0);
    MissionItemInt item =
        new MissionItemInt(255, 190, 0, 3, 16, 0, 1, 0, 0, 0, Float.NaN, 1, 2, 3, 0);
    assertThat(download.onMessage(item, T0).outcome())
        .contains(new TransferOutcome.Received(List.of(StoredItem.of(item))));
  }

  @Test
  void an_empty_list_clears() {
    ScriptedVehicle vehicle = new ScriptedVehicle(PEER);
    LossyTwin<TransferOutcome> twin = new LossyTwin<>(1, 0, vehicle);
    twin.run(new UploadMachine(PEER, ListKind.RALLY, items(3)), LIMIT);
    assertThat(twin.run(new UploadMachine(PEER, ListKind.RALLY, List.of()), LIMIT))
        .containsExactly(new TransferOutcome.Accepted());
    assertThat(twin.run(new DownloadMachine(PEER, ListKind.RALLY, AHEAD), LIMIT))
        .containsExactly(new TransferOutcome.Received(List.of()));
  }

  /** Each transfer ends exactly once; ACCEPTED is true; at 20 % loss 99 of 100 still succeed. */
  @ParameterizedTest
  @CsvSource({"0.05, 8", "0.10, 8", "0.20, 8", "0.20, 1"})
  void over_a_bad_link_every_transfer_ends_once_and_truly(double loss, int ahead) {
    int succeeded = 0;
    List<String> failures = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      ScriptedVehicle vehicle = new ScriptedVehicle(PEER);
      LossyTwin<TransferOutcome> twin = new LossyTwin<>(seed, loss, vehicle);
      List<StoredItem> items = items(20);
      List<TransferOutcome> up = twin.run(new UploadMachine(PEER, ListKind.MISSION, items), LIMIT);
      List<TransferOutcome> down =
          twin.run(new DownloadMachine(PEER, ListKind.MISSION, ahead), LIMIT);
      assertThat(up).as("upload, seed %d", seed).hasSize(1);
      assertThat(down).as("download, seed %d", seed).hasSize(1);
      if (up.get(0) instanceof TransferOutcome.Accepted) {
        assertThat(ListComparison.compare(items, vehicle.list(ListKind.MISSION), true))
            .as("what the vehicle holds, seed %d", seed)
            .isEmpty();
      }
      if (up.get(0) instanceof TransferOutcome.Accepted
          && isWhole(down.get(0), ListKind.MISSION, items)) {
        succeeded++;
      } else {
        failures.add(seed + ": " + (up.get(0) instanceof TransferOutcome.Accepted ? down : up));
      }
    }
    assertThat(succeeded)
        .as("failed: %s", failures)
        .isGreaterThanOrEqualTo((int) Math.floor(SEEDS * 0.99));
  }

  /** A vehicle far away: what counts is how often is waited for an answer. */
  @Test
  void items_are_asked_for_ahead_and_who_must_not_be_is_asked_for_one_at_a_time() {
    assertThat(turns(8)).isEqualTo(1 + 50 / 8 + 1);
    assertThat(turns(1)).isEqualTo(1 + 50);
  }

  /** How often everything that was asked is answered together until 50 items have come. */
  private static int turns(int ahead) {
    DownloadMachine download = new DownloadMachine(PEER, ListKind.MISSION, ahead);
    Advance<TransferOutcome> advance = download.start(T0);
    int turns = 0;
    while (advance.outcome().isEmpty()) {
      turns++;
      List<VehicleMessage> asked = advance.send();
      assertThat(asked).hasSizeBetween(1, ahead);
      List<VehicleMessage> sent = new ArrayList<>();
      for (VehicleMessage question : asked) {
        advance = download.onMessage(answer(question, items(50)), T0);
        sent.addAll(advance.send());
      }
      advance = new Advance<>(sent, advance.ended());
    }
    return turns;
  }

  private static VehicleMessage answer(VehicleMessage question, List<StoredItem> items) {
    return question instanceof MissionRequestInt request
        ? items.get(request.seq()).to(ListKind.MISSION, new Peer(255, 190, 1, 1))
        : new MissionCount(255, 190, items.size(), 0, 0);
  }

  /** On a link that keeps its order nobody waits 0.7 s for what is known to be lost. */
  @Test
  void an_item_that_later_ones_passed_is_asked_for_again_at_once() {
    DownloadMachine download = new DownloadMachine(PEER, ListKind.MISSION, 8);
    download.start(T0);
    List<VehicleMessage> asked = download.onMessage(new MissionCount(255, 190, 8, 0, 0), T0).send();
    assertThat(asked).hasSize(8);
    List<VehicleMessage> again = new ArrayList<>();
    for (VehicleMessage question : asked.subList(1, 8)) {
      again.addAll(download.onMessage(answer(question, items(8)), T0).send());
    }
    assertThat(again).containsExactly(asked.get(0));
    assertThat(download.onMessage(answer(asked.get(0), items(8)), T0).outcome())
        .contains(new TransferOutcome.Received(items(8)));
  }

  @Test
  void a_silent_vehicle_ends_a_transfer_as_timed_out() {
    LossyTwin<TransferOutcome> deaf = new LossyTwin<>(1, 1.0, new ScriptedVehicle(PEER));
    assertThat(deaf.run(new UploadMachine(PEER, ListKind.FENCE, items(4)), LIMIT))
        .containsExactly(new TransferOutcome.TimedOut(UploadMachine.ATTEMPTS_MAX));
    assertThat(deaf.run(new DownloadMachine(PEER, ListKind.FENCE, AHEAD), LIMIT))
        .containsExactly(new TransferOutcome.TimedOut(DownloadMachine.ATTEMPTS_MAX));
  }

  @Test
  void a_bad_item_is_named() {
    UploadMachine upload = new UploadMachine(PEER, ListKind.MISSION, items(4));
    upload.start(T0);
    upload.onMessage(new MissionRequest(255, 190, 2, 0), T0);
    assertThat(upload.onMessage(new MissionAck(255, 190, 10, 0, 0), T0).outcome())
        .contains(new TransferOutcome.Rejected(MissionResult.INVALID_PARAM5_X, "item 2"));
  }

  @Test
  void an_old_acknowledgement_does_not_end_an_upload() {
    UploadMachine upload = new UploadMachine(PEER, ListKind.MISSION, items(2));
    upload.start(T0);
    MissionAck accepted = new MissionAck(255, 190, 0, 0, 0);
    assertThat(upload.onMessage(accepted, T0).outcome()).isEmpty();
    upload.onMessage(new MissionRequest(255, 190, 0, 0), T0);
    assertThat(upload.onMessage(accepted, T0).outcome()).isEmpty();
    upload.onMessage(new MissionRequest(255, 190, 1, 0), T0);
    assertThat(upload.onMessage(accepted, T0).outcome()).contains(new TransferOutcome.Accepted());
    assertThat(upload.onMessage(accepted, T0).outcome()).isEmpty();
  }

  @Test
  void another_stations_transfer_and_another_list_change_nothing() {
    UploadMachine upload = new UploadMachine(PEER, ListKind.MISSION, items(1));
    upload.start(T0);
    assertThat(upload.onMessage(new MissionRequest(254, 190, 0, 0), T0).send()).isEmpty();
    assertThat(upload.onMessage(new MissionAck(255, 190, 1, 1, 0), T0).outcome()).isEmpty();
    assertThat(upload.onMessage(new MissionRequest(255, 190, 0, 0), T0).send()).hasSize(1);
  }

  /** A late copy of the fence's announcement opened it again; PX4 would keep it open for ever. */
  @Test
  void a_vehicle_that_asks_for_another_list_is_told_to_end_that_transfer() {
    UploadMachine upload = new UploadMachine(PEER, ListKind.MISSION, items(1));
    upload.start(T0);
    assertThat(upload.onMessage(new MissionRequest(255, 190, 0, 1), T0).send())
        .containsExactly(new MissionAck(1, 1, 15, 1, 0));
    assertThat(upload.onMessage(new MissionRequest(255, 190, 0, 0), T0).send()).hasSize(1);
  }

  @Test
  void what_was_denied_is_offered_again_until_it_is_hopeless() {
    UploadMachine upload = new UploadMachine(PEER, ListKind.MISSION, items(1));
    upload.start(T0);
    Instant now = T0;
    int offers = 1;
    List<TransferOutcome> outcomes = new ArrayList<>();
    while (outcomes.isEmpty() && offers < 100) {
      upload.onMessage(new MissionAck(255, 190, 14, 0, 0), now);
      now = now.plus(UploadMachine.DENIED_PAUSE);
      Advance<TransferOutcome> advance = upload.onTick(now);
      offers += advance.send().size();
      advance.outcome().ifPresent(outcomes::add);
    }
    assertThat(outcomes).containsExactly(new TransferOutcome.Rejected(MissionResult.DENIED, ""));
    assertThat(offers).isEqualTo(MissionResult.DENIED.attemptsMax());
  }

  @Test
  void a_cancelled_upload_tells_the_vehicle_and_says_nothing_more() {
    UploadMachine upload = new UploadMachine(PEER, ListKind.FENCE, items(4));
    upload.start(T0);
    Advance<TransferOutcome> cancelled = upload.cancel();
    assertThat(cancelled.outcome()).contains(new TransferOutcome.Cancelled());
    assertThat(cancelled.send()).containsExactly(new MissionAck(1, 1, 15, 1, 0));
    assertThat(upload.cancel().outcome()).isEmpty();
    assertThat(upload.onMessage(new MissionRequest(255, 190, 0, 1), T0).send()).isEmpty();
  }

  @Test
  void a_list_longer_than_any_vehicle_holds_is_refused() {
    DownloadMachine download = new DownloadMachine(PEER, ListKind.MISSION, AHEAD);
    download.start(T0);
    assertThat(download.onMessage(new MissionCount(255, 190, 65535, 0, 0), T0).outcome())
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(TransferOutcome.Rejected.class));

    assertThatThrownBy(() -> new UploadMachine(PEER, ListKind.MISSION, items(2).subList(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seq 1");
  }

  static List<StoredItem> items(int count) {
    List<StoredItem> items = new ArrayList<>();
    for (int seq = 0; seq < count; seq++) {
      items.add(
          new StoredItem(
              seq, 3, 16, 1, seq, 0, 0, 0, 454390000 + seq * 100, 43790000 - seq, 20 + seq));
    }
    return items;
  }
}
