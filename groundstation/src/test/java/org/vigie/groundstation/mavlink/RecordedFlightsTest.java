package org.vigie.groundstation.mavlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real autopilots and a real ground station said, read and written again. */
class RecordedFlightsTest {
  /** HOME_POSITION's local position and approach vector are not kept. */
  private static final Set<Integer> NOT_KEPT_WHOLE = Set.of(242);

  static List<String> flights() {
    return Recorded.ALL;
  }

  @ParameterizedTest
  @MethodSource("flights")
  void every_frame_of_a_recorded_flight_is_found_again_in_a_stream_of_any_portions(String flight)
      throws Exception {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<Frame> expected = new ArrayList<>();
    for (TlogRecord record : Recorded.records(flight)) {
      expected.add(record.frame());
      stream.write(record.frame().bytes());
    }
    byte[] bytes = stream.toByteArray();
    for (int portion : new int[] {1, 7, 300, bytes.length}) {
      FrameReader reader = new FrameReader();
      List<Frame> found = new ArrayList<>();
      for (int at = 0; at < bytes.length; at += portion) {
        reader.read(bytes, at, Math.min(portion, bytes.length - at), found::add);
      }
      assertThat(found).isEqualTo(expected);
      assertThat(reader.counts()).isEqualTo(new FrameCounts(expected.size(), 0, 0, 0));
    }
  }

  @ParameterizedTest
  @MethodSource("flights")
  void every_message_that_the_station_speaks_is_written_again_to_the_same_bytes(String flight) {
    int compared = 0;
    for (TlogRecord record : Recorded.records(flight)) {
      Frame frame = record.frame();
      VehicleMessage message = Messages.decode(frame);
      if (message instanceof VehicleMessage.Unreadable unreadable) {
        assertThat(unreadable.reason()).isEmpty();
      } else if (!NOT_KEPT_WHOLE.contains(frame.messageId())) {
        assertThat(Messages.payload(message)).as("%s", message).isEqualTo(trimmed(frame));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void the_recorded_flights_hold_every_message_that_matters() {
    Set<Integer> spoken = new HashSet<>();
    for (String flight : Recorded.ALL) {
      for (TlogRecord record : Recorded.records(flight)) {
        if (!(Messages.decode(record.frame()) instanceof VehicleMessage.Unreadable)) {
          spoken.add(record.frame().messageId());
        }
      }
    }
    assertThat(spoken)
        .contains(0, 1, 22, 24, 30, 33, 42, 44, 47, 51, 73, 76, 77, 147, 193, 242, 245, 253);
  }

  @ParameterizedTest
  @MethodSource("flights")
  void a_log_is_written_again_to_the_same_bytes(String flight) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (TlogRecord record : Recorded.records(flight)) {
      file.write(record.bytes());
    }
    assertThat(file.toByteArray()).isEqualTo(Recorded.bytes(flight));
  }

  @Test
  void a_log_that_is_cut_short_gives_its_whole_records_and_counts_the_rest() {
    byte[] whole = Recorded.bytes("a14-ap-upload-interrupted");
    List<TlogRecord> all = Recorded.records("a14-ap-upload-interrupted");
    TlogReader reader = new TlogReader(Arrays.copyOf(whole, whole.length - 5));
    int records = 0;
    while (reader.next().isPresent()) {
      records++;
    }
    assertThat(records).isEqualTo(all.size() - 1);
    assertThat(reader.junkBytes()).isEqualTo(all.get(all.size() - 1).bytes().length - 5);
  }

  @Test
  void a_damaged_record_in_a_log_costs_only_itself() {
    byte[] damaged = Recorded.bytes("a14-ap-upload-interrupted");
    List<TlogRecord> all = Recorded.records("a14-ap-upload-interrupted");
    int first = all.get(0).bytes().length;
    damaged[first + 12] ^= 0x55;
    TlogReader reader = new TlogReader(damaged);
    List<TlogRecord> found = new ArrayList<>();
    reader.next().ifPresent(found::add);
    reader.next().ifPresent(found::add);
    assertThat(found).containsExactly(all.get(0), all.get(2));
    assertThat(reader.junkBytes()).isEqualTo(all.get(1).bytes().length);
  }

  /** PX4 and ArduPilot trim; MAVLink 1 frames and some senders do not. */
  private static byte[] trimmed(Frame frame) {
    byte[] payload = frame.payload();
    int length = payload.length;
    while (length > 1 && payload[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(payload, length);
  }
}
