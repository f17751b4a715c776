package org.vigie.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.simulator.scenario.ScenarioReader;

/** The catalogue: names, values and their limits, words for people. */
class FaultKindTest {
  private static Map<String, Object> least(FaultKind kind) {
    Map<String, Object> values = new HashMap<>();
    for (FaultParameter parameter : kind.parameters()) {
      boolean word = parameter.form() == FaultParameter.Form.WORD;
      values.put(parameter.name(), word ? "w" : parameter.least());
    }
    return values;
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_is_made_from_its_values_and_knows_itself(FaultKind kind) throws Exception {
    Fault fault = kind.with(least(kind));
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(FaultKind.find(kind.text())).contains(kind);
    assertThat(kind.in("fr")).isNotBlank().isNotEqualTo(kind.in("en"));
    assertThat(kind.in("en")).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void values_out_of_their_limits_and_unknown_ones_are_refused_by_name(FaultKind kind) {
    for (FaultParameter parameter : kind.parameters()) {
      Map<String, Object> values = least(kind);
      boolean word = parameter.form() == FaultParameter.Form.WORD;
      for (Object bad :
          word
              ? List.<Object>of(1.0, " ")
              : List.<Object>of(parameter.most() * 2 + 1, Double.NaN, "x")) {
        values.put(parameter.name(), bad);
        assertThatThrownBy(() -> kind.with(values))
            .isInstanceOfSatisfying(
                FaultValueException.class,
                e -> assertThat(e.parameter()).isEqualTo(parameter.name()));
      }
    }
    Map<String, Object> more = least(kind);
    more.put("colour", 1.0);
    assertThatThrownBy(() -> kind.with(more)).hasMessageContaining("knows no colour");
  }

  @Test
  void the_contract_names_twenty_nine_and_every_family_of_faults_has_one() throws Exception {
    assertThat(FaultKind.values()).hasSizeGreaterThanOrEqualTo(29);
    Set<Class<?>> families = new HashSet<>();
    for (FaultKind kind : FaultKind.values()) {
      families.add(kind.with(least(kind)).getClass().getEnclosingClass());
    }
    assertThat(families).containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
  }

  @Test
  void the_schema_of_scenarios_names_the_same_faults() throws Exception {
    JsonNode names =
        new ObjectMapper()
            .readTree(ScenarioReader.schema())
            .at("/properties/timeline/items/properties/fault/enum");
    Set<String> inSchema =
        StreamSupport.stream(names.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(inSchema)
        .isEqualTo(
            Arrays.stream(FaultKind.values())
                .map(FaultKind::text)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void lines_are_read_with_their_time_and_vehicle() {
    assertThat(FaultLine.parse("  link-delay 0.5 0.2 for 30 @quad-2 "))
        .contains(
            new FaultLine.Begins(
                new Injection(new RadioFault.LinkDelay(0.5, 0.2), Optional.of("quad-2"), 30)));
    assertThat(FaultLine.parse("link-delay 0.5"))
        .contains(new FaultLine.Begins(Injection.everywhere(new RadioFault.LinkDelay(0.5, 0))));
    assertThat(FaultLine.parse("gps-jam off @quad-2"))
        .contains(new FaultLine.Ends(FaultKind.GPS_JAM, Optional.of("quad-2")));
    assertThat(FaultLine.parse("quit")).contains(new FaultLine.Quit());
    assertThat(FaultLine.parse("   ")).isEmpty();
  }

  @Test
  void the_lines_of_before_still_mean_the_same() {
    assertThat(FaultLine.parse("wind 8 340"))
        .contains(
            new FaultLine.Begins(Injection.everywhere(new WeatherFault.Wind(8, 340, 8 * 1.4))));
    assertThat(FaultLine.parse("wind 8 340 0"))
        .contains(new FaultLine.Begins(Injection.everywhere(new WeatherFault.Wind(8, 340, 0))));
    assertThat(FaultLine.parse("battery 30"))
        .contains(new FaultLine.Begins(Injection.everywhere(new PowerFault.BatterySet(30))));
    assertThat(FaultLine.parse("gps off"))
        .contains(new FaultLine.Begins(Injection.everywhere(new GpsFault.Off())));
    assertThat(FaultLine.parse("gps off for 20 @v1"))
        .contains(new FaultLine.Begins(new Injection(new GpsFault.Off(), Optional.of("v1"), 20)));
    assertThat(FaultLine.parse("gps on"))
        .contains(new FaultLine.Ends(FaultKind.GPS_OFF, Optional.empty()));
    assertThat(FaultLine.parse("camera off"))
        .contains(new FaultLine.Begins(Injection.everywhere(new CameraFault.Off())));
    assertThat(FaultLine.parse("camera on"))
        .contains(new FaultLine.Ends(FaultKind.CAMERA_OFF, Optional.empty()));
  }

  @Test
  void a_line_that_cannot_be_is_refused_in_words() {
    List<String> unknown =
        new ArrayList<>(List.of("fire", "gps maybe", "camera maybe", "quit now"));
    for (String line : unknown) {
      assertThatThrownBy(() -> FaultLine.parse(line))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(line)
          .hasMessageContaining("wind speedMps fromDeg")
          .hasMessageContaining("gps off|on");
    }
    for (String nameless :
        List.of("gps off @", "gps-jam off @", "gps-jam @v1 for 20", "gps @v1 off")) {
      assertThatThrownBy(() -> FaultLine.parse(nameless))
          .hasMessage(
              "\"" + nameless + "\": a vehicle comes last, as @NAME, for example @vehicle-1");
    }
    assertThatThrownBy(() -> FaultLine.parse("battery 130")).hasMessageContaining("0 to 100");
    assertThatThrownBy(() -> FaultLine.parse("battery much")).hasMessageContaining("not a number");
    assertThatThrownBy(() -> FaultLine.parse("wind 5")).hasMessageContaining("needs fromDeg");
    assertThatThrownBy(() -> FaultLine.parse("gps-jam 5")).hasMessageContaining("use: gps-jam");
    assertThatThrownBy(() -> FaultLine.parse("motor-off 1.5")).hasMessageContaining("whole");
    assertThatThrownBy(() -> FaultLine.parse("gps-jam for -1")).hasMessageContaining("for is");
  }
}
