package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.Colleague;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** Who is in command, and what an aircraft told of itself. */
@NullUnmarked // what is missing fails the test anyway
class AuthorityTest {
  private static final Instant NOW = Pictured.NOW;
  private static final Colleague ONE = new Colleague("pilot-1", "Pilot One", "sdis42", 0.4);
  private static final Colleague TWO = new Colleague("pilot-2", "Pilot Two", "sdis42", 200.0);
  private static final Colleague THREE = new Colleague("pilot-3", "Pilot Three", "sdis42", 1.0);
  private ConsoleModel model;

  @BeforeEach
  void open() {
    model = new ConsoleModel(Texts.in(Language.EN), ZoneOffset.UTC, NOW);
    model.status(Pictured.connected());
    model.who(Pictured.pilot("pilot-1"));
    model.pilots(List.of(ONE, TWO, THREE));
  }

  private AuthorityShown seen(Pictured picture, String state) {
    model.snapshot(picture.vehicle("V1").flight("F-1", "V1", state).taken(), NOW);
    return model.show(NOW).flight().authority();
  }

  private static List<String> lines(AuthorityShown shown) {
    return shown.rows().stream().map(row -> row.title() + ": " + row.value()).toList();
  }

  @Test
  void the_pilot_in_command_may_offer_to_the_others_those_at_a_console_first() {
    AuthorityShown shown = seen(new Pictured(), "ON_SCENE");

    assertThat(lines(shown)).containsExactly("in command: Pilot One (you)", "offered to: nobody");
    assertThat(shown.offerObstacle()).isEmpty();
    assertThat(shown.candidates())
        .extracting(AuthorityShown.Candidate::words)
        .containsExactly(
            "Pilot Three \u00b7 at the console", "Pilot Two \u00b7 last seen 3\u00a0min ago");
    assertThat(shown.take()).isEmpty();
  }

  @Test
  void command_is_not_handed_over_on_the_ground_nor_by_others() {
    assertThat(seen(new Pictured(), "AWAITING_CLEARANCE").offerObstacle())
        .isEqualTo("Command is handed over in the air only");
    model.who(Pictured.pilot("pilot-3"));
    AuthorityShown others = seen(new Pictured(), "ON_SCENE");

    assertThat(others.offerObstacle()).contains("pilot in command");
    assertThat(others.candidates()).isEmpty();
    assertThat(others.take()).isEmpty();
  }

  @Test
  void an_offer_shows_its_age_and_what_is_left_to_accept_it() {
    AuthorityShown shown = seen(new Pictured().offered("pilot-3", 17), "ON_SCENE");

    assertThat(lines(shown))
        .contains("offered to: Pilot Three, 17\u00a0s ago, 43\u00a0s left to accept");
  }

  @Test
  void whoever_it_is_offered_to_is_told_by_an_alarm_and_may_accept_for_a_minute() {
    model.who(Pictured.pilot("pilot-3"));
    assertThat(seen(new Pictured().offered("pilot-3", 17), "ON_SCENE").take())
        .isEqualTo("Accept V1 (43\u00a0s)");
    assertThat(model.show(NOW).top().alarms())
        .extracting(Alarm::kind)
        .containsExactly(AlarmKind.OFFERED_TO_YOU);

    assertThat(seen(new Pictured().offered("pilot-3", 61), "ON_SCENE").take()).isEmpty();
    assertThat(model.show(NOW).top().alarms()).isEmpty();
  }

  @Test
  void an_aircraft_whose_pilot_is_lost_or_away_can_be_taken() {
    model.who(Pictured.pilot("pilot-3"));
    assertThat(seen(new Pictured(), "PILOT_LOST").take())
        .isEqualTo("Take command of V1: its pilot is away");
    assertThat(seen(new Pictured(), "RETURNING").take()).isEmpty();
    model.pilots(List.of(new Colleague("pilot-1", "Pilot One", "sdis42", 31.0), THREE));

    assertThat(seen(new Pictured(), "RETURNING").take()).contains("its pilot is away");
  }

  @Test
  void a_station_that_lists_nobody_is_said_to() {
    model.pilots(null);

    assertThat(seen(new Pictured(), "ON_SCENE").offerObstacle()).contains("does not list");
  }

  @Test
  void what_an_aircraft_did_not_tell_is_said_not_to_be_known() {
    seen(new Pictured(), "ON_SCENE");

    assertThat(model.show(NOW).flight().aircraft())
        .extracting(row -> row.title() + ": " + row.value())
        .containsExactly(
            "remote ID: not known",
            "home: not known",
            "camera: not known",
            "gimbal: not known",
            "video stream: not known",
            "firmware: not known");
  }

  @Test
  void what_an_aircraft_told_is_shown_with_its_units() {
    seen(
        new Pictured()
            .equipped(
                new LiveVehicle.Home(new LatLon(45.4386, 4.3766), 538.2),
                new LiveVehicle.RemoteId("MODULE", "FAIL", "no location", 3.24),
                new LiveVehicle.Camera(100, "Siyi", "A8", 1920, 1080),
                new LiveVehicle.Gimbal(154, -90.0, 30.0, null, null),
                new LiveVehicle.Stream(1, 100, "main", "rtsp://x/1", "RTSP", "H264", ""),
                new LiveVehicle.Stream(2, 100, "", "", "RTSP", "H265", "no-address")),
        "ON_SCENE");
    List<DetailRow> rows = model.show(NOW).flight().aircraft();

    assertThat(rows)
        .extracting(row -> row.title() + ": " + row.value())
        .startsWith(
            "remote ID: NOT READY \u00b7 position 3.2\u00a0s ago",
            "home: 45.43860, 4.37660 \u00b7 538\u00a0m\u00a0AMSL",
            "camera: Siyi A8 \u00b7 1920\u00d71080\u00a0px",
            "gimbal: pitch\u00a0-90\u202630\u00b0",
            "video stream main: H264 RTSP",
            "video stream 2: cannot be used");
    assertThat(rows.get(0).level()).isEqualTo(Level.AMBER);
    assertThat(rows.get(0).more()).containsExactly("no location");
  }
}
