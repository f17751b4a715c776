package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;

/** A zone that says one thing twice, and not the same, is not understood: neither may win. */
class ContradictionTest {
  private static final String AGL = "\"upperReference\": \"AGL\"";
  private static final String RING =
      "\"coordinates\": [[[2, 48], [2.1, 48], [2.1, 48.1], [2, 48.1], [2, 48]]]";

  private static ZoneFile read(String geometry, String properties) throws Exception {
    return ZoneReader.read(
        "c.json",
        "{\"features\": [{\"type\": \"Feature\", \"geometry\": {\"type\": \"Polygon\", "
            + RING
            + geometry
            + "}, \"properties\": {\"identifier\": \"A\", \"country\": \"FRA\","
            + " \"variant\": \"COMMON\""
            + properties
            + "}}]}");
  }

  private static List<String> codes(ZoneFile file) {
    return file.findings().stream().map(ZoneFinding::code).toList();
  }

  private static void assertBlocks(ZoneFile file) {
    assertThat(file.blocking()).extracting(ZoneFinding::code).containsExactly("contradiction");
    assertThat(file.zones()).hasSize(1);
    UasZone zone = file.zones().get(0);
    assertThat(zone.understood()).isFalse();
    assertThat(zone.restriction()).isEqualTo(Restriction.PROHIBITED);
    assertThat(zone.applicability()).containsExactly(Applicability.PERMANENT);
    assertThat(zone.geometry()).allMatch(solid -> solid.band().equals(VerticalBand.UNLIMITED));
    assertThat(zone.geometry())
        .anyMatch(solid -> solid.projection().box().contains(new LatLon(48.05, 2.05)));
    assertThat(file.source().complete()).isTrue();
  }

  private static void assertUnderstood(ZoneFile file) {
    assertThat(file.blocking()).isEmpty();
    assertThat(file.zones()).hasSize(1).allMatch(UasZone::understood);
  }

  @ParameterizedTest
  @CsvSource({"30, 120, false", "120, 30, false", "120, 120.0, true"})
  void heights_in_the_geometry_and_in_the_properties(double layer, double other, boolean same)
      throws Exception {
    for (String restriction : List.of("type", "restriction")) {
      ZoneFile file =
          read(
              ", \"layer\": {\"upper\": " + layer + ", " + AGL + "}",
              ", \"%s\": \"PROHIBITED\", \"verticalLayer\": {\"upper\": %s, %s}"
                  .formatted(restriction, other, AGL));
      if (same) {
        assertUnderstood(file);
        assertThat(file.zones().get(0).geometry().get(0).band().upperM()).isEqualTo(120);
      } else {
        assertBlocks(file);
      }
    }
  }

  @Test
  void two_units_of_one_layer() throws Exception {
    String layer = ", \"type\": \"PROHIBITED\", \"verticalLayer\": {\"upper\": 120, " + AGL;
    assertBlocks(read("", layer + ", \"uom\": \"ft\", \"UOM\": \"m\"}"));
    assertUnderstood(read("", layer + ", \"uom\": \"m\", \"UOM\": \"M\"}"));
    ZoneFile blank = read("", layer + ", \"uom\": \"\", \"UOM\": \"ft\"}");
    assertThat(blank.zones().get(0).geometry().get(0).band().upperM()).isLessThan(37);
  }

  @Test
  void flat_heights_by_the_names_of_both_formats() throws Exception {
    String both =
        ", \"%s\": \"PROHIBITED\", \"upper\": %s, \"upperReference\": \"AGL\", \"uom\": \"m\","
            + " \"upperLimit\": %s, \"upperVerticalReference\": \"AGL\"";
    for (String restriction : List.of("type", "restriction")) {
      assertBlocks(read("", both.formatted(restriction, "401", "30")));
      ZoneFile same = read("", both.formatted(restriction, "401", "401"));
      assertUnderstood(same);
      assertThat(same.zones().get(0).geometry().get(0).band().upperM()).isEqualTo(401);
      assertThat(codes(same)).doesNotContain("other-members");
    }
  }

  @Test
  void flat_heights_beside_a_layer() throws Exception {
    String layer = ", \"layer\": {\"upper\": 30, " + AGL + "}";
    assertBlocks(read(layer, ", \"restriction\": \"PROHIBITED\", \"upper\": 120, " + AGL));
    assertBlocks(
        read(
            layer,
            ", \"restriction\": \"PROHIBITED\", \"upperLimit\": 120, \"uomDimensions\": \"M\","
                + " \"upperVerticalReference\": \"AGL\""));
  }

  @ParameterizedTest
  @CsvSource({
    "NO_RESTRICTION, PROHIBITED, false",
    "CONDITIONAL, NO_RESTRICTION, false",
    "CONDITIONAL, CONDITIONAL, true",
    "REQ_AUTHORISATION, REQ_AUTHORIZATION, true",
    "CONDITIONAL, airport, true",
  })
  void a_restriction_and_a_type(String restriction, String type, boolean same) throws Exception {
    ZoneFile file =
        read("", ", \"restriction\": \"%s\", \"type\": \"%s\"".formatted(restriction, type));
    if (same) {
      assertUnderstood(file);
    } else {
      assertBlocks(file);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "type, PROHIBITED, false",
    "restriction, PROHIBITED, false",
    "restriction, CLOSED, false",
    "type, CONDITIONAL, true",
    "type, airport, true"
  })
  void a_type_around_and_one_within_the_nested_zone(String name, String outer, boolean same)
      throws Exception {
    ZoneFile file =
        read(
            "",
            (", \"%s\": \"%s\", \"UASZone\": {\"identifier\": \"A\", \"country\": \"FRA\","
                    + " \"type\": \"CONDITIONAL\", \"variant\": \"COMMON\"}")
                .formatted(name, outer));
    if (same) {
      assertUnderstood(file);
    } else {
      assertBlocks(file);
    }
  }

  private static String window(String day, String end) {
    return "[{\"day\": [\"%s\"], \"startTime\": \"08:00Z\", \"endTime\": \"%s\"}]"
        .formatted(day, end);
  }

  @Test
  void two_schedules_of_one_period() throws Exception {
    String period =
        ", \"type\": \"PROHIBITED\", \"limitedApplicability\": [{\"schedule\": %s,"
            + " \"dailyPeriod\": %s}]";
    assertBlocks(read("", period.formatted(window("MON", "18:00Z"), window("ANY", "23:59Z"))));
    assertBlocks(read("", period.formatted("[]", window("ANY", "23:59Z"))));
    ZoneFile same = read("", period.formatted(window("MON", "18:00Z"), window("MON", "18:00Z")));
    assertUnderstood(same);
    assertThat(same.zones().get(0).applicability().get(0).windows()).hasSize(1);
    ZoneFile absent = read("", period.formatted("null", window("MON", "18:00Z")));
    assertUnderstood(absent);
    assertThat(absent.zones().get(0).applicability().get(0).windows()).hasSize(1);
    assertThat(codes(absent)).contains("other-field-name");
  }

  @Test
  void periods_in_a_list_and_flat_beside_it() throws Exception {
    String dates =
        ", \"type\": \"PROHIBITED\", \"limitedApplicability\": [{\"endDateTime\":"
            + " \"2026-01-01T00:00:00Z\"}], \"endDateTime\": \"%s\"";
    assertBlocks(read("", dates.formatted("2036-01-01T00:00:00Z")));
    assertUnderstood(read("", dates.formatted("2026-01-01T00:00:00Z")));
  }

  @Test
  void two_radii_of_one_circle_block_the_larger() throws Exception {
    String text =
        """
        {"features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [2.05, 48.05],
          "extent": {"subType": "Circle", "radius": 100}},
          "properties": {"restriction": "PROHIBITED", "radius": %s}}]}
        """;
    ZoneFile file = ZoneReader.read("r.json", text.formatted("5000"));
    assertBlocks(file);
    assertThat(file.zones().get(0).geometry().get(0).projection())
        .isEqualTo(new HorizontalProjection.Circle(new LatLon(48.05, 2.05), 5000));
    assertUnderstood(ZoneReader.read("r.json", text.formatted("100")));
  }
}
