package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneSource;

/** What publishers really do to their files, and what becomes of each. */
class RealWorldShapesTest {
  private static final String RING = "[[2,48],[2.1,48],[2.1,48.1],[2,48.1],[2,48]]";
  private static final String HEIGHTS =
      """
      "uomDimensions":"M","lowerLimit":0,"lowerVerticalReference":"AGL","upperLimit":120,
      "upperVerticalReference":"AGL",""";

  private static String polygon(String ring) {
    return "\"horizontalProjection\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
  }

  private static String zone(String identifier, String country, String period, String solid) {
    return """
    {"identifier":"%s","country":"%s","type":"COMMON","restriction":"PROHIBITED","reason":[],
     "applicability":[%s],"zoneAuthority":[{"name":"A","purpose":"INFORMATION"}],"geometry":[{%s}]}
    """
        .formatted(identifier, country, period, solid);
  }

  private static final String ALWAYS = "{\"permanent\":\"YES\"}";

  private static ZoneFile read(String... zones) throws DocumentException {
    return ZoneReader.read("w.json", "{\"features\":[" + String.join(",", zones) + "]}");
  }

  private static ZoneFile solid(String solid) throws DocumentException {
    return read(zone("A", "FRA", ALWAYS, solid));
  }

  private static List<String> codes(ZoneFile file) {
    return file.findings().stream().map(ZoneFinding::code).toList();
  }

  private static VerticalBand band(ZoneFile file) {
    return file.zones().get(0).geometry().get(0).band();
  }

  @Test
  void a_ring_runs_either_way_round_and_needs_no_finding() throws Exception {
    ZoneFile left = solid(HEIGHTS + polygon(RING));
    ZoneFile right = solid(HEIGHTS + polygon("[[2,48],[2,48.1],[2.1,48.1],[2.1,48],[2,48]]"));
    assertThat(codes(left)).isEmpty();
    assertThat(codes(right)).isEmpty();
    assertThat(right.zones().get(0).box()).isEqualTo(left.zones().get(0).box());
    assertThat(right.zones()).allMatch(UasZone::understood);
  }

  @Test
  void a_ring_that_is_not_closed_is_closed_and_told() throws Exception {
    ZoneFile file = solid(HEIGHTS + polygon("[[2,48],[2.1,48],[2.1,48.1],[2,48.1]]"));
    assertThat(codes(file)).containsExactly("open-ring");
    assertThat(file.zones()).isEqualTo(solid(HEIGHTS + polygon(RING)).zones());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[[2,48]]",
        "[[2,48],[2,48],[2,48],[2,48]]",
        "[[2,48],[2.1,48],[2,48],[2.1,48],[2,48]]",
      })
  void fewer_than_three_corners_leave_the_file_incomplete_or_block_what_they_span(String ring)
      throws Exception {
    ZoneFile file = solid(HEIGHTS + polygon(ring));
    assertThat(codes(file)).contains("bad-ring");
    assertThat(file.blocking()).isNotEmpty();
    assertThat(file.source().complete() && file.zones().isEmpty()).isFalse();
  }

  @Test
  void longitude_and_latitude_exchanged_are_kept_as_they_are_and_leave_the_file_incomplete()
      throws Exception {
    ZoneFile file = solid(HEIGHTS + polygon("[[48,2],[48,2.1],[48.1,2.1],[48.1,2],[48,2]]"));
    assertThat(codes(file)).containsExactly("mirrored");
    assertThat(file.blocking()).hasSize(1);
    assertThat(file.blocking().get(0).place().message())
        .isEqualTo(
            "the zone lies far from FRA, but in it with longitude and latitude exchanged: what the"
                + " file covers is unknown");
    assertThat(file.source().complete()).isFalse();
    assertThat(file.zones().get(0).box().contains(new LatLon(2.05, 48.05))).isTrue();
    assertThat(file.zones().get(0).box().contains(new LatLon(48.05, 2.05))).isFalse();
  }

  /** Territories overseas, and zones of countries that are not known, are where they say. */
  @ParameterizedTest
  @CsvSource({
    "FRA, -21.1, 55.5",
    "FRA, -12.8, 45.2",
    "FRA, 4.9, -52.3",
    "FRA, 16.2, -61.5",
    "FRA, -17.5, -149.5",
    "FRA, 46.8, -56.2",
    "FRA, 42.1, 9",
    "FRA, 51.2, 2.5",
    "NLD, 12.1, -68.9",
    "NOR, 78.2, 15.6",
    "NOR, 71, -8.4",
    "DNK, 64.2, -51.7",
    "DNK, 62, -7",
    "ESP, 28.1, -15.4",
    "ESP, 35.9, -5.3",
    "PRT, 38.5, -28.6",
    "CYP, 35, 33.4",
    "GRC, 35.3, 25.1",
    "GBR, 51.7, -58",
    "USA, 4, 45",
  })
  void a_zone_of_a_country_is_not_taken_for_an_exchanged_one(
      String country, double latDeg, double lonDeg) throws Exception {
    String circle =
        "\"horizontalProjection\":{\"type\":\"Circle\",\"center\":[%s,%s],\"radius\":500}"
            .formatted(lonDeg, latDeg);
    assertThat(codes(read(zone("A", country, ALWAYS, HEIGHTS + circle)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FRA, 4.4, 45.4", "CHE, 7, 46.5", "ESP, -15.4, 28.1", "ISL, -22, 64", "DEU, 10, 50",
    "ITA, 12.5, 41.9", "NOR, 25, 70", "GBR, -3, 55", "PRT, -28.6, 38.5", "ROU, 26, 44.4",
  })
  void a_zone_at_the_mirror_image_of_its_country_is_told(
      String country, double latDeg, double lonDeg) throws Exception {
    String circle =
        "\"horizontalProjection\":{\"type\":\"Circle\",\"center\":[%s,%s],\"radius\":500}"
            .formatted(lonDeg, latDeg);
    assertThat(codes(read(zone("A", country, ALWAYS, HEIGHTS + circle))))
        .containsExactly("mirrored");
  }

  @Test
  void heights_as_texts_are_numbers_and_told() throws Exception {
    ZoneFile file = solid(HEIGHTS.replace("120", "\"120.5\"") + polygon(RING));
    assertThat(codes(file)).containsExactly("number-as-text");
    assertThat(band(file).upperM()).isEqualTo(120.5);
  }

  @Test
  void feet_are_feet_and_a_missing_unit_restricts_more_of_both() throws Exception {
    String from100 = HEIGHTS.replace("\"lowerLimit\":0", "\"lowerLimit\":100");
    assertThat(band(solid(from100.replace("\"M\"", "\"FT\"") + polygon(RING))))
        .satisfies(band -> assertThat(band.lowerM()).isEqualTo(30.48))
        .satisfies(band -> assertThat(band.upperM()).isEqualTo(120 * 0.3048));
    ZoneFile missing = solid(from100.replace("\"uomDimensions\":\"M\",", "") + polygon(RING));
    assertThat(codes(missing)).containsExactly("no-unit");
    assertThat(band(missing).lowerM()).isEqualTo(30.48);
    assertThat(band(missing).upperM()).isEqualTo(120);
  }

  @Test
  void an_upper_limit_below_the_lower_one_blocks_every_height() throws Exception {
    ZoneFile file =
        solid(HEIGHTS.replace("\"lowerLimit\":0", "\"lowerLimit\":500") + polygon(RING));
    assertThat(codes(file)).containsExactly("bad-heights");
    assertThat(file.blocking()).hasSize(1);
    assertThat(band(file)).isEqualTo(VerticalBand.UNLIMITED);
    assertThat(file.source().complete()).isTrue();
  }

  @Test
  void two_zones_of_one_identifier_are_both_kept_and_told() throws Exception {
    String zone = zone("A", "FRA", ALWAYS, HEIGHTS + polygon(RING));
    ZoneFile file = read(zone, zone);
    assertThat(file.zones()).hasSize(2);
    assertThat(codes(file)).containsExactly("duplicate-identifier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-500", "null", "\"NaN\"", "1e999", "-0.0"})
  void a_circle_without_a_size_leaves_the_file_incomplete(String radius) throws Exception {
    ZoneFile file =
        solid(
            HEIGHTS
                + "\"horizontalProjection\":{\"type\":\"Circle\",\"center\":[2,48],\"radius\":"
                + radius
                + "}");
    assertThat(file.blocking()).isNotEmpty();
    assertThat(file.source().complete()).isFalse();
  }

  @Test
  void a_field_given_twice_blocks_the_area_of_both() throws Exception {
    String twice = polygon(RING) + "," + polygon(RING.replace("2.1", "2.3"));
    ZoneFile file = solid(HEIGHTS + twice);
    assertThat(codes(file)).contains("repeated-field");
    assertThat(file.zones().get(0).understood()).isFalse();
    assertThat(file.zones().get(0).box().contains(new LatLon(48.05, 2.25))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T22:30:00Z, true", // Monday
    "2026-11-17T05:00:00Z, true",
    "2026-11-17T12:00:00Z, false",
    "2026-11-22T23:00:00Z, true",
    "2026-11-15T23:00:00Z, true",
  })
  void hours_over_midnight_on_any_day_run_into_the_next(String instant, boolean inForce)
      throws Exception {
    String nights =
        "{\"permanent\":\"NO\",\"schedule\":[{\"day\":[\"ANY\"],\"startTime\":\"22:00:00Z\","
            + "\"endTime\":\"06:00:00Z\"}]}";
    ZoneFile file = read(zone("A", "FRA", nights, HEIGHTS + polygon(RING)));
    assertThat(codes(file)).isEmpty();
    Instant at = Instant.parse(instant);
    assertThat(file.zones().get(0).inForce(at, at)).isEqualTo(inForce);
  }

  @Test
  void what_is_permanent_has_no_dates_and_that_they_were_given_is_told() throws Exception {
    String dated =
        "{\"permanent\":\"YES\",\"startDateTime\":\"2020-01-01T00:00:00Z\","
            + "\"endDateTime\":\"2021-01-01T00:00:00Z\"}";
    ZoneFile file = read(zone("A", "FRA", dated, HEIGHTS + polygon(RING)));
    assertThat(codes(file)).containsExactly("permanent-with-dates");
    assertThat(file.zones().get(0).applicability()).containsExactly(Applicability.PERMANENT);
  }

  @Test
  void a_file_without_zones_is_incomplete_and_told() throws Exception {
    ZoneFile file = read();
    assertThat(codes(file)).containsExactly("no-zones");
    assertThat(file.zones()).isEmpty();
    assertThat(file.source().complete()).isFalse();
  }

  @Test
  void a_source_that_names_no_validity_is_vouched_for_and_one_that_does_only_within_it()
      throws Exception {
    TimeSpan now =
        new TimeSpan(Instant.parse("2026-11-21T12:00:00Z"), Instant.parse("2026-11-21T13:00:00Z"));
    assertThat(solid(HEIGHTS + polygon(RING)).source().isVouchedFor(now)).isTrue();
    ZoneSource ended =
        ZoneReader.read(
                "m.json",
                "{\"type\":\"FeatureCollection\",\"metadata\":{\"validTo\":"
                    + "\"2026-11-21T12:30:00Z\"},\"features\":[{\"type\":\"Feature\","
                    + "\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                    + "[[[2,48],[2.1,48],[2.1,48.1],[2,48]]]}}]}")
            .source();
    assertThat(ended.complete()).isTrue();
    assertThat(ended.isVouchedFor(now)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void other_encodings_are_refused_by_their_name(String encoding) {
    String text = "{\"features\":[]}";
    assertThatThrownBy(() -> ZoneReader.read("e.json", text.getBytes(Charset.forName(encoding))))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void letters_of_another_encoding_are_refused_at_their_place() {
    String text = "{\"title\":\"Aérodrome\",\n\"features\":[]}";
    assertThatThrownBy(() -> ZoneReader.read("l.json", text.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("l.json:1:");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 100_000})
  void what_is_nested_without_end_is_refused_in_words(int depth) {
    for (String text :
        List.of(
            "[".repeat(depth),
            "{\"features\":" + "[".repeat(depth),
            "{\"a\":".repeat(depth),
            "{\"features\":[{\"geometry\":" + "[".repeat(depth) + "]".repeat(depth) + "}]}")) {
      assertThatThrownBy(() -> ZoneReader.read("n.json", text))
          .isInstanceOf(DocumentException.class)
          .hasMessageContaining("n.json:1:");
    }
  }

  @Test
  @Tag("deep")
  void a_file_of_a_hundred_megabytes_is_read_whole() throws Exception {
    StringBuilder corners = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      double angle = 2 * Math.PI * i / 200;
      corners
          .append('[')
          .append(2 + 0.01 * Math.cos(angle))
          .append(',')
          .append(48 + 0.01 * Math.sin(angle))
          .append("],");
    }
    String ring = "[" + corners + "[2.01,48]]";
    StringBuilder text = new StringBuilder("{\"features\":[");
    int zones = 0;
    while (text.length() < 100_000_000) {
      text.append(zones == 0 ? "" : ",");
      text.append(zone("Z" + zones++, "FRA", ALWAYS, HEIGHTS + polygon(ring)));
    }
    ZoneFile file = ZoneReader.read("h.json", text.append("]}").toString());
    assertThat(file.zones()).hasSize(zones).allMatch(UasZone::understood);
    assertThat(file.zones().get(zones - 1).geometry().get(0).projection())
        .isInstanceOfSatisfying(
            HorizontalProjection.Polygon.class,
            polygon -> assertThat(polygon.outer().ring()).hasSize(200));
    assertThat(file.blocking()).isEmpty();
  }
}
