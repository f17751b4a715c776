package org.vigie.groundstation.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.mavlink.Messages;
import org.vigie.groundstation.mavlink.Recorded;
import org.vigie.groundstation.mavlink.StateMessage.AutopilotVersion;
import org.vigie.groundstation.mavlink.TlogRecord;

/** Recorded flights folded into snapshots; expected values from the flights' description. */
class RecordedFlightReducerTest {
  private static List<VehicleSnapshot> fold(String flight) {
    VehicleReducer reducer = new VehicleReducer(AutopilotProfile.arducopter());
    VehicleSnapshot snapshot = VehicleSnapshot.unheard("V1", 1);
    List<VehicleSnapshot> all = new ArrayList<>();
    for (TlogRecord record : Recorded.records(flight)) {
      if (record.frame().systemId() == 1 && record.frame().componentId() == 1) {
        snapshot = reducer.apply(snapshot, Messages.decode(record.frame()), record.at());
        all.add(snapshot);
      }
    }
    return all;
  }

  /** a1: armed in GUIDED, breach of the polygon, RTL from N60 to N63.6, landed and disarmed. */
  @Test
  void a_fence_breach_shows_as_breach_then_rtl_then_landing() {
    List<VehicleSnapshot> flight = fold("a1-ap-fence-polygon-rtl");
    Set<String> modes = new LinkedHashSet<>();
    for (VehicleSnapshot snapshot : flight) {
      FlightMode mode = snapshot.mode();
      if (mode != null && snapshot.armed()) {
        modes.add(mode.name());
      }
    }
    assertThat(modes).containsExactly("GUIDED", "RTL");
    assertThat(flight).anyMatch(VehicleSnapshot::fenceBreached);
    double highest =
        flight.stream()
            .flatMap(s -> s.findPosition().stream())
            .mapToDouble(p -> p.height().metres())
            .max()
            .orElseThrow();
    assertThat(highest).isBetween(19.0, 22.0);
    VehicleSnapshot last = flight.get(flight.size() - 1);
    assertThat(last.armed()).isFalse();
    assertThat(last.fenceBreached()).isFalse();
    assertThat(last.landed()).isEqualTo(LandedState.ON_GROUND);
    assertThat(last.findHome().orElseThrow().altitude().metres()).isBetween(529.0, 531.0);
    assertThat(last.findPosition().orElseThrow().point().latDeg()).isBetween(45.4389, 45.4391);
    assertThat(last.findBattery().orElseThrow().volts().orElseThrow()).isBetween(10.0, 13.0);
  }

  @Test
  void the_northernmost_point_of_the_breach_is_where_the_record_says() {
    double northM =
        fold("a1-ap-fence-polygon-rtl").stream()
            .flatMap(s -> s.findPosition().stream())
            .mapToDouble(p -> (p.point().latDeg() - 45.4390) * 111_140)
            .max()
            .orElseThrow();
    assertThat(northM).isBetween(63.0, 64.5);
  }

  @Test
  void a_message_that_says_nothing_about_the_state_leaves_the_snapshot_itself() {
    VehicleReducer reducer = new VehicleReducer(AutopilotProfile.arducopter());
    VehicleSnapshot before = VehicleSnapshot.unheard("V1", 1);
    TlogRecord foreign =
        Recorded.records("a15-ap-upload-invalid").stream()
            .filter(record -> record.frame().messageId() == 73)
            .findFirst()
            .orElseThrow();
    assertThat(reducer.apply(before, Messages.decode(foreign.frame()), foreign.at()))
        .isSameAs(before);
  }

  /** Names of parameters differ between a release and what was built before it. */
  @Test
  void a_version_that_is_not_released_is_told_apart_from_the_release() {
    List<VehicleSnapshot> flight = fold("arducopter-flight");
    VehicleSnapshot last = flight.get(flight.size() - 1);
    assertThat(Objects.requireNonNull(last.identity()).version()).isEqualTo("4.7.0-dev");
    assertThat(version(0x040603FFL)).isEqualTo("4.6.3");
    assertThat(version(0x040700C1L)).isEqualTo("4.7.0-rc");
    assertThat(version(0x04070080L)).isEqualTo("4.7.0-beta");
    assertThat(version(0x04070040L)).isEqualTo("4.7.0-alpha");
  }

  private static String version(long flightSwVersion) {
    String none = "0000000000000000";
    AutopilotVersion message =
        new AutopilotVersion(0, 0, flightSwVersion, 0, 0, 0, 0, 0, none, none, none, "00");
    VehicleSnapshot after =
        new VehicleReducer(AutopilotProfile.arducopter())
            .apply(VehicleSnapshot.unheard("V1", 1), message, Instant.EPOCH);
    return Objects.requireNonNull(after.identity()).version();
  }
}
