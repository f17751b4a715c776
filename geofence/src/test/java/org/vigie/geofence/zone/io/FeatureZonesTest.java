package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.sun.SunEvent;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.DailyWindow;
import org.vigie.geofence.zone.DayMark;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.LocalText;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneVariant;

class FeatureZonesTest {
  static ZoneFile read(String name) throws IOException, DocumentException {
    try (InputStream in =
        Objects.requireNonNull(FeatureZonesTest.class.getResourceAsStream(name))) {
      return ZoneReader.read(name, in.readAllBytes());
    }
  }

  private static List<String> codes(ZoneFile file) {
    return file.findings().stream().map(ZoneFinding::code).distinct().sorted().toList();
  }

  @Test
  void layers_circles_feet_and_languages_of_ed318_are_understood() throws Exception {
    ZoneFile file = read("layers.json");
    UasZone zone = file.zones().get(0);
    assertThat(zone.key()).isEqualTo("FRA/USPACEONE");
    assertThat(zone.restriction()).isEqualTo(Restriction.REQ_AUTHORISATION);
    assertThat(zone.information().name())
        .containsExactly(new LocalText("Un", "fr-FR"), new LocalText("One", "en-GB"));
    assertThat(zone.information().dataSource().originator())
        .isEqualTo(new LocalText("Maker", "en-GB"));
    assertThat(zone.information().extended())
        .isEqualTo("{\"active\":false,\"dynamic\":true,\"featureId\":\"a5953add\"}");
    assertThat(zone.geometry()).hasSize(2);
    assertThat(zone.geometry().get(0).band())
        .isEqualTo(new VerticalBand(50, VerticalReference.AGL, 150, VerticalReference.AGL));
    assertThat(zone.geometry().get(1).band().upperM()).isCloseTo(120, within(0.001));
    assertThat(((HorizontalProjection.Circle) zone.geometry().get(1).projection()).radiusM())
        .isEqualTo(3500);
  }

  @Test
  void sun_events_and_times_with_an_offset_are_understood() throws Exception {
    Applicability period = read("layers.json").zones().get(0).applicability().get(0);
    assertThat(period.until()).isEqualTo(Instant.parse("2036-09-28T08:15:53.86752172Z"));
    assertThat(period.windows())
        .extracting(DailyWindow::start, DailyWindow::end)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                new DayMark.Event(SunEvent.BMCT),
                new DayMark.At(LocalTime.of(22, 0), ZoneOffset.ofHours(2))),
            org.assertj.core.groups.Tuple.tuple(
                new DayMark.At(LocalTime.of(10, 0), ZoneOffset.UTC),
                new DayMark.Event(SunEvent.SS)));
  }

  @Test
  void a_zone_without_a_layer_reaches_from_the_surface_without_limit() throws Exception {
    ZoneFile file = read("layers.json");
    assertThat(file.zones().get(1).restriction()).isEqualTo(Restriction.USPACE);
    assertThat(file.zones().get(1).geometry().get(0).band()).isEqualTo(VerticalBand.UNLIMITED);
    assertThat(file.source().provider()).isEqualTo("Test Authority");
    assertThat(file.source().issued()).contains(Instant.parse("2026-07-25T13:00:00Z"));
    assertThat(file.source().complete()).isTrue();
    assertThat(file.blocking()).isEmpty();
    assertThat(codes(file))
        .containsExactly(
            "long-identifier",
            "no-language",
            "no-layer",
            "other-field-name",
            "spelling",
            "text-for-list");
  }

  @Test
  void a_zone_nested_as_spain_does_it_is_understood() throws Exception {
    ZoneFile file = read("nested.json");
    assertThat(file.blocking()).isEmpty();
    UasZone photo = file.zones().get(0);
    assertThat(photo.key()).isEqualTo("FRA/N0001-4");
    assertThat(photo.reasons()).containsExactly("PRIVACY");
    assertThat(photo.applicability()).containsExactly(Applicability.PERMANENT);
    // from 0 to 0 leaves no air: nobody publishes a zone that means nothing
    assertThat(photo.geometry().get(0).band())
        .isEqualTo(
            new VerticalBand(
                0, VerticalReference.AGL, Double.POSITIVE_INFINITY, VerticalReference.AGL));
    assertThat(photo.message()).contains("<font color='#d2691e'>aerial photographs</font>");
    assertThat(photo.information().regulationExemption()).contains(false);
    assertThat(photo.information().region()).isEqualTo(OptionalInt.of(0));
    assertThat(photo.information().extended()).contains("\"extendedProperties\":\"RVF\"");
    assertThat(codes(file))
        .contains(
            "empty-text",
            "nested-zone",
            "no-unit",
            "no-thickness",
            "padded-text",
            "number-as-text",
            "text-for-list",
            "other-members");
    assertThat(file.findings()).allMatch(finding -> finding.place().line() > 0);
  }

  @Test
  void a_multipolygon_is_a_solid_each_and_another_geoid_widens_heights_above_the_sea()
      throws Exception {
    UasZone north = read("nested.json").zones().get(1);
    assertThat(north.geometry()).hasSize(2);
    assertThat(((HorizontalProjection.Polygon) north.geometry().get(1).projection()).holes())
        .hasSize(1);
    assertThat(north.geometry().get(0).band())
        .isEqualTo(new VerticalBand(90, VerticalReference.AGL, 902, VerticalReference.AMSL));
    assertThat(north.information().regulationExemption()).contains(true);
  }

  @Test
  void a_zone_flattened_as_spain_does_it_is_understood() throws Exception {
    UasZone railway = read("nested.json").zones().get(2);
    assertThat(railway.variant()).isEqualTo(ZoneVariant.CUSTOMIZED);
    assertThat(railway.restriction()).isEqualTo(Restriction.CONDITIONAL);
    assertThat(railway.geometry().get(0).band().upperM()).isEqualTo(92.1);
    assertThat(railway.applicability()).containsExactly(Applicability.PERMANENT);
    assertThat(railway.information().authorities())
        .singleElement()
        .satisfies(
            authority -> {
              assertThat(authority.name()).containsExactly(LocalText.of("RAIL COMPANY"));
              assertThat(authority.intervalBefore()).isEqualTo("P20D");
            });
  }

  @Test
  void another_geoid_named_behind_the_zones_still_widens_them() throws Exception {
    String feature =
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [4, 45],
          "extent": {"subType": "Circle", "radius": 10}, "layer": {"upper": 100,
          "upperReference": "AMSL", "lower": 50, "lowerReference": "AMSL"}},
         "properties": {"identifier": "A", "country": "FRA", "type": "PROHIBITED",
          "variant": "COMMON", "zoneAuthority": [{"purpose": "INFORMATION"}]}}
        """;
    for (String geoid : List.of("CHGeo2004", "urn:ogc:def:crs:EPSG::5773", "EGM-96")) {
      String text =
          "{\"features\": [" + feature + "], \"metadata\": {\"otherGeoid\": \"" + geoid + "\"}}";
      double widenedM = geoid.equals("CHGeo2004") ? 2 : 0;
      assertThat(ZoneReader.read("g.json", text).zones().get(0).geometry().get(0).band())
          .isEqualTo(
              new VerticalBand(
                  50 - widenedM, VerticalReference.AMSL, 100 + widenedM, VerticalReference.AMSL));
    }
  }

  @Test
  void plain_features_are_read_by_the_properties_that_are_documented() throws Exception {
    ZoneFile file = read("plain.geojson");
    assertThat(file.blocking()).isEmpty();
    UasZone school = file.zones().get(0);
    assertThat(school.key()).isEqualTo("FRA/7");
    assertThat(school.name()).isEqualTo("School");
    assertThat(school.message()).isEqualTo("Ask the headmaster");
    assertThat(school.restriction()).isEqualTo(Restriction.REQ_AUTHORISATION);
    assertThat(school.geometry().get(0).band().upperM()).isEqualTo(120);
    UasZone mast = file.zones().get(1);
    assertThat(mast.restriction()).isEqualTo(Restriction.PROHIBITED);
    assertThat(mast.geometry().get(0).band()).isEqualTo(VerticalBand.UNLIMITED);
    UasZone unnamed = file.zones().get(2);
    assertThat(unnamed.restriction()).isEqualTo(Restriction.PROHIBITED);
    assertThat(unnamed.key()).isEqualTo("/features/2");
    assertThat(codes(file)).contains("no-restriction", "no-reference", "no-identifier", "no-layer");
  }

  @Test
  void a_single_feature_is_a_file_and_anything_else_is_refused_in_words() throws Exception {
    String one = GeoJsonWriter.write(read("plain.geojson")).split("\n")[3];
    assertThat(ZoneReader.read("one.json", one.substring(0, one.length() - 1)).zones()).hasSize(1);
    for (String text :
        List.of("", "zones", "{\"metadata\": {}, \"zones\": []}", "{\"features\": 3}", "{", "[1")) {
      assertThatThrownBy(() -> ZoneReader.read("x.json", text))
          .isInstanceOf(DocumentException.class)
          .hasMessageStartingWith("x.json");
    }
    assertThatThrownBy(() -> ZoneReader.read("x.kmz", new byte[] {'P', 'K', 3, 4}))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("unpack");
    assertThatThrownBy(() -> ZoneReader.read("x", "[1]".getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void notes_of_one_kind_are_counted_after_a_hundred_and_blocking_ones_never() throws Exception {
    String feature = "{\"type\": \"Feature\", \"properties\": {\"identifier\": 1}},";
    String text = "[" + feature.repeat(250).replaceAll(",$", "") + "]";
    ZoneFile file = ZoneReader.read("many.json", text);
    assertThat(file.findings().stream().filter(f -> f.code().equals("no-restriction")))
        .hasSize(Findings.NOTES_PER_CODE_MAX);
    assertThat(file.findings())
        .extracting(f -> f.place().message())
        .contains("150 more findings of the kind no-restriction");
    assertThat(file.findings().stream().filter(f -> f.code().equals("no-geometry"))).hasSize(250);
    assertThat(file.source().complete()).isFalse();
  }
}
