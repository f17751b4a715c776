package org.vigie.groundstation.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.DataSource;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.LocalText;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneVariant;

class ZoneFeaturesTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final LatLon CENTRE = new LatLon(45.436, 4.38);

  private static UasZone zone(ZoneGeometry... solids) {
    return new UasZone(
        "VG001",
        "FRA",
        ZoneVariant.COMMON,
        Restriction.REQ_AUTHORISATION,
        List.of("SENSITIVE"),
        List.of(Applicability.PERMANENT),
        List.of(solids),
        new ZoneInformation(
            List.of(LocalText.of("Hospital <roof>")),
            List.of(LocalText.of("call first")),
            List.of(),
            List.of(),
            OptionalInt.empty(),
            Optional.empty(),
            "",
            List.of(),
            DataSource.UNKNOWN,
            ""),
        true);
  }

  @Test
  void a_circle_is_drawn_on_the_ellipsoid_and_closed() {
    ZoneGeometry solid =
        new ZoneGeometry(new HorizontalProjection.Circle(CENTRE, 250), VerticalBand.UNLIMITED);
    JsonNode feature = ZoneFeatures.of(List.of(zone(solid)), NOON).at("/features/0");
    JsonNode ring = feature.at("/geometry/coordinates/0");
    assertThat(ring).hasSize(73);
    assertThat(ring.get(0)).isEqualTo(ring.get(72));
    for (JsonNode corner : ring) {
      LatLon point = new LatLon(corner.get(1).asDouble(), corner.get(0).asDouble());
      assertThat(Geodesics.distanceM(CENTRE, point)).isEqualTo(250, within(0.01));
    }
  }

  @Test
  void a_zone_tells_its_kind_its_heights_and_what_they_count_from() {
    VerticalBand band = new VerticalBand(30, VerticalReference.AGL, 650, VerticalReference.AMSL);
    ZoneGeometry solid = new ZoneGeometry(new HorizontalProjection.Circle(CENTRE, 50), band);
    JsonNode told = ZoneFeatures.of(List.of(zone(solid)), NOON).at("/features/0/properties");
    assertThat(told.path("key").asText()).isEqualTo("FRA/VG001");
    assertThat(told.path("kind").asText()).isEqualTo("authorisation");
    assertThat(told.path("name").asText()).isEqualTo("Hospital <roof>");
    assertThat(told.path("inForce").asBoolean()).isTrue();
    assertThat(told.path("lower").asDouble()).isEqualTo(30);
    assertThat(told.path("lowerReference").asText()).isEqualTo("AGL");
    assertThat(told.path("upper").asDouble()).isEqualTo(650);
    assertThat(told.path("upperReference").asText()).isEqualTo("AMSL");
  }

  @Test
  void no_limit_is_null_and_never_a_number() {
    ZoneGeometry solid =
        new ZoneGeometry(new HorizontalProjection.Circle(CENTRE, 50), VerticalBand.UNLIMITED);
    JsonNode told = ZoneFeatures.of(List.of(zone(solid)), NOON).at("/features/0/properties");
    assertThat(told.path("upper").isNull()).isTrue();
    assertThat(told.path("lower").isNull()).isTrue();
  }

  @Test
  void every_solid_is_a_feature_and_every_hole_a_ring() {
    GeoPolygon outer =
        new GeoPolygon(List.of(new LatLon(45, 4), new LatLon(45, 4.1), new LatLon(45.1, 4.1)));
    GeoPolygon hole =
        new GeoPolygon(
            List.of(new LatLon(45.02, 4.07), new LatLon(45.02, 4.08), new LatLon(45.03, 4.08)));
    ZoneGeometry area =
        new ZoneGeometry(
            new HorizontalProjection.Polygon(outer, List.of(hole)), VerticalBand.UNLIMITED);
    ZoneGeometry circle =
        new ZoneGeometry(new HorizontalProjection.Circle(CENTRE, 50), VerticalBand.UNLIMITED);
    JsonNode features = ZoneFeatures.of(List.of(zone(area, circle)), NOON).path("features");
    assertThat(features).hasSize(2);
    assertThat(features.at("/0/geometry/coordinates")).hasSize(2);
    assertThat(features.at("/0/geometry/coordinates/0/0/0").asDouble())
        .as("longitude")
        .isEqualTo(4);
  }
}
