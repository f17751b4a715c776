package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.Recorded;
import org.vigie.groundstation.mavlink.TlogRecord;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Messages read in place mean what the decoded ones mean, which are held against the MAVLink
 * library: over recorded flights, and over the same frames with random bytes in them.
 */
final class TelemetryFoldTest {
  private static final VehicleReducer REDUCER = new VehicleReducer(AutopilotProfile.arducopter());

  private static VehicleSnapshot unheard() {
    return VehicleSnapshot.unheard("V1", 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"arducopter-flight", "a1-ap-fence-polygon-rtl", "p9b-px4-mode-after-first-upload"})
  void every_frame_of_recorded_flights_folds_to_the_same_snapshot(String flight) {
    TelemetryFold fold = new TelemetryFold(REDUCER, unheard());
    VehicleSnapshot decoded = unheard();
    for (TlogRecord record : Recorded.records(flight)) {
      if (record.frame().componentId() != 1) {
        continue;
      }
      fold.fold(record.frame(), record.at());
      VehicleMessage message = Messages.decode(record.frame());
      decoded = REDUCER.apply(decoded, message, record.at());
      assertThat(fold.snapshot().toString()).isEqualTo(decoded.toString());
    }
    assertThat(decoded.lastHeartbeatAt()).isNotNull();
  }

  @Test
  void random_payloads_fold_the_same_or_are_unreadable_both_ways() {
    SplittableRandom random = new SplittableRandom(5);
    Map<Integer, Frame> kinds = new HashMap<>();
    Recorded.records("arducopter-flight").stream()
        .map(TlogRecord::frame)
        .filter(frame -> frame.componentId() == 1)
        .forEach(frame -> kinds.put(frame.messageId(), frame));
    TlogRecord any = Recorded.records("arducopter-flight").get(0);
    int unreadable = 0;
    int state = 0;
    for (int i = 0; i < 3_000; i++) {
      for (int id : new int[] {1, 24, 30, 33, 147, 193}) {
        Frame recorded = Objects.requireNonNull(kinds.get(id));
        byte[] payload = new byte[random.nextInt(recorded.payloadLength() + 6)];
        random.nextBytes(payload);
        Frame frame = Recorded.withPayload(recorded, payload);
        TelemetryFold fold = new TelemetryFold(REDUCER, unheard());
        TelemetryFold.Folded folded = fold.fold(frame, any.at());
        VehicleMessage message = Messages.decode(frame);
        boolean sensible = !(message instanceof VehicleMessage.Unreadable);
        assertThat(folded != TelemetryFold.Folded.UNREADABLE).as("%s", message).isEqualTo(sensible);
        unreadable += sensible ? 0 : 1;
        state += folded == TelemetryFold.Folded.STATE ? 1 : 0;
        VehicleSnapshot expected = decoded(message, any);
        VehicleSnapshot.Battery battery = fold.snapshot().battery();
        VehicleSnapshot.Battery same = expected.battery();
        assertThat(fold.snapshot().attitude()).isEqualTo(expected.attitude());
        assertThat(fold.snapshot().position()).isEqualTo(expected.position());
        assertThat(fold.snapshot().gps()).isEqualTo(expected.gps());
        assertThat(fold.snapshot().ekf()).isEqualTo(expected.ekf());
        assertThat(fold.snapshot().prearmHealthy()).isEqualTo(expected.prearmHealthy());
        assertThat(battery == null).isEqualTo(same == null);
        if (battery != null && same != null) {
          assertThat(battery.volts().orElse(-1)).isCloseTo(same.volts().orElse(-1), offset(1e-9));
          assertThat(battery.amps()).isEqualTo(same.amps());
          assertThat(battery.percent()).isEqualTo(same.percent());
          assertThat(battery.consumedMah()).isEqualTo(same.consumedMah());
          assertThat(battery.chargeState()).isEqualTo(same.chargeState());
        }
      }
    }
    assertThat(unreadable).isPositive();
    assertThat(state).isPositive();
  }

  /** As a PX4 1.17 in simulation told it. */
  @Test
  void a_battery_is_never_more_than_full_nor_charged_by_flying() {
    TlogRecord any = Recorded.records("arducopter-flight").get(0);
    byte[] payload = new byte[54];
    ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).putInt(0, -44).put(35, (byte) 101);
    VehicleMessage message =
        Messages.decode(Recorded.withPayload(Recorded.ofMessage(any.frame(), 147), payload));
    VehicleSnapshot.Battery battery =
        Objects.requireNonNull(decoded(message, any).battery(), message::toString);

    assertThat(battery.percent()).hasValue(100);
    assertThat(battery.consumedMah()).isEmpty();
  }

  /** As a PX4 told it between upload and start: the flight was shown as returning. */
  @Test
  void a_mission_without_a_current_item_has_not_begun() {
    TlogRecord any = Recorded.records("arducopter-flight").get(0);
    byte[] payload = new byte[18];
    ByteBuffer.wrap(payload)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 65535)
        .putShort((short) 8);
    VehicleMessage message =
        Messages.decode(Recorded.withPayload(Recorded.ofMessage(any.frame(), 42), payload));
    VehicleSnapshot.MissionProgress mission =
        Objects.requireNonNull(decoded(message, any).mission(), message::toString);

    assertThat(mission.seq()).isZero();
    assertThat(mission.total()).hasValue(8);
  }

  /** A message that the reducer learns to read must not stay unread here. */
  @Test
  void what_changes_a_snapshot_when_decoded_changes_it_here() {
    TlogRecord any = Recorded.records("arducopter-flight").get(0);
    int read = 0;
    for (int id = 0; id < 512; id++) {
      byte[] payload = new byte[60];
      Frame frame = Recorded.withPayload(Recorded.ofMessage(any.frame(), id), payload);
      VehicleSnapshot before = VehicleSnapshot.unheard("V1", 1);
      boolean changes =
          REDUCER.apply(before, Messages.decode(frame), any.at()).hashCode() != before.hashCode();
      if (changes) {
        read++;
        assertThat(VehicleReducer.reads(id)).as("message %d", id).isTrue();
      }
    }
    assertThat(read).isGreaterThan(8);
  }

  private static VehicleSnapshot decoded(VehicleMessage message, TlogRecord any) {
    return REDUCER.apply(unheard(), message, any.at());
  }
}
