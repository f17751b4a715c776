package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;

/** Files that are wrong in ways that must not open the sky. */
class HostileZonesTest {
  private static final String SQUARE = "[[2, 48], [2.1, 48], [2.1, 48.1], [2, 48.1], [2, 48]]";
  private static final String POLYGON = solid("Polygon\", \"coordinates\": [" + SQUARE + "]");

  private static String solid(String projection) {
    return "{\"uomDimensions\": \"M\", \"horizontalProjection\": {\"type\": \"" + projection + "}}";
  }

  private static ZoneFile read(String period, String geometry) throws Exception {
    String text =
        """
        {"features": [{"identifier": "A", "country": "FRA", "type": "COMMON",
          "restriction": "PROHIBITED", "applicability": [PERIOD], "geometry": [GEOMETRY]}]}
        """;
    return ZoneReader.read("h.json", text.replace("PERIOD", period).replace("GEOMETRY", geometry));
  }

  private static UasZone timed(String period) throws Exception {
    return read(period, POLYGON).zones().get(0);
  }

  private static boolean isInForce(UasZone zone, String instant) {
    return zone.inForce(Instant.parse(instant), Instant.parse(instant));
  }

  private static boolean covers(UasZone zone, double latDeg, double lonDeg) {
    return zone.geometry().stream()
        .anyMatch(solid -> solid.projection().box().contains(new LatLon(latDeg, lonDeg)));
  }

  private static List<String> codes(ZoneFile file) {
    return file.findings().stream().map(ZoneFinding::code).toList();
  }

  @Test
  void several_areas_in_one_polygon_all_block() throws Exception {
    String other = "[[2.2, 48], [2.3, 48], [2.3, 48.1], [2.2, 48.1], [2.2, 48]]";
    ZoneFile file =
        read(
            "{\"permanent\": \"YES\"}",
            solid("Polygon\", \"coordinates\": [" + SQUARE + "," + other + "]"));
    UasZone zone = file.zones().get(0);
    assertThat(zone.geometry()).hasSize(2);
    assertThat(covers(zone, 48.05, 2.05)).isTrue();
    assertThat(covers(zone, 48.05, 2.25)).isTrue();
    // the air between them is free
    assertThat(covers(zone, 48.05, 2.15)).isFalse();
    assertThat(codes(file)).contains("separate-rings").doesNotContain("crossing-ring");
  }

  @Test
  void a_hole_of_a_second_area_stays_a_hole_and_rings_that_cross_are_their_hull() throws Exception {
    String other = "[[2.2, 48], [2.3, 48], [2.3, 48.1], [2.2, 48.1], [2.2, 48]]";
    String hole = "[[2.24, 48.04], [2.26, 48.04], [2.26, 48.06], [2.24, 48.06], [2.24, 48.04]]";
    UasZone zone =
        read(
                "{\"permanent\": \"YES\"}",
                solid("Polygon\", \"coordinates\": [" + SQUARE + "," + other + "," + hole + "]"))
            .zones()
            .get(0);
    assertThat(zone.geometry()).hasSize(2);
    assertThat(zone.geometry().get(1).projection())
        .isInstanceOfSatisfying(
            HorizontalProjection.Polygon.class, polygon -> assertThat(polygon.holes()).hasSize(1));
    String across = "[[2.05, 48.05], [2.3, 48], [2.3, 48.1], [2.05, 48.05]]";
    ZoneFile crossed =
        read(
            "{\"permanent\": \"YES\"}",
            solid("Polygon\", \"coordinates\": [" + SQUARE + "," + across + "]"));
    assertThat(crossed.zones().get(0).geometry()).hasSize(1);
    assertThat(codes(crossed)).contains("crossing-ring");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KM", "NM", "7", "miles"})
  void a_circle_of_an_unknown_unit_makes_the_source_incomplete(String unit) throws Exception {
    String circle = solid("Circle\", \"center\": [2, 48], \"radius\": 5");
    ZoneFile file = read("{\"permanent\": \"YES\"}", circle.replace("\"M\"", "\"" + unit + "\""));
    assertThat(file.source().complete()).isFalse();
    assertThat(file.blocking()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Circle\", \"radius\": 5000",
        "Polygon\", \"Coordinates\": [[[3, 48], [3.1, 48], [3.1, 48.1], [3, 48]]]",
        "Circle\", \"center\": [4.2, 48.05]",
        "Polygon\", \"coordinates\": []",
        "Polygon\", \"coordinates\": [[[3, 48], [3.1, 48]]]",
        "Sphere\"",
      })
  void a_damaged_solid_beside_a_good_one_makes_the_source_incomplete(String damaged)
      throws Exception {
    ZoneFile file = read("{\"permanent\": \"YES\"}", POLYGON + ", " + solid(damaged));
    assertThat(file.source().complete()).isFalse();
    assertThat(covers(file.zones().get(0), 48.05, 2.05)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"YES", "Yes", "TRUE", "true", "Y", "1", "always"})
  void permanent_in_any_spelling_has_no_end(String permanent) throws Exception {
    UasZone zone =
        timed("{\"permanent\": \"" + permanent + "\", \"endDateTime\": \"2021-01-01T00:00:00Z\"}");
    assertThat(zone.applicability()).containsExactly(Applicability.PERMANENT);
  }

  @ParameterizedTest
  @CsvSource({
    "24:00Z, 06:00Z, 2026-11-24T03:00:00Z, true",
    "24:00Z, 06:00Z, 2026-11-23T03:00:00Z, false",
    "08:00Z, 24:00Z, 2026-11-23T23:30:00Z, true",
    "08:00Z, 24:00Z, 2026-11-24T01:00:00Z, false",
    "00:00Z, 24:00:00Z, 2026-11-23T12:00:00Z, true",
    "00:00+01:00, 24:00Z, 2026-11-23T20:00:00Z, true",
  })
  void midnight_of_24_hours_is_the_end_of_its_day(
      String start, String end, String instant, boolean inForce) throws Exception {
    UasZone zone =
        timed(
            "{\"permanent\": \"NO\", \"schedule\": [{\"day\": [\"MON\"], \"startTime\": \""
                + start
                + "\", \"endTime\": \""
                + end
                + "\"}]}");
    assertThat(isInForce(zone, instant)).isEqualTo(inForce);
  }

  @Test
  void a_ring_round_the_pole_claims_the_pole() throws Exception {
    ZoneFile file =
        read(
            "{\"permanent\": \"YES\"}",
            solid(
                "Polygon\", \"coordinates\":"
                    + " [[[-90, 89], [0, 89], [90, 89], [180, 89], [-90, 89]]]"));
    for (double lonDeg : new double[] {-170, -100, -45, 10, 120, 175}) {
      assertThat(covers(file.zones().get(0), 89.9, lonDeg)).isTrue();
    }
  }

  @Test
  void a_zone_kept_as_not_understood_is_prohibited_always_at_every_height() throws Exception {
    UasZone zone =
        ZoneReader.read(
                "k.json",
                """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {
                  "identifier": "K", "country": "FRA", "variant": "COMMON",
                  "type": "NO_RESTRICTION", "zoneAuthority": [],
                  "limitedApplicability": [{"endDateTime": "2021-01-01T00:00:00Z"}],
                  "extendedProperties": {"x-vigie": {"understood": false}}},
                  "geometry": {"type": "Polygon",
                    "coordinates": [[[2, 48], [2.1, 48], [2.1, 48.1], [2, 48]]],
                    "layer": {"upper": 10, "upperReference": "AGL"}}}]}
                """)
            .zones()
            .get(0);
    assertThat(zone.understood()).isFalse();
    assertThat(zone.restriction()).isEqualTo(Restriction.PROHIBITED);
    assertThat(zone.applicability()).containsExactly(Applicability.PERMANENT);
    assertThat(zone.geometry()).allMatch(solid -> solid.band().equals(VerticalBand.UNLIMITED));
  }

  @Test
  void too_many_periods_or_windows_in_all_are_not_understood() throws Exception {
    String period = "{\"permanent\": \"NO\"}";
    String windows =
        "{\"permanent\": \"NO\", \"schedule\": ["
            + String.join(
                ",",
                Collections.nCopies(
                    200, "{\"day\": [\"ANY\"], \"startEvent\": \"SR\", \"endEvent\": \"SS\"}"))
            + "]}";
    assertThat(codes(read(String.join(",", Collections.nCopies(367, period)), POLYGON)))
        .contains("too-many-periods");
    assertThat(codes(read(windows + "," + windows, POLYGON))).contains("too-many-windows");
  }

  @Test
  void no_air_between_ground_and_sea_level_is_no_upper_limit() throws Exception {
    String heights =
        "{\"lowerLimit\": 0, \"lowerVerticalReference\": \"AGL\", \"upperLimit\": 0,"
            + " \"upperVerticalReference\": \"AMSL\",";
    ZoneFile file = read("{\"permanent\": \"YES\"}", heights + POLYGON.substring(1));
    assertThat(file.zones().get(0).geometry().get(0).band().upperM()).isInfinite();
    assertThat(codes(file)).contains("no-thickness");
  }

  @ParameterizedTest
  @CsvSource({
    "urn:ogc:def:crs:EPSG::4807, false",
    "urn:ogc:def:crs:OGC:1.3:CRS84, true",
    "urn:ogc:def:crs:EPSG::4326, true",
    "EPSG:4326, true",
    "EPSG:3857, false",
  })
  void places_of_another_reference_system_make_the_source_incomplete(String name, boolean complete)
      throws Exception {
    ZoneFile file =
        ZoneReader.read(
            "c.json",
            "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\":"
                + " {\"name\": \""
                + name
                + "\"}}, \"features\": [{\"type\": \"Feature\", \"properties\": {}, \"geometry\":"
                + " {\"type\": \"Polygon\", \"coordinates\": ["
                + SQUARE
                + "]}}]}");
    assertThat(file.source().complete()).isEqualTo(complete);
    assertThat(file.blocking().isEmpty()).isEqualTo(complete);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"features\": [], \"UASZoneList\": {\"a\": [1]}}",
        "{\"features\": [], \"UASZoneList\": []}",
      })
  void two_wrappers_in_one_file_make_the_source_incomplete(String text) throws Exception {
    ZoneFile file = ZoneReader.read("t.json", text);
    assertThat(file.source().complete()).isFalse();
    assertThat(file.blocking()).isNotEmpty();
  }
}
