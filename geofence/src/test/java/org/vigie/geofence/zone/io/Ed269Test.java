package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalReference;

class Ed269Test {
  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Ed269Test.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> codes(ZoneFile file) {
    return file.findings().stream().map(ZoneFinding::code).toList();
  }

  @Test
  void the_standard_wrapper_reads_without_findings() throws Exception {
    ZoneFile file = ZoneReader.read("z.json", resource("saint-etienne-zones.json"));
    assertThat(file.findings()).isEmpty();
    assertThat(file.zones())
        .extracting(UasZone::identifier, UasZone::restriction)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("FRVG001", Restriction.PROHIBITED),
            org.assertj.core.groups.Tuple.tuple("FRVG002", Restriction.REQ_AUTHORISATION),
            org.assertj.core.groups.Tuple.tuple("FRVG003", Restriction.CONDITIONAL),
            org.assertj.core.groups.Tuple.tuple("FRVG004", Restriction.PROHIBITED));
  }

  @Test
  void feet_null_limits_schedules_and_circles_are_understood() throws Exception {
    List<UasZone> zones = ZoneReader.read("z.json", resource("saint-etienne-zones.json")).zones();
    assertThat(zones.get(3).geometry().get(0).band().lowerM()).isCloseTo(914.4, within(1e-9));
    assertThat(zones.get(3).geometry().get(0).band().lowerReference())
        .isEqualTo(VerticalReference.AMSL);
    assertThat(zones.get(3).geometry().get(0).band().upperM()).isInfinite();
    assertThat(zones.get(2).geometry().get(0).projection())
        .isInstanceOf(HorizontalProjection.Circle.class);
    Instant night = Instant.parse("2026-11-21T20:00:00Z");
    Instant noon = Instant.parse("2026-11-21T12:00:00Z");
    assertThat(zones.get(1).inForce(night, night.plusSeconds(600))).isFalse();
    assertThat(zones.get(1).inForce(noon, noon.plusSeconds(600))).isTrue();
  }

  @Test
  void the_swiss_sample_is_read_with_a_finding_for_each_deviation() throws Exception {
    ZoneFile file = ZoneReader.read("che.json", resource("swiss-sample.json"));
    assertThat(file.zones()).hasSize(1);
    UasZone zone = file.zones().get(0);
    assertThat(zone.information().restrictionConditions()).containsExactly("RST02");
    assertThat(zone.inForce(Instant.EPOCH, Instant.EPOCH)).isTrue();
    assertThat(zone.geometry().get(0).band().upperM()).isInfinite();
    assertThat(codes(file))
        .containsExactlyInAnyOrder(
            "text-for-list", "other-field-name", "open-schedule", "no-authority", "number-as-text");
    assertThat(file.findings())
        .allSatisfy(finding -> assertThat(finding.place().line()).isPositive());
  }

  @Test
  void a_byte_order_mark_and_an_unknown_unit_are_findings() throws Exception {
    String text =
        "\uFEFF"
            + resource("saint-etienne-zones.json")
                .replaceFirst("\"uomDimensions\": \"M\"", "\"uomDimensions\": \"\"");
    ZoneFile file = ZoneReader.read("z.json", text);
    assertThat(codes(file)).containsExactly("byte-order-mark", "empty-text", "no-unit");
  }

  @Test
  void a_broken_field_names_file_line_and_field() throws Exception {
    String text = resource("saint-etienne-zones.json");
    assertBroken(
        text.replaceFirst("\"PROHIBITED\"", "\"FORBIDDEN\""),
        "z.json:10:",
        "/features/0/restriction",
        "FORBIDDEN");
    assertBroken(
        text.replaceFirst("\"upperLimit\": 150", "\"upperLimit\": \"high\""),
        "z.json:",
        "/features/0/geometry/0/upperLimit",
        "not a number: high");
    assertBroken(
        text.replaceFirst("\"radius\": 2500", "\"radius\": -1"),
        "z.json:",
        "/features/2/geometry/0/horizontalProjection/radius",
        "positive");
    assertBroken(
        text.replaceFirst("\"06:30:00.00Z\"", "\"half past six\""),
        "z.json:",
        "/features/1/applicability/0/schedule/0/startTime",
        "not a time of day");
    assertBroken(
        text.replaceFirst("\\[4.25, 45.35\\]", "[45.35, 454.25]"),
        "z.json:",
        "/features/3/geometry/0/horizontalProjection/coordinates/0/0",
        "latitude");
    assertThatThrownBy(() -> ZoneReader.read("z.json", "{\"zones\": []}"))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("neither features nor UASZoneList");
  }

  @Test
  void every_broken_zone_is_reported_at_once() throws Exception {
    String text =
        resource("saint-etienne-zones.json")
            .replaceAll("\"country\": \"FRA\"", "\"country\": \"France\"");
    ZoneFile file = ZoneReader.read("z.json", text);
    assertThat(file.blocking()).hasSize(4);
    assertThat(file.zones()).hasSize(4).noneMatch(UasZone::understood);
  }

  /** One zone is not understood, at that place; it blocks what it claims, and the others live. */
  private static void assertBroken(String text, String place, String field, String message)
      throws DocumentException {
    ZoneFile file = ZoneReader.read("z.json", text);
    assertThat(file.blocking()).isNotEmpty();
    assertThat(file.blocking().get(0).place().toString())
        .contains(place)
        .contains(field)
        .contains(message);
    assertThat(file.zones().stream().filter(UasZone::understood)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[179.99, 45.0], [-179.99, 45.0], [-179.99, 45.1] | /coordinates/0/1",
        "[4.0, 84.9], [4.1, 85.1], [4.2, 84.9] | /coordinates/0/1",
        "[4.0, 86.0], [4.1, 86.0], [4.2, 86.1] | /coordinates/0/0",
      })
  void a_ring_that_no_frame_can_hold_is_refused_at_its_place(String points, String field)
      throws Exception {
    String text =
        resource("saint-etienne-zones.json")
            .replaceFirst(
                "\\[\\s*\\[4.378857, 45.436815\\](.|\\n)*?\\]\\s*\\]\\s*\\]", "[" + points + "]]");
    assertPlaced(text, "/features/0/geometry/0/horizontalProjection" + field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[179.98, 45.4397]", "[-179.98, 45.4397]", "[4.3873, 85.4]"})
  void a_circle_that_no_frame_can_hold_is_refused_at_its_place(String centre) throws Exception {
    String text = resource("saint-etienne-zones.json").replace("[4.3873, 45.4397]", centre);
    assertPlaced(text, "/features/2/geometry/0/horizontalProjection/center");
  }

  private static void assertPlaced(String text, String field) throws DocumentException {
    ZoneFile file = ZoneReader.read("z.json", text);
    assertThat(file.blocking().get(0).place())
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo("z.json");
              assertThat(problem.line()).isPositive();
              assertThat(problem.field()).isEqualTo(field);
            });
    assertThat(file.zones()).hasSize(4);
    assertThat(file.zones().stream().filter(UasZone::understood)).hasSize(3);
  }
}
