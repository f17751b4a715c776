package org.vigie.groundstation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.access.Role;
import org.vigie.groundstation.api.ApiFixture.Answer;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.canonical.ContentHash;

/** Incidents, flights, vehicles, records, entries: everything but alerts and the live picture. */
class FlightsTest {
  private ApiFixture api;

  @BeforeEach
  void start() throws Exception {
    api = new ApiFixture();
    api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s1", "1"));
  }

  @AfterEach
  void stop() throws Exception {
    api.close();
  }

  @Test
  void an_incident_is_confirmed_once_and_cannot_be_dismissed_after() throws Exception {
    Answer confirmed = api.post(Role.OPERATOR, "/api/incidents/I-1/confirm", "");
    Answer dismissed =
        api.post(Role.OPERATOR, "/api/incidents/I-1/dismiss", "{\"reason\":\"false-alarm\"}");

    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.json().path("state").textValue()).isEqualTo("CONFIRMED");
    assertThat(confirmed.json().path("occurredAt").textValue())
        .isEqualTo("2026-11-21T14:02:58.500Z");
    assertThat(dismissed.status()).isEqualTo(409);
    assertThat(dismissed.json().path("reason").textValue()).isEqualTo("dismiss-when-confirmed");
  }

  @Test
  void a_dismissal_needs_a_reason() throws Exception {
    for (String body : new String[] {"", "{}", "{\"reason\":\" \\n\"}", "{\"reason\":1}"}) {
      Answer answer = api.post(Role.OPERATOR, "/api/incidents/I-1/dismiss", body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.fields()).containsExactly("reason");
    }
    Answer done = api.post(Role.OPERATOR, "/api/incidents/I-1/dismiss", "{\"reason\":\"rien vu\"}");
    assertThat(done.json().path("state").textValue()).isEqualTo("DISMISSED");
  }

  @Test
  void a_confirmation_says_nothing_more() throws Exception {
    assertThat(
            api.post(Role.OPERATOR, "/api/incidents/I-1/confirm", "{\"plan\":\"mine\"}").fields())
        .containsExactly("plan");
    assertThat(api.post(Role.OPERATOR, "/api/incidents/I-1/confirm", "{}").status()).isEqualTo(200);
  }

  @Test
  void what_does_not_exist_is_not_found() throws Exception {
    assertThat(api.post(Role.OPERATOR, "/api/incidents/I-9/confirm", "").status()).isEqualTo(404);
    assertThat(api.get(Role.PILOT, "/api/flights/F-9").status()).isEqualTo(404);
    assertThat(api.get(Role.PILOT, "/api/flights/F-9/plan").status()).isEqualTo(404);
    assertThat(api.get(Role.AUDITOR, "/api/flights/F-9/record.zip").status()).isEqualTo(404);
    assertThat(api.post(Role.PILOT, "/api/flights/F-9/hold", "").status()).isEqualTo(404);
    assertThat(api.get(Role.PILOT, "/api/flights/%2e%2e%2fetc").status()).isEqualTo(404);
    assertThat(api.get(Role.PILOT, "/api/flights/" + "F".repeat(65)).status()).isEqualTo(404);
  }

  @Test
  void plan_proof_and_decision_come_byte_for_byte_as_they_were_hashed() throws Exception {
    api.post(Role.OPERATOR, "/api/incidents/I-1/confirm", "");
    JsonNode flight = api.get(Role.PILOT, "/api/flights/F-1").json();

    for (String part : new String[] {"plan", "proof", "decision"}) {
      Answer document = api.get(Role.PILOT, "/api/flights/F-1/" + part);
      String hash = flight.path(part + "Hash").textValue();
      assertThat(ContentHash.of(document.response().body()).hex()).isEqualTo(hash);
      assertThat(document.header("ETag")).isEqualTo("\"" + hash + "\"");
      assertThat(CanonicalJson.canonicalise(document.text())).isEqualTo(document.text());
    }
  }

  @Test
  void a_part_that_does_not_exist_yet_is_not_found() throws Exception {
    api.desk.request("F-7");

    for (String part : new String[] {"plan", "proof", "decision"}) {
      Answer answer = api.get(Role.PILOT, "/api/flights/F-7/" + part);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().path("type").textValue()).isEqualTo("urn:vigie:problem:not-yet");
    }
    assertThat(api.get(Role.AUDITOR, "/api/flights/F-7/record.zip").status()).isEqualTo(404);
  }

  @Test
  void the_pilot_clears_exactly_what_was_decided() throws Exception {
    api.post(Role.OPERATOR, "/api/incidents/I-1/confirm", "");
    JsonNode flight = api.get(Role.PILOT, "/api/flights/F-1").json();
    String plan = flight.path("planHash").textValue();
    String decision = flight.path("decisionHash").textValue();

    Answer stale = clear(plan, plan);
    Answer cleared = clear(plan, decision);

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().path("reason").textValue()).isEqualTo("stale-hashes");
    assertThat(cleared.status()).isEqualTo(200);
    assertThat(cleared.json().path("state").textValue()).isEqualTo("ARMING");
    assertThat(cleared.text()).doesNotContain("/var/lib");
  }

  private Answer clear(String plan, String decision) throws Exception {
    return api.post(
        Role.PILOT,
        "/api/flights/F-1/clear",
        "{\"planHash\":\"" + plan + "\",\"decisionHash\":\"" + decision + "\"}");
  }

  @Test
  void a_clearance_of_something_vague_is_refused() throws Exception {
    api.post(Role.OPERATOR, "/api/incidents/I-1/confirm", "");

    assertThat(api.post(Role.PILOT, "/api/flights/F-1/clear", "").fields())
        .containsExactlyInAnyOrder("planHash", "decisionHash");
    assertThat(clear("A".repeat(64), "0".repeat(65)).fields())
        .containsExactlyInAnyOrder("planHash", "decisionHash");
    assertThat(api.get(Role.PILOT, "/api/flights/F-1").json().path("state").textValue())
        .isEqualTo("AWAITING_CLEARANCE");
  }

  @Test
  void the_pilot_confirms_exactly_the_differences_of_set_up_that_were_shown() throws Exception {
    api.desk.asking("F-1", new FlightEvent.SetUpDifference("FS_GCS_ENABLE", 0.0, 5));
    JsonNode asked = api.get(Role.PILOT, "/api/flights/F-1").json().path("setUp");
    String hash = asked.path("hash").textValue();
    assertThat(asked.path("differences").toString())
        .isEqualTo("[{\"name\":\"FS_GCS_ENABLE\",\"found\":0.0,\"needed\":5.0}]");
    assertThat(hash)
        .isEqualTo(ContentHash.of("[{\"found\":0,\"name\":\"FS_GCS_ENABLE\",\"needed\":5}]").hex());

    Answer stale = setUp(Role.PILOT, "{\"hash\":\"" + "0".repeat(64) + "\"}");
    Answer confirmed = setUp(Role.PILOT, "{\"hash\":\"" + hash + "\"}");

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().path("reason").textValue()).isEqualTo("stale-set-up");
    assertThat(confirmed.status()).isEqualTo(202);
    assertThat(confirmed.json().path("flightId").textValue()).isEqualTo("F-1");
    assertThat(setUp(Role.PILOT, "{}").fields()).containsExactly("hash");
    assertThat(setUp(Role.OPERATOR, "{\"hash\":\"" + hash + "\"}").status()).isEqualTo(403);
  }

  private Answer setUp(Role role, String body) throws Exception {
    return api.post(role, "/api/flights/F-1/set-up", body);
  }

  @Test
  void a_pilot_refuses_with_a_reason() throws Exception {
    api.post(Role.OPERATOR, "/api/incidents/I-1/confirm", "");

    Answer refused =
        api.post(Role.PILOT, "/api/flights/F-1/refuse", "{\"reason\":\"wind-on-the-roof\"}");

    assertThat(refused.json().path("state").textValue()).isEqualTo("REFUSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hold", "resume", "return", "avoid", "land", "abort"})
  void a_command_is_taken_with_an_id_when_the_flight_is_in_the_air(String command)
      throws Exception {
    api.post(Role.OPERATOR, "/api/incidents/I-1/confirm", "");
    Answer early = api.post(Role.PILOT, "/api/flights/F-1/" + command, "");
    JsonNode flight = api.get(Role.PILOT, "/api/flights/F-1").json();
    clear(flight.path("planHash").textValue(), flight.path("decisionHash").textValue());

    Answer taken = api.post(Role.PILOT, "/api/flights/F-1/" + command, "");

    assertThat(early.status()).isEqualTo(409);
    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.text()).isEqualTo("{\"commandId\":\"C-1\"}");
    assertThat(api.desk.orders).containsExactly(command.toUpperCase(Locale.ROOT) + " F-1 pilot-1");
  }

  @Test
  void an_order_may_say_why_in_two_hundred_characters() throws Exception {
    api.desk.prepare("F-1", "I-1");
    api.desk.become("F-1", FlightState.OUTBOUND);

    assertThat(api.post(Role.PILOT, "/api/flights/F-1/hold", "{\"why\":\"kite\"}").status())
        .isEqualTo(202);
    assertThat(api.post(Role.PILOT, "/api/flights/F-1/resume", "{\"why\":\"clear\"}").status())
        .isEqualTo(202);
    assertThat(
            api.post(Role.PILOT, "/api/flights/F-1/land", "{\"why\":\"" + "x".repeat(201) + "\"}")
                .fields())
        .containsExactly("why");
    assertThat(api.desk.orders)
        .containsExactly("HOLD F-1 pilot-1 kite", "RESUME F-1 pilot-1 clear");
  }

  @Test
  void motors_are_stopped_in_the_air_only_by_who_names_the_flight_again_and_says_why()
      throws Exception {
    api.desk.prepare("F-1", "I-1");
    api.desk.become("F-1", FlightState.OUTBOUND);

    assertThat(terminate("").fields()).containsExactlyInAnyOrder("confirm", "reason");
    assertThat(terminate("{\"confirm\":\"F-2\",\"reason\":\"falls on people\"}").fields())
        .containsExactly("confirm");
    assertThat(terminate("{\"confirm\":\"F-1\",\"reason\":\"no\"}").fields())
        .containsExactly("reason");
    assertThat(terminate("{\"confirm\":\"F-1\",\"why\":\"falls on people\"}").fields())
        .contains("why", "reason");
    assertThat(api.desk.orders).isEmpty();
    assertThat(terminate("{\"confirm\":\"F-1\",\"reason\":\"falls on people\"}").status())
        .isEqualTo(202);
    assertThat(api.desk.orders).containsExactly("TERMINATE F-1 pilot-1 falls on people");
  }

  private Answer terminate(String body) throws Exception {
    return api.post(Role.PILOT, "/api/flights/F-1/terminate", body);
  }

  @Test
  void a_log_of_the_aircraft_is_listed_fetched_and_read_and_never_fetched_in_the_air()
      throws Exception {
    String log = "/api/vehicles/V-1/logs/3";
    JsonNode listed = api.get(Role.PILOT, "/api/vehicles/V-1/logs").json();
    assertThat(listed.path("logs").get(0).toString())
        .isEqualTo("{\"id\":3,\"bytes\":5,\"at\":\"2026-11-21T12:00:00Z\",\"fetchedBytes\":0}");
    assertThat(listed.at("/logs/1/at").isNull()).isTrue();
    assertThat(api.get(Role.PILOT, log).status()).isEqualTo(404);
    api.logs.refusal = "in-flight";
    Answer refused = api.post(Role.PILOT, log + "/fetch", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("reason").textValue()).isEqualTo("logs-in-flight");
    api.logs.refusal = "";

    assertThat(api.post(Role.PILOT, log + "/fetch", "").status()).isEqualTo(202);
    assertThat(api.get(Role.PILOT, log).response().body()).isEqualTo(MemoryLogs.LOG);
    assertThat(api.logs.asked).containsExactly("V-1 3 pilot-1");
    assertThat(api.post(Role.OPERATOR, log + "/fetch", "").status()).isEqualTo(403);
    for (String nothing :
        new String[] {"V-9/logs", "V-1/logs/x", "V-1/logs/-1", "V-1/logs/65536"}) {
      assertThat(api.get(Role.PILOT, "/api/vehicles/" + nothing).status()).isEqualTo(404);
    }
  }

  @Test
  void unknown_numbers_of_a_vehicle_are_null() throws Exception {
    JsonNode vehicles = api.get(Role.PILOT, "/api/vehicles").json().path("vehicles");

    assertThat(vehicles.at("/0/heightAboveHomeM").doubleValue()).isEqualTo(62.0);
    assertThat(vehicles.at("/1/heightAboveHomeM").isNull()).isTrue();
  }

  @Test
  void a_record_is_for_auditors_and_for_the_service_that_flew() throws Exception {
    api.desk.prepare("F-1", "I-1");
    api.records.put("F-1", new byte[] {1, 2, 3});
    String path = "/api/flights/F-1/record.zip";

    for (String person : new String[] {"auditor-1", "operator-1", "pilot-1"}) {
      assertThat(api.send(api.as(person, path)).status()).as(person).isEqualTo(200);
    }
    for (String person : new String[] {ApiFixture.AGENT, ApiFixture.STRANGER}) {
      Answer answer = api.send(api.as(person, path));
      assertThat(answer.status()).as(person).isEqualTo(403);
      assertThat(answer.json().path("reason").textValue()).isEqualTo("other-service");
    }
    assertThat(api.get(Role.ADMINISTRATOR, path).status()).isEqualTo(403);
  }

  @Test
  void reports_and_tracks_go_to_whom_the_record_goes() throws Exception {
    api.desk.prepare("F-1", "I-1");
    for (RecordReports.Form form : RecordReports.Form.values()) {
      String path = "/api/flights/F-1/" + form.path();
      assertThat(api.send(api.as("auditor-1", path)).status()).as("not closed").isEqualTo(404);
      api.records.put("F-1", new byte[] {1});

      Answer made = api.send(api.as("pilot-1", path + "?lang=en"));

      assertThat(made.status()).as(path).isEqualTo(200);
      assertThat(made.header("Content-Disposition")).contains("F-1-" + form.path());
      assertThat(new String(made.response().body(), StandardCharsets.UTF_8))
          .isEqualTo(form.path() + " en");
      assertThat(api.send(api.as("auditor-1", path + "?lang=de")).status()).isEqualTo(400);
      for (String person : new String[] {ApiFixture.AGENT, ApiFixture.STRANGER}) {
        assertThat(api.send(api.as(person, path)).status()).as(person).isEqualTo(403);
      }
      assertThat(api.get(Role.ADMINISTRATOR, path).status()).isEqualTo(403);
      api.records.remove("F-1");
    }
  }

  @Test
  void a_station_that_is_making_another_report_says_to_ask_again() throws Exception {
    api.desk.prepare("F-1", "I-1");
    api.reportsBusy = true;

    Answer answer = api.get(Role.AUDITOR, "/api/flights/F-1/report.pdf");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  @Test
  void a_record_is_streamed_whole() throws Exception {
    api.desk.request("F-1");
    byte[] zip = new byte[5_000_000];
    new Random(3).nextBytes(zip);
    api.records.put("F-1", zip);

    Answer answer = api.get(Role.AUDITOR, "/api/flights/F-1/record.zip");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Arrays.equals(answer.response().body(), zip)).isTrue();
    assertThat(answer.header("Content-Disposition")).contains("record-F-1.zip");
  }

  @Test
  void a_record_that_cannot_be_read_to_its_end_does_not_look_whole() {
    api.desk.request("F-1");
    api.records.put("F-1", new byte[300_000]);
    api.brokenDisk = true;

    assertThatThrownBy(() -> api.get(Role.AUDITOR, "/api/flights/F-1/record.zip"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void entries_come_in_pages_as_they_stand_in_the_journal() throws Exception {
    api.post(Role.SENSOR, "/api/alerts", ApiFixture.alert("s2", "1"));

    Answer first = api.get(Role.AUDITOR, "/api/entries?limit=3");
    Answer second = api.get(Role.ADMINISTRATOR, "/api/entries?after=2&limit=3");
    Answer end = api.get(Role.AUDITOR, "/api/entries?after=3");

    assertThat(first.json().path("entries").findValuesAsText("position"))
        .containsExactly("0", "1", "2");
    assertThat(first.json().path("next").intValue()).isEqualTo(2);
    assertThat(first.json().path("size").intValue()).isEqualTo(4);
    assertThat(second.text()).contains(api.journal.read(3, 1).get(0).canonical());
    assertThat(end.json().path("entries")).isEmpty();
    assertThat(end.json().path("next").intValue()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "after=-2", "after=1&after=2"})
  void a_page_that_cannot_be_is_a_problem(String query) throws Exception {
    assertThat(api.get(Role.AUDITOR, "/api/entries?" + query).fields())
        .containsExactly(query.replaceAll("=.*", ""));
  }

  @Test
  void readiness_names_what_is_missing() throws Exception {
    assertThat(api.get(Role.SENSOR, "/readyz").status()).isEqualTo(200);
    api.missing.add("journal");

    Answer answer = api.get(Role.SENSOR, "/readyz");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).isEqualTo("{\"ready\":false,\"missing\":[\"journal\"]}");
  }

  @Test
  void metrics_count_what_was_answered() throws Exception {
    api.get(Role.SENSOR, "/api/incidents");

    assertThat(api.get(Role.ADMINISTRATOR, "/metrics").text().lines())
        .contains(
            "vigie_journal_entries_total 2",
            "# TYPE vigie_api_requests_total counter",
            "vigie_api_requests_total{status=\"2xx\"} 1",
            "vigie_api_requests_total{status=\"4xx\"} 1",
            "vigie_api_live_clients 0");
  }

  @Test
  void resuming_may_name_what_it_sets_aside_and_nothing_else() throws Exception {
    api.desk.prepare("F-1", "I-1");
    api.desk.become("F-1", FlightState.HOLDING);
    String resume = "/api/flights/F-1/resume";
    assertThat(api.post(Role.PILOT, resume, "{\"overrules\":[\"energy\"]}").status())
        .isEqualTo(202);
    assertThat(api.post(Role.PILOT, resume, "{\"overrules\":[\"law\"]}").status()).isEqualTo(400);
    assertThat(api.post(Role.PILOT, resume, "{\"overrules\":7}").status()).isEqualTo(400);
    assertThat(api.post(Role.PILOT, "/api/flights/F-1/hold", "{\"overrules\":[]}").status())
        .isEqualTo(400);
  }

  @Test
  void authority_is_offered_and_accepted_by_vehicle() throws Exception {
    api.desk.prepare("F-1", "I-1");
    String vehicle = "/api/vehicles/V-1/authority/";
    assertThat(api.post(Role.PILOT, vehicle + "offer", "{\"to\":\"pilot-2\"}").status())
        .isEqualTo(200);
    assertThat(api.post(Role.PILOT, vehicle + "offer", "{\"to\":\"é \"}").status()).isEqualTo(400);
    assertThat(api.post(Role.PILOT, vehicle + "accept", "").status()).isEqualTo(200);
    assertThat(api.post(Role.PILOT, "/api/vehicles/V-9/authority/accept", "").status())
        .isEqualTo(409);
    assertThat(api.post(Role.OPERATOR, vehicle + "accept", "").status()).isEqualTo(403);
    assertThat(api.desk.orders)
        .containsExactly("OFFER V-1 pilot-1 pilot-2", "ACCEPT V-1 pilot-1", "ACCEPT V-9 pilot-1");
  }

  @Test
  void a_scene_is_extended_or_moved_and_a_body_that_says_something_else_is_turned_away()
      throws Exception {
    api.desk.prepare("F-1", "I-1");
    String scene = "/api/flights/F-1/scene";
    assertThat(api.post(Role.PILOT, scene, "{\"action\":\"extend\"}").status()).isEqualTo(202);
    assertThat(
            api.post(Role.PILOT, scene, "{\"action\":\"move\",\"lat\":45.4,\"lon\":4.3}").status())
        .isEqualTo(202);
    for (String wrong :
        List.of(
            "{}",
            "{\"action\":\"land\"}",
            "{\"action\":\"extend\",\"lat\":45.4}",
            "{\"action\":\"move\",\"lat\":45.4}",
            "{\"action\":\"move\",\"lat\":95,\"lon\":4.3}",
            "{\"action\":\"move\",\"lat\":\"45\",\"lon\":4.3}")) {
      assertThat(api.post(Role.PILOT, scene, wrong).status()).as(wrong).isEqualTo(400);
    }
    assertThat(api.post(Role.OPERATOR, scene, "{\"action\":\"extend\"}").status()).isEqualTo(403);
    assertThat(api.post(Role.PILOT, "/api/flights/F-9/scene", "{\"action\":\"extend\"}").status())
        .isEqualTo(404);
    assertThat(api.desk.scenes).containsExactly("extend by pilot-1", "move 45.4 4.3 by pilot-1");
  }

  @Test
  void pilots_are_told_who_else_flies_and_who_is_at_a_console() throws Exception {
    api.desk.present(new Person("pilot-1", "One", Set.of(Role.PILOT), "sdis42", ""));
    JsonNode pilots = api.get(Role.PILOT, "/api/pilots").json().path("pilots");

    assertThat(pilots).isNotEmpty();
    assertThat(pilots.get(0).path("personId").asText()).isEqualTo("pilot-1");
    assertThat(pilots.get(0).path("seenS").asDouble()).isEqualTo(2);
    assertThat(api.get(Role.OPERATOR, "/api/pilots").status()).isEqualTo(403);
  }
}
