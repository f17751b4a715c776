package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.groundstation.app.DemoStation;
import org.vigie.groundstation.dispatch.DispatchEvent;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flightlog.FlightLogEvents;
import org.vigie.groundstation.incident.IncidentEvents;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;
import org.vigie.groundstation.text.EntryWords;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** Every kind of entry is either told or known to be for machines only. */
class StoryLinesTest {
  /** One a second, and the ends of orders whose effects are told. */
  private static final Set<String> FOR_MACHINES =
      Set.of("telemetry.digested", "flight.command-finished");

  private static final int NOBODY_LISTENS = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private DecisionLines decisions;

  @BeforeEach
  void lay() throws Exception {
    DemoStation.lay(folder, 0, "tcp:127.0.0.1:1");
    decisions = DecisionLines.of(folder, new StationClient(NOBODY_LISTENS, "token"), Language.EN);
  }

  private static List<Class<? extends Event>> events() {
    List<Class<? extends Event>> types = new ArrayList<>(IncidentEvents.types());
    types.addAll(DispatchEvent.types());
    types.addAll(FlightEvent.types());
    types.addAll(FlightLogEvents.types());
    return types;
  }

  /** An entry with something in each member of its event. */
  private static ObjectNode entry(Class<? extends Event> event) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("type", event.getAnnotation(EventType.class).value());
    entry.put("stream", "flight/F-1");
    entry.put("time", "2026-11-24T13:00:00.123456Z");
    ObjectNode body = entry.putObject("body");
    for (RecordComponent component : event.getRecordComponents()) {
      member(body, component.getName(), component.getType());
    }
    return entry;
  }

  private static void member(ObjectNode body, String name, Class<?> type) {
    if (type == double.class || type == Double.class) {
      body.put(name, 1.25);
    } else if (type == int.class || type == long.class) {
      body.put(name, 7);
    } else if (type == boolean.class) {
      body.put(name, true);
    } else if (type == List.class) {
      ArrayNode array = body.putArray(name);
      array.addObject();
    } else if (type.isEnum()) {
      body.put(name, type.getEnumConstants()[0].toString());
    } else {
      body.put(name, "m-" + name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_entry_has_a_line_or_is_for_machines(Language language) {
    EntryWords lines = new EntryWords(Texts.in(language), decisions::of);
    assertThat(events()).hasSizeGreaterThan(25);
    for (Class<? extends Event> event : events()) {
      ObjectNode entry = entry(event);
      String type = entry.path("type").asText();
      if (FOR_MACHINES.contains(type)) {
        assertThat(lines.of(entry)).as(type).isEmpty();
      } else {
        assertThat(lines.of(entry)).as(type).isNotEmpty();
        assertThat(lines.of(entry).get(0)).as(type).isNotBlank().doesNotContain("{", "}");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_went_wrong_is_told_in_other_words(Language language) {
    EntryWords lines = new EntryWords(Texts.in(language), decisions::of);
    for (String[] told :
        List.of(
            new String[] {"flight.proved", "holds"},
            new String[] {"flight.read-back", "equal"},
            new String[] {"flight.checked", "passed"},
            new String[] {"flight.home-checked", "passed"})) {
      ObjectNode entry =
          events().stream()
              .map(StoryLinesTest::entry)
              .filter(each -> each.path("type").asText().equals(told[0]))
              .findFirst()
              .orElseThrow();
      List<String> good = lines.of(entry);
      ((ObjectNode) entry.path("body")).put(told[1], false);
      assertThat(lines.of(entry)).as(told[0]).isNotEmpty().isNotEqualTo(good);
    }
  }

  @Test
  void a_refusal_is_told_with_its_reason_and_a_change_of_state_by_its_name() throws Exception {
    EntryWords lines = new EntryWords(Texts.in(Language.EN), decisions::of);
    JsonNode refused =
        JSON.readTree(
            "{\"type\":\"flight.state-changed\",\"stream\":\"flight/F-1\",\"body\":"
                + "{\"from\":\"CHECKING\",\"to\":\"REFUSED\",\"reason\":\"some-code\"}}");
    assertThat(lines.of(refused)).containsExactly("Refused (some-code)");
    ((ObjectNode) refused.path("body")).put("to", "ON_SCENE");
    assertThat(lines.of(refused)).containsExactly("On scene");
  }

  @Test
  void a_concern_whose_value_nobody_knows_says_so_and_no_number_below_zero() throws Exception {
    EntryWords lines = new EntryWords(Texts.in(Language.EN), decisions::of);
    JsonNode concern =
        JSON.readTree(
            "{\"type\":\"flight.concern\",\"body\":{\"concern\":\"energy\",\"reaction\":\"WARN\","
                + "\"value\":-1,\"limit\":67,\"unit\":\"%\",\"subject\":\"\"}}");
    assertThat(lines.of(concern))
        .singleElement()
        .asString()
        .contains("unknown", "67 %")
        .doesNotContain("-1");
  }

  @Test
  void an_entry_of_a_newer_station_is_passed_over() {
    EntryWords lines = new EntryWords(Texts.in(Language.EN), decisions::of);
    Stream.of("flight.levitated", "", "constructor")
        .forEach(type -> assertThat(lines.of(JSON.createObjectNode().put("type", type))).isEmpty());
  }
}
