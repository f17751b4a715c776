package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.DayMark;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;

class ZoneWriterTest {
  /** Fields that the model itself wants filled. */
  private static final Set<String> ALWAYS_GIVEN =
      Set.of(
          "UasZone.identifier",
          "UasZone.applicability",
          "UasZone.geometry",
          "UasZone.reasons[]",
          "ZoneInformation.restrictionConditions[]",
          "DailyWindow.days",
          "GeoPolygon.ring");

  @Test
  void whatever_a_zone_holds_comes_back_from_ed318() throws Exception {
    compare(Ed318Writer::write, new Random(1), 150);
  }

  @Test
  void whatever_a_zone_holds_comes_back_from_geojson() throws Exception {
    compare(GeoJsonWriter::write, new Random(2), 150);
  }

  @Test
  @Tag("deep")
  void whatever_many_zones_hold_comes_back_from_both_formats() throws Exception {
    compare(Ed318Writer::write, new Random(3), 50_000);
    compare(GeoJsonWriter::write, new Random(4), 50_000);
  }

  @Test
  void the_zones_that_are_written_leave_no_field_at_one_value_and_none_that_can_be_empty_filled()
      throws Exception {
    Map<String, Set<Object>> seen = new TreeMap<>();
    for (UasZone zone : new RandomZones(new Random(5)).file(2000).zones()) {
      for (Method method : UasZone.class.getDeclaredMethods()) {
        boolean derived = Set.of("box", "key", "name", "message").contains(method.getName());
        boolean told = Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0;
        if (told && !derived && !Set.of("hashCode", "toString").contains(method.getName())) {
          see("UasZone." + method.getName(), method.invoke(zone), seen);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(40);
    seen.forEach(
        (field, values) -> {
          assertThat(values).as(field).hasSizeGreaterThan(1);
          Object any = values.iterator().next();
          boolean always = ALWAYS_GIVEN.contains(field) || field.startsWith("kinds of");
          if (!always && (any instanceof Collection || any instanceof String)) {
            assertThat(values).as(field).contains(any instanceof String ? "" : List.of());
          } else if (any instanceof Optional) {
            assertThat(values).as(field).contains(Optional.empty());
          } else if (any instanceof OptionalInt) {
            assertThat(values).as(field).contains(OptionalInt.empty());
          }
        });
  }

  /** Takes a value and all that it is made of. */
  private static void see(String field, Object value, Map<String, Set<Object>> seen)
      throws Exception {
    seen.computeIfAbsent(field, name -> new HashSet<>())
        .add(value instanceof Set<?> set ? List.copyOf(set) : value);
    if (value instanceof Optional<?> optional && optional.isPresent()) {
      see(field + "?", optional.get(), seen);
    } else if (value instanceof Collection<?> many) {
      for (Object each : many) {
        see(field + "[]", each, seen);
      }
    } else if (value instanceof Record && !(value instanceof LatLon)) {
      String name = value.getClass().getSimpleName();
      if (value instanceof DayMark || value instanceof HorizontalProjection) {
        seen.computeIfAbsent("kinds of " + field, kind -> new HashSet<>()).add(name);
      }
      for (RecordComponent part : value.getClass().getRecordComponents()) {
        see(name + "." + part.getName(), part.getAccessor().invoke(value), seen);
      }
    }
  }

  private static void compare(Function<ZoneFile, String> writer, Random random, int rounds)
      throws Exception {
    for (int round = 0; round < rounds; round++) {
      ZoneFile file = new RandomZones(random).file(1 + random.nextInt(4));
      String text = writer.apply(file);
      ZoneFile back = ZoneReader.read("r.json", text);
      for (int i = 0; i < file.zones().size(); i++) {
        checkEqual(back.zones().get(i), file.zones().get(i), text);
      }
      assertThat(back.zones()).hasSameSizeAs(file.zones());
      assertThat(back.source()).isEqualTo(file.source());
      assertThat(writer.apply(back)).isEqualTo(text);
    }
  }

  /** Names the first field that differs. */
  private static void checkEqual(UasZone back, UasZone written, String text) {
    assertThat(back.understood()).as("understood in %s", text).isEqualTo(written.understood());
    assertThat(back.geometry()).as("geometry in %s", text).isEqualTo(written.geometry());
    assertThat(back.applicability()).as("times in %s", text).isEqualTo(written.applicability());
    assertThat(back.information()).as("words in %s", text).isEqualTo(written.information());
    assertThat(back).as(text).isEqualTo(written);
  }

  @Test
  void zones_read_from_ed269_come_back_with_what_ed318_has_no_place_for() throws Exception {
    String text =
        """
        [{"identifier": "A1", "country": "FRA", "name": "Un", "type": "COMMON",
          "restriction": "CONDITIONAL", "restrictionConditions": ["R1", "R2"], "region": 3,
          "reason": ["FOREIGN_TERRITORY", "NOISE"], "otherReasonInfo": "bruit",
          "regulationExemption": "NO", "uSpaceClass": "X", "message": "M",
          "applicability": [{"permanent": "YES"}],
          "zoneAuthority": [{"name": "N", "purpose": "NOTIFICATION", "intervalBefore": "P1D"}],
          "geometry": [{"uomDimensions": "FT", "lowerLimit": 100, "lowerVerticalReference": "AGL",
            "upperLimit": 333, "upperVerticalReference": "AMSL",
            "horizontalProjection": {"type": "Circle", "center": [4.1, 45.2], "radius": 777}}],
          "mine": {"deep": [1, {"x": 0.1}]}}]
        """;
    List<UasZone> zones = ZoneReader.read("a.json", text).zones();
    assertThat(zones.get(0).information().uSpaceClass()).isEqualTo("X");
    assertThat(zones.get(0).information().extended())
        .isEqualTo("{\"mine\":{\"deep\":[1,{\"x\":0.1}]}}");
    ZoneFile file = ZoneReader.read("a.json", text);
    assertThat(ZoneReader.read("a.json", Ed318Writer.write(file)).zones()).isEqualTo(zones);
    assertThat(ZoneReader.read("a.json", GeoJsonWriter.write(file)).zones()).isEqualTo(zones);
    JsonNode properties =
        new ObjectMapper().readTree(Ed318Writer.write(file)).at("/features/0/properties");
    assertThat(properties.path("type").asText()).isEqualTo("CONDITIONAL");
    assertThat(properties.at("/reason").toString()).isEqualTo("[\"NOISE\",\"OTHER\"]");
    assertThat(properties.at("/extendedProperties/x-vigie/reasons/0").asText())
        .isEqualTo("FOREIGN_TERRITORY");
  }

  @Test
  void an_incomplete_source_and_a_zone_that_was_not_understood_stay_so() throws Exception {
    String text =
        """
        {"features": [
          {"identifier": "A1", "country": "FRA", "type": "COMMON", "restriction": "FORBIDDEN",
           "geometry": [{"horizontalProjection":
             {"type": "Polygon", "coordinates": [[[4, 89], [5, 89], [5, 90], [4, 89]]]}}]},
          {"identifier": "A2"}]}
        """;
    ZoneFile file = ZoneReader.read("a.json", text);
    assertThat(file.zones()).hasSize(1);
    for (String written : List.of(Ed318Writer.write(file), GeoJsonWriter.write(file))) {
      ZoneFile back = ZoneReader.read("a.json", written);
      assertThat(back.source().complete()).isFalse();
      assertThat(back.zones()).isEqualTo(file.zones()).noneMatch(UasZone::understood);
      assertThat(back.blocking()).extracting(ZoneFinding::code).contains("kept-blocking");
    }
  }

  @Test
  void what_no_format_can_hold_is_refused() {
    HorizontalProjection circle = new HorizontalProjection.Circle(new LatLon(45, 4), 10);
    VerticalBand nowhere =
        new VerticalBand(
            Double.POSITIVE_INFINITY,
            VerticalReference.AGL,
            Double.POSITIVE_INFINITY,
            VerticalReference.AGL);
    UasZone zone =
        UasZone.permanent(
            "A", "FRA", Restriction.PROHIBITED, List.of(new ZoneGeometry(circle, nowhere)));
    ZoneFile file = new RandomZones(new Random(1)).file(1);
    assertThatThrownBy(() -> Ed318Writer.write(List.of(zone), file.source()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("beyond everything");
  }

  @Test
  void bytes_and_text_are_read_alike() throws Exception {
    String text = Ed318Writer.write(new RandomZones(new Random(9)).file(5));
    assertThat(ZoneReader.read("r.json", text.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(ZoneReader.read("r.json", text));
  }
}
