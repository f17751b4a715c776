package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;

/** What a zone that was not understood blocks. */
class ClaimTest {
  private static final String SQUARE = "[[[4, 45], [4.1, 45], [4.1, 45.1], [4, 45.1], [4, 45]]]";

  private static ZoneFile read(String fields, String projection) throws Exception {
    String text =
        """
        {"features": [{"identifier": "A", "country": "FRA", "type": "COMMON", FIELDS,
          "geometry": [{"uomDimensions": "M", HEIGHTS "horizontalProjection": PROJECTION}]}]}
        """;
    return ZoneReader.read(
        "c.json",
        text.replace("FIELDS", fields.split("\\|")[0])
            .replace("HEIGHTS", fields.contains("|") ? fields.split("\\|")[1] + "," : "")
            .replace("PROJECTION", projection));
  }

  private static String polygon(String coordinates) {
    return "{\"type\": \"Polygon\", \"coordinates\": " + coordinates + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"restriction\": \"FORBIDDEN\"",
        "\"restriction\": \"PROHIBITED\", \"applicability\": [{\"permanent\": \"NO\","
            + " \"startDateTime\": \"soon\"}]",
        "\"restriction\": \"PROHIBITED\", \"applicability\": [{\"permanent\": \"NO\","
            + " \"startDateTime\": \"2026-01-02T00:00:00Z\", \"endDateTime\":"
            + " \"2026-01-01T00:00:00Z\"}]",
        "\"restriction\": \"PROHIBITED\"|\"lowerLimit\": \"high\", \"lowerVerticalReference\":"
            + " \"AGL\"",
        "\"restriction\": \"PROHIBITED\"|\"lowerLimit\": 20, \"lowerVerticalReference\": \"AGL\","
            + " \"upperLimit\": 10, \"upperVerticalReference\": \"AGL\"",
        "\"restriction\": \"PROHIBITED\"|\"upperLimit\": 10, \"upperVerticalReference\": \"SKY\"",
        "\"restriction\": \"PROHIBITED\", \"message\": \"a\", \"message\": \"b\"",
      })
  void whatever_is_wrong_beside_the_area_the_zone_blocks_all_of_it_always(String fields)
      throws Exception {
    ZoneFile file = read(fields, polygon(SQUARE));
    UasZone zone = file.zones().get(0);
    assertThat(file.blocking()).hasSize(1);
    assertThat(zone.understood()).isFalse();
    assertThat(zone.restriction()).isEqualTo(Restriction.PROHIBITED);
    assertThat(zone.inForce(Instant.EPOCH, Instant.EPOCH)).isTrue();
    assertThat(zone.geometry()).allMatch(solid -> solid.band().equals(VerticalBand.UNLIMITED));
    assertThat(holds(zone, 45.05, 4.05)).isTrue();
    assertThat(file.source().complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // a ring that cannot be read, its points within a box
        "[[[4, 45], [4.2, 45.3]]]; 45.2; 4.1; false",
        "[[[4, 45], [4.1, 45.1], [4.2, 45.2], [4, 45]]]; 45.15; 4.05; true",
        "[[[4, 45], [400, 45], [4.2, 45.3], [4, 45]]]; 45.2; 4.1; false",
        "[[[4, 45], \"x\", [4.2, 45.3], [4, 45]]]; 45.2; 4.1; false",
        // across the antimeridian: a box on either side
        "[[[179, 10], [-179, 10], [-179, 11], [179, 11], [179, 10]]]; 10.5; 179.5; true",
        "[[[179, 10], [-179, 10], [-179, 11], [179, 11], [179, 10]]]; 10.5; -179.5; true",
        // round the Earth: all the way
        "[[[-179, 10], [0, 11], [179, 10], [-179, 10]]]; 10.5; 100; true",
        // at a pole
        "[[[0, 80], [90, 80], [90, 90], [0, 80]]]; 89.9; 45; true",
      })
  void a_ring_that_is_not_understood_blocks_boxes_around_its_points(
      String coordinates, double latDeg, double lonDeg, boolean complete) throws Exception {
    ZoneFile file = read("\"restriction\": \"CONDITIONAL\"", polygon(coordinates));
    assertThat(file.zones()).hasSize(1);
    assertThat(file.zones().get(0).understood()).isFalse();
    assertThat(holds(file.zones().get(0), latDeg, lonDeg)).isTrue();
    assertThat(file.source().complete()).isEqualTo(complete);
  }

  @Test
  void the_other_side_of_the_earth_is_not_blocked_by_a_zone_across_the_antimeridian()
      throws Exception {
    ZoneFile file =
        read(
            "\"restriction\": \"CONDITIONAL\"",
            polygon("[[[179, 10], [-179, 10], [-179, 11], [179, 10]]]"));
    assertThat(holds(file.zones().get(0), 10.5, 0)).isFalse();
  }

  @Test
  void a_circle_over_the_pole_or_the_antimeridian_blocks_what_it_reaches() throws Exception {
    String circle = "{\"type\": \"Circle\", \"center\": [%s, %s], \"radius\": %s}";
    UasZone pole =
        read("\"restriction\": \"CONDITIONAL\"", circle.formatted(10, 89.5, 100_000))
            .zones()
            .get(0);
    assertThat(holds(pole, 89.9, -120)).isTrue();
    assertThat(holds(pole, 89.5, 100)).isTrue();
    UasZone dateline =
        read("\"restriction\": \"CONDITIONAL\"", circle.formatted(179.99, 10, 5000)).zones().get(0);
    assertThat(holds(dateline, 10, -179.98)).isTrue();
    assertThat(holds(dateline, 10, 179.96)).isTrue();
    assertThat(holds(dateline, 10, 179.8)).isFalse();
  }

  @Test
  void an_area_that_cannot_be_told_makes_the_file_incomplete_and_spares_the_other_zones()
      throws Exception {
    String text =
        "{\"features\": [null, 7, {\"identifier\": \"B\", \"geometry\": []},"
            + " {\"identifier\": \"A\", \"country\": \"FRA\", \"type\": \"COMMON\","
            + " \"restriction\": \"PROHIBITED\", \"geometry\": [{\"uomDimensions\": \"M\","
            + " \"horizontalProjection\": "
            + polygon(SQUARE)
            + "}]}]}";
    ZoneFile file = ZoneReader.read("c.json", text);
    assertThat(file.zones()).extracting(UasZone::identifier).containsExactly("A");
    assertThat(file.zones().get(0).understood()).isTrue();
    assertThat(file.source().complete()).isFalse();
    assertThat(file.blocking()).hasSize(6);
  }

  @Test
  void a_field_given_twice_blocks_the_area_of_both() throws Exception {
    String text =
        "[{\"type\": \"Feature\", \"properties\": {}, \"geometry\": "
            + polygon(SQUARE)
            + ", \"geometry\": "
            + polygon("[[[6, 45], [6.1, 45], [6.1, 45.1], [6, 45]]]")
            + "}]";
    UasZone zone = ZoneReader.read("c.json", text).zones().get(0);
    assertThat(zone.understood()).isFalse();
    assertThat(holds(zone, 45.05, 4.05)).isTrue();
    assertThat(holds(zone, 45.05, 6.05)).isTrue();
  }

  /** Claimed areas are boxes and squares, which their own boxes describe exactly. */
  private static boolean holds(UasZone zone, double latDeg, double lonDeg) {
    List<GeoBox> boxes =
        zone.geometry().stream()
            .map(ZoneGeometry::projection)
            .map(HorizontalProjection::box)
            .toList();
    return boxes.stream().anyMatch(box -> box.contains(new LatLon(latDeg, lonDeg)));
  }
}
