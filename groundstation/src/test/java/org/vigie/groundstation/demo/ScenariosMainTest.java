package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.simulator.scenario.ScenarioReader;

/** {@code vigie scenarios} as a person starts it. */
@Tag("alone")
@Timeout(240)
class ScenariosMainTest {
  @TempDir Path folder;

  private static Launched scenarios(Object... arguments) throws IOException {
    return Launched.start(ScenariosMain.class, arguments);
  }

  @Test
  void the_list_names_every_shipped_scenario_in_the_persons_language() throws Exception {
    try (Launched list = scenarios("list", "--lang", "fr")) {
      assertThat(list.exit()).isZero();
      assertThat(list.text()).contains(ScenarioReader.SHIPPED).contains("Station tuée en vol");
    }
  }

  @Test
  void bad_usage_is_refused_with_what_is_wrong() throws Exception {
    try (Launched nothing = scenarios("run");
        Launched unknown = scenarios("run", "nothing-like-it");
        Launched fast = scenarios("run", "--all", "--speed", "50");
        Launched max = scenarios("run", "--all", "--speed", "max")) {
      assertThat(nothing.exit()).isEqualTo(2);
      assertThat(nothing.text()).contains("names, or --all");
      assertThat(unknown.exit()).isEqualTo(2);
      assertThat(unknown.text()).contains("nothing-like-it", "fair-weather");
      assertThat(fast.exit()).isEqualTo(2);
      assertThat(fast.text()).contains("at most 10");
      assertThat(max.exit()).isEqualTo(2);
      assertThat(max.text()).contains("--speed: max cannot be played against a station: its clock");
    }
  }

  @Test
  void a_scenario_that_asks_for_full_speed_is_refused_by_name_with_the_reason() throws Exception {
    Path hasty = folder.resolve("hasty.yaml");
    Files.writeString(
        hasty,
        ScenarioReader.resource("fair-weather.yaml")
            .orElseThrow()
            .replace("name: fair-weather", "name: hasty")
            .replace("seed:", "speed: max\nseed:"));
    try (Launched run = scenarios("run", hasty)) {
      assertThat(run.exit()).as(run.text()).isEqualTo(2);
      assertThat(run.text())
          .contains("hasty: /speed: max cannot be played against a station: its clock");
    }
  }

  @Test
  void one_that_is_kept_and_one_that_is_not_make_a_table_and_exit_code_one() throws Exception {
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(
        wrong,
        ScenarioReader.resource("municipal-refused.yaml")
            .orElseThrow()
            .replace("name: municipal-refused", "name: wrong")
            .replace("decision: NO_GO", "decision: GO"));
    Path out = folder.resolve("out");
    try (Launched run =
        scenarios(
            "run", "municipal-refused", wrong, "--speed", "10", "--lang", "en", "--out", out)) {
      assertThat(run.exit()).as(run.text()).isEqualTo(1);
      assertThat(run.text())
          .containsPattern("municipal-refused +passed +9/9 ")
          .containsPattern("wrong +failed +8/9 ")
          .contains("expected, but not so: decision GO (was NO_GO)");
    }
    JsonNode results = new ObjectMapper().readTree(out.resolve("results.json").toFile());
    assertThat(results).hasSize(2);
    assertThat(results.get(0).path("passed").asBoolean()).isTrue();
    assertThat(results.get(1).path("passed").asBoolean()).isFalse();
    assertThat(out.resolve("wrong/records")).isDirectory();
  }

  /** The goal: all of them headless in one command. Several minutes. */
  @Tag("deep")
  @Test
  @Timeout(1_800)
  void every_shipped_scenario_keeps_what_it_expects() throws Exception {
    try (Launched run = scenarios("run", "--all", "--lang", "en", "--out", folder.resolve("all"))) {
      assertThat(run.exit(Duration.ofMinutes(28))).as(run.text()).isZero();
    }
  }
}
