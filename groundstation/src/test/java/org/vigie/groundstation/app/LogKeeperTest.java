package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.api.VehicleLogs;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightInput;
import org.vigie.groundstation.flight.FlightParts;
import org.vigie.groundstation.flight.FlightSupervisor;
import org.vigie.groundstation.flight.HandJournal;
import org.vigie.groundstation.flight.PilotPatience;
import org.vigie.groundstation.mavlink.LogMessage.LogEntry;
import org.vigie.groundstation.traffic.Airspace;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleReport;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.LogFetched;
import org.vigie.groundstation.vehicle.protocol.LogList;
import org.vigie.planner.canonical.ContentHash;

/** What becomes of a log on its way from an aircraft's card to the station's disk. */
class LogKeeperTest {
  private static final Instant NOW = FlightParts.NOON;
  private static final LogEntry ENTRY = new LogEntry(3, 1, 3, NOW.getEpochSecond(), 6);

  @TempDir Path folder;
  private final HandJournal journal = new HandJournal();
  private LogKeeper keeper;

  @BeforeEach
  void keep() {
    keeper = keeping(0);
  }

  private LogKeeper keeping(long keptFree) {
    FlightSupervisor flights =
        new FlightSupervisor(
            AutopilotProfile.arducopter(),
            PilotPatience.WALL,
            new Airspace(),
            VehicleSnapshot.unheard("v1", 1),
            journal,
            input -> {});
    return new LogKeeper("v1", folder.resolve("logs"), keptFree, flights, journal);
  }

  private void list() {
    assertThat(keeper.old(NOW)).isTrue();
    assertThat(keeper.onInput(new FlightInput.ListLogs(), NOW))
        .containsExactly(new VehicleAct.ListLogs());
    assertThat(keeper.listing().state()).isEqualTo("listing");
    keeper.onReport(new VehicleReport.LogsListed(new LogList(true, List.of(ENTRY))), NOW);
    assertThat(keeper.old(NOW.plusSeconds(9))).isFalse();
  }

  private void part(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    assertThat(keeper.onReport(new VehicleReport.LogPart(3, bytes), NOW)).isEmpty();
  }

  @Test
  void a_whole_log_is_a_file_and_its_hash_is_journalled_with_who_asked() throws Exception {
    list();
    assertThat(keeper.listing().logs()).containsExactly(new VehicleLogs.LogView(3, 6, NOW, 0));
    assertThat(keeper.onInput(new FlightInput.FetchLog(3, "pilot-1"), NOW))
        .containsExactly(new VehicleAct.FetchLog(3, 6));
    part("abc");
    assertThat(keeper.listing().logs().get(0).fetchedBytes()).isEqualTo(3);
    assertThat(keeper.refusal(3)).isEqualTo("busy");
    assertThat(keeper.open(3)).isEmpty();
    part("def");
    keeper.onReport(new VehicleReport.LogFinished(new LogFetched(3, 6, "")), NOW);

    try (InputStream kept = keeper.open(3).orElseThrow()) {
      assertThat(kept.readAllBytes()).asString().isEqualTo("abcdef");
    }
    assertThat(keeper.listing().state()).isEqualTo("fetched");
    assertThat(keeper.listing().logs()).containsExactly(new VehicleLogs.LogView(3, 6, NOW, 6));
    assertThat(journal.events(FlightEvent.LogFetched.class))
        .containsExactly(
            new FlightEvent.LogFetched("v1", 3, 6, ContentHash.of("abcdef"), "pilot-1"));
  }

  @Test
  void half_a_log_is_no_file_and_no_entry_and_may_be_fetched_again() throws Exception {
    list();
    keeper.onInput(new FlightInput.FetchLog(3, "pilot-1"), NOW);
    part("abc");
    keeper.onReport(new VehicleReport.LogFinished(new LogFetched(3, 6, "armed")), NOW);

    assertThat(keeper.listing().state()).isEqualTo("not-fetched:armed");
    assertThat(keeper.open(3)).isEmpty();
    try (Stream<Path> left = Files.list(folder.resolve("logs"))) {
      assertThat(left).isEmpty();
    }
    assertThat(journal.events(FlightEvent.LogFetched.class)).isEmpty();
    assertThat(keeper.refusal(3)).isEmpty();
  }

  @Test
  void a_disk_that_flights_will_need_takes_no_log() {
    keeper = keeping(Long.MAX_VALUE / 2);
    list();
    assertThat(keeper.onInput(new FlightInput.FetchLog(3, "pilot-1"), NOW)).isEmpty();
    assertThat(keeper.listing().state()).isEqualTo("not-fetched:disk-full");
    assertThat(keeper.refusal(3)).isEmpty();
  }

  @Test
  void while_a_flight_is_on_nothing_is_asked_and_a_flight_ends_what_was_asked_before() {
    list();
    keeper.onInput(new FlightInput.FetchLog(3, "pilot-1"), NOW);
    List<VehicleAct> begin = keeper.onInput(new FlightInput.Begin(FlightParts.order("F-1")), NOW);
    assertThat(begin).contains(new VehicleAct.CancelTransfers());
    keeper.onReport(new VehicleReport.LogFinished(new LogFetched(3, 6, "cancelled")), NOW);

    assertThat(keeper.refusal(3)).isEqualTo("in-flight");
    assertThat(keeper.onInput(new FlightInput.FetchLog(3, "pilot-1"), NOW)).isEmpty();
    assertThat(keeper.onInput(new FlightInput.ListLogs(), NOW)).isEmpty();
    assertThat(keeper.listing().state()).isEqualTo("in-flight");
  }

  @Test
  void a_log_that_nobody_listed_is_not_there() {
    assertThat(keeper.refusal(7)).isEqualTo("not-found");
    assertThat(keeper.onInput(new FlightInput.FetchLog(7, "pilot-1"), NOW)).isEmpty();
  }
}
