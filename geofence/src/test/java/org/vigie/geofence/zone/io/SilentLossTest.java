package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.UasZone;

/** Nothing that a file says is passed over without a word. */
class SilentLossTest {
  private static final String RING = "[[2, 48], [2.1, 48], [2.1, 48.1], [2, 48.1], [2, 48]]";
  private static final String POLYGON = "{\"type\": \"Polygon\", \"coordinates\": [" + RING + "]}";

  private static ZoneFile read(String geometry, String properties) throws Exception {
    return ZoneReader.read(
        "s.json",
        "{\"features\": [{\"type\": \"Feature\", \"geometry\": %s, \"properties\": {%s}}]}"
            .formatted(geometry, properties));
  }

  private static ZoneFile nested(String within) throws Exception {
    return read(
        POLYGON,
        "\"zoneAuthority\": [{\"purpose\": \"INFORMATION\"}], \"UASZone\": {\"identifier\": \"A\","
            + " \"country\": \"FRA\", \"type\": \"PROHIBITED\", \"variant\": \"COMMON\", "
            + within
            + "}");
  }

  private static List<String> codes(ZoneFile file) {
    return file.findings().stream().map(ZoneFinding::code).toList();
  }

  private static List<String> blocking(ZoneFile file) {
    return file.blocking().stream().map(ZoneFinding::code).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"type\": \"FeatureCollection\", \"features\": []}",
        "{\"UASZoneList\": []}",
        "<kml/>",
        "<kml><Document/></kml>"
      })
  void a_publication_without_zones_proves_nothing(String text) throws Exception {
    ZoneFile file = ZoneReader.read("e", text);
    assertThat(blocking(file)).containsExactly("no-zones");
    assertThat(file.source().complete()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"verticalLayer\": {\"upper\": 30, \"upperReference\": \"AGL\"}",
        "\"upper\": 30",
        "\"limitedApplicability\": [{\"endDateTime\": \"2026-01-01T00:00:00Z\"}]"
      })
  void limits_within_a_nested_zone_make_it_not_understood(String within) throws Exception {
    ZoneFile file = nested(within);
    assertThat(blocking(file)).containsExactly("misplaced");
    assertThat(file.zones()).hasSize(1).noneMatch(UasZone::understood);
  }

  @Test
  void whom_to_ask_and_who_made_it_within_a_nested_zone_are_kept_aside_and_told() throws Exception {
    ZoneFile file =
        nested(
            "\"zoneAuthority\": [{\"email\": \"a@example.org\"}],"
                + " \"dataSource\": {\"creationDateTime\": \"2026-01-01T00:00:00Z\"}");
    assertThat(blocking(file)).isEmpty();
    assertThat(codes(file)).contains("misplaced", "other-members");
    assertThat(file.zones().get(0).information().extended())
        .contains("a@example.org", "\"dataSource\"");
  }

  @Test
  void hours_without_a_day_are_told() throws Exception {
    for (String list : List.of("\"limitedApplicability\": [{%s}]", "%s")) {
      ZoneFile file =
          read(
              POLYGON,
              "\"identifier\": \"A\", \"restriction\": \"PROHIBITED\", "
                  + list.formatted("\"startTime\": \"08:00Z\", \"endTime\": \"18:00Z\""));
      assertThat(codes(file)).contains("open-schedule");
      assertThat(file.zones().get(0).applicability().get(0).windows()).isEmpty();
    }
  }

  @Test
  void a_second_area_of_a_geometry_is_claimed() throws Exception {
    String far = POLYGON.replace("48", "49");
    String two = POLYGON.replace("}", ", \"geometries\": [" + far + "]}");
    ZoneFile file = read(two, "\"identifier\": \"A\", \"restriction\": \"PROHIBITED\"");
    assertThat(blocking(file)).containsExactly("second-area");
    for (double latDeg : new double[] {48.05, 49.05}) {
      assertThat(file.zones().get(0).geometry())
          .anyMatch(solid -> solid.projection().box().contains(new LatLon(latDeg, 2.05)));
    }
    ZoneFile collected =
        read(
            "{\"type\": \"GeometryCollection\", \"coordinates\": ["
                + RING
                + "], \"geometries\": ["
                + far
                + "]}",
            "\"identifier\": \"A\", \"restriction\": \"PROHIBITED\"");
    assertThat(blocking(collected)).startsWith("second-area");
  }

  private static String placemark(String coordinates) {
    return "<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>"
        + coordinates
        + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>";
  }

  @Test
  void numbers_of_a_programming_language_are_none() throws Exception {
    assertThat(blocking(ZoneReader.read("n.kml", placemark("4,45 4.1,45 4.1,45.1 4,45"))))
        .isEmpty();
    ZoneFile file = ZoneReader.read("n.kml", placemark("4d,0x1.68p5 4.1,45 4.1,45.1 4d,0x1.68p5"));
    assertThat(blocking(file)).contains("bad-number");
    ZoneFile text =
        read(
            POLYGON,
            "\"restriction\": \"PROHIBITED\", \"upper\": \"30f\", \"upperReference\": \"AGL\"");
    assertThat(blocking(text)).containsExactly("bad-number");
  }

  @Test
  void a_picture_over_the_ground_makes_the_file_incomplete() throws Exception {
    String overlay =
        "<GroundOverlay><LatLonBox><north>48</north></LatLonBox></GroundOverlay></kml>";
    ZoneFile file =
        ZoneReader.read("o.kml", placemark("4,45 4.1,45 4.1,45.1 4,45").replace("</kml>", overlay));
    assertThat(blocking(file)).containsExactly("overlay");
    assertThat(file.source().complete()).isFalse();
  }

  @Test
  void folders_are_nested_no_deeper_than_anything_else() {
    String deep = "<kml>" + "<Folder>".repeat(100) + "</Folder>".repeat(100) + "</kml>";
    assertThatThrownBy(() -> ZoneReader.read("d.kml", deep))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("nested deeper than 64");
  }

  @Test
  void all_rings_of_an_area_count_together_and_nothing_else_is_told_of_it() throws Exception {
    String hole =
        IntStream.range(0, 9_000)
            .mapToObj(i -> "[2.0" + (10_000 + i) + ", 48.05]")
            .collect(Collectors.joining(", ", "[", "]"));
    String holes = (", " + hole).repeat(12);
    String geometry = POLYGON.replace("]]]", "]]" + holes + "]");
    ZoneFile file = read(geometry, "\"restriction\": \"PROHIBITED\", \"identifier\": 7");
    assertThat(codes(file)).containsExactly("too-large");
    assertThat(file.zones()).hasSize(1).noneMatch(UasZone::understood);
  }

  @Test
  void cyprus_mirrored_lies_off_its_own_coast_and_is_noticed() throws Exception {
    String zone = "\"identifier\": \"A\", \"country\": \"CYP\", \"restriction\": \"PROHIBITED\"";
    String nicosia =
        "{\"type\": \"Polygon\", \"coordinates\": [[[%s], [%s], [%s], [%s]]]}"
            .formatted("33.3, 35.1", "33.4, 35.1", "33.4, 35.2", "33.3, 35.1");
    String mirrored =
        "{\"type\": \"Polygon\", \"coordinates\": [[[%s], [%s], [%s], [%s]]]}"
            .formatted("35.1, 33.3", "35.1, 33.4", "35.2, 33.4", "35.1, 33.3");
    assertThat(blocking(read(nicosia, zone))).isEmpty();
    assertThat(blocking(read(mirrored, zone))).containsExactly("mirrored");
  }

  @Test
  void a_local_end_before_a_local_start_is_not_hidden_by_the_offsets_nobody_gave()
      throws Exception {
    String period =
        "\"identifier\": \"A\", \"restriction\": \"PROHIBITED\", \"limitedApplicability\":"
            + " [{\"startDateTime\": \"%s\", \"endDateTime\": \"%s\"}]";
    assertThat(
            blocking(read(POLYGON, period.formatted("2026-05-02T10:00:00", "2026-05-02T09:00:00"))))
        .containsExactly("bad-period");
    for (String end : List.of("2026-05-02T10:00:00", "2026-05-02", "2026-05-02T11:00:00Z")) {
      assertThat(blocking(read(POLYGON, period.formatted("2026-05-02T10:00:00", end)))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"features\": [{\"upper\": NaN}]}",
        "{\"features\": [{\"upper\": -Infinity}]}",
        "{\"features\": [{\"upper\": 012}]}",
        "{\"features\": [{'upper': 1}]}",
        "{\"features\": [{\"upper\"",
        "{\"features\": [\u0001]}"
      })
  void what_is_no_json_is_refused_in_words_of_ours(String text) {
    assertThatThrownBy(() -> ZoneReader.read("nan.json", text))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith("nan.json:1:")
        .hasMessageMatching("(?s)[^`]*: (is no JSON: .*|the file ends too early.*)")
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContainIgnoringCase("enable", "jackson", "code 1", "token");
  }
}
