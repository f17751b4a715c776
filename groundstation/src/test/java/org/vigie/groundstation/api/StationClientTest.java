package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.client.FlightOrder;
import org.vigie.groundstation.client.LiveConnection;
import org.vigie.groundstation.client.LiveStatus;
import org.vigie.groundstation.client.MapDocument;
import org.vigie.groundstation.client.Problem;
import org.vigie.groundstation.client.Reply;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.client.StationAddress;
import org.vigie.groundstation.client.StationClient;
import org.vigie.groundstation.client.Who;
import org.vigie.groundstation.text.Language;

/** The Java client against the real server. */
@SuppressWarnings("try") // connections are open to be heard, not to be called
@NullUnmarked // what is missing fails the test anyway
class StationClientTest {
  private ApiFixture api;
  private StationClient pilot;

  @BeforeEach
  void start() throws Exception {
    api = new ApiFixture();
    api.desk.prepare("F-1", "I-1");
    pilot = client(Role.PILOT, Language.EN);
  }

  @AfterEach
  void stop() throws Exception {
    pilot.close();
    api.close();
  }

  private StationClient client(Role role, Language language) {
    return new StationClient(
        StationAddress.of("http://127.0.0.1:" + api.port + "/"),
        api.token(role),
        language,
        Instant::now);
  }

  private static <T> T done(CompletableFuture<Reply<T>> reply) throws Exception {
    return wait(reply).findValue().orElseThrow();
  }

  private static <T> Problem refused(CompletableFuture<Reply<T>> reply) throws Exception {
    return ((Reply.Refused<T>) wait(reply)).problem();
  }

  private static <T> Reply<T> wait(CompletableFuture<Reply<T>> reply) throws Exception {
    return reply.get(20, TimeUnit.SECONDS);
  }

  @Test
  void says_whose_token_it_is() throws Exception {
    Who who = done(pilot.who());

    assertThat(who.personId()).isEqualTo("pilot-1");
    assertThat(who.commands()).isTrue();
    assertThat(who.stationName()).isEqualTo("Saint-Étienne");
  }

  @Test
  void a_token_that_nobody_has_is_a_problem_and_no_exception() throws Exception {
    try (StationClient stranger =
        new StationClient(
            StationAddress.of("http://127.0.0.1:" + api.port),
            "nobody",
            Language.FR,
            Instant::now)) {
      Problem problem = refused(stranger.who());

      assertThat(problem.unauthenticated()).isTrue();
      assertThat(problem.words()).isNotBlank();
    }
  }

  @Test
  void a_station_that_is_not_there_is_away() throws Exception {
    api.server.close();

    assertThat(wait(pilot.order("F-1", FlightOrder.HOLD))).isEqualTo(new Reply.Away<>("nobody"));
  }

  @Test
  void a_refusal_carries_the_stations_reason_in_the_clients_language() throws Exception {
    Problem english = refused(pilot.order("F-1", FlightOrder.LAND));
    assertThat(english.status()).isEqualTo(409);
    assertThat(english.reason()).isEqualTo("not-airborne");
    try (StationClient french = client(Role.PILOT, Language.FR)) {
      Problem problem = refused(french.order("F-1", FlightOrder.LAND));

      assertThat(problem.words()).isNotBlank().isNotEqualTo(english.words());
    }
  }

  @Test
  void clears_exactly_the_hashes_that_it_gives() throws Exception {
    Snapshot seen = snapshots().get(0);
    String plan = seen.findFlight("F-1").orElseThrow().planHash();
    String decision = seen.findFlight("F-1").orElseThrow().decisionHash();

    assertThat(refused(pilot.clear("F-1", decision, plan)).reason()).isEqualTo("stale-hashes");
    assertThat(wait(pilot.clear("F-1", plan, decision))).isInstanceOf(Reply.Done.class);
  }

  @Test
  void an_order_that_is_taken_has_an_id() throws Exception {
    String plan = api.desk.findFlight("F-1").orElseThrow().planHash().hex();
    String decision = api.desk.findFlight("F-1").orElseThrow().decisionHash().hex();
    done(pilot.clear("F-1", plan, decision));

    assertThat(done(pilot.order("F-1", FlightOrder.HOLD))).isEqualTo("C-1");
    assertThat(api.desk.orders).containsExactly("HOLD F-1 pilot-1");
  }

  @Test
  void documents_and_map_are_read() throws Exception {
    assertThat(done(pilot.decision("F-1")).verdict()).isEqualTo("GO");
    assertThat(refused(pilot.profile("F-1")).absent()).isTrue();
    MapDocument map = done(pilot.map());
    assertThat(map.sites())
        .singleElement()
        .extracting(MapDocument.Place::name)
        .isEqualTo("caserne");
    assertThat(map.tiles()).isEqualTo("https://tiles.example/{z}/{x}/{y}.png");
    assertThat(map.zonesAsOf()).isNull();
  }

  /** Hears what comes. */
  private static final class Heard implements LiveConnection.Listener {
    private final List<Snapshot> snapshots = new CopyOnWriteArrayList<>();
    private final List<LiveStatus> status = new CopyOnWriteArrayList<>();

    @Override
    public void snapshot(Snapshot snapshot, Instant at) {
      snapshots.add(snapshot);
    }

    @Override
    public void status(LiveStatus next) {
      status.add(next);
    }

    private void reaches(int count) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(snapshots).hasSizeGreaterThanOrEqualTo(count));
    }
  }

  private List<Snapshot> snapshots() {
    Heard heard = new Heard();
    try (LiveConnection live = pilot.live(heard, () -> false)) {
      heard.reaches(1);
    }
    return heard.snapshots;
  }

  @Test
  void a_snapshot_has_vehicles_flights_and_heights_apart() {
    Snapshot seen = snapshots().get(0);

    assertThat(seen.time()).isEqualTo(ApiFixture.NOW);
    assertThat(seen.findVehicle("V-1").orElseThrow().heightAboveHomeM()).isEqualTo(62.0);
    assertThat(seen.findVehicle("V-1").orElseThrow().altitudeAmslM()).isEqualTo(591.0);
    assertThat(seen.findVehicle("V-2").orElseThrow().position()).isNull();
  }

  @Test
  void the_pilot_is_present_while_someone_is_at_the_screen() {
    AtomicBoolean there = new AtomicBoolean();
    Heard heard = new Heard();
    try (LiveConnection live = pilot.live(heard, there::get)) {
      heard.reaches(15);
      assertThat(api.desk.presences).isEmpty();
      there.set(true);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(api.desk.presences).contains("pilot-1"));
    }
  }

  @Test
  void one_who_may_not_be_present_goes_on_watching() {
    Heard heard = new Heard();
    try (StationClient operator = client(Role.OPERATOR, Language.EN);
        LiveConnection live = operator.live(heard, () -> true)) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(heard.status).hasSizeGreaterThanOrEqualTo(3));
      assertThat(heard.status.get(1).open()).isFalse();
      int before = heard.snapshots.size();
      heard.reaches(before + 25);
      assertThat(heard.status).hasSize(3);
    }
  }

  @Test
  void the_live_picture_comes_back_by_itself_when_the_station_does() throws Exception {
    Heard heard = new Heard();
    try (LiveConnection live = pilot.live(heard, () -> false)) {
      heard.reaches(1);
      api.server.close();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> heard.status.stream().anyMatch(status -> !status.open()));
      int before = heard.snapshots.size();
      try (ApiServer again =
          new ApiServer(
              api.ports, ApiFixture.LIMITS, new PageFiles("org/vigie/groundstation/page/"))) {
        again.start("127.0.0.1", api.port);
        heard.reaches(before + 1);
      }
      assertThat(heard.status.get(0).open()).isTrue();
      assertThat(heard.status.get(1).why()).isNotEmpty();
    }
  }
}
