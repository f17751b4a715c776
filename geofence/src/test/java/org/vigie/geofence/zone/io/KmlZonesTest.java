package org.vigie.geofence.zone.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;

class KmlZonesTest {
  @Test
  void an_extruded_polygon_reaches_from_the_ground_to_its_highest_point() throws Exception {
    ZoneFile file = FeatureZonesTest.read("zones.kml");
    UasZone stadium = file.zones().get(0);
    assertThat(stadium.key()).isEqualTo("FRA/KML001");
    assertThat(stadium.name()).isEqualTo("Stadium");
    assertThat(stadium.message()).isEqualTo("<b>Events</b> only");
    assertThat(stadium.restriction()).isEqualTo(Restriction.CONDITIONAL);
    assertThat(stadium.geometry().get(0).band())
        .isEqualTo(
            new VerticalBand(
                Double.NEGATIVE_INFINITY, VerticalReference.AGL, 120, VerticalReference.AGL));
    assertThat(((HorizontalProjection.Polygon) stadium.geometry().get(0).projection()).holes())
        .hasSize(1);
    Instant evening = Instant.parse("2026-11-21T20:00:00Z");
    assertThat(stadium.inForce(evening, evening)).isTrue();
    assertThat(stadium.inForce(Instant.EPOCH, Instant.EPOCH)).isFalse();
  }

  @Test
  void clamped_and_floating_polygons_have_no_upper_limit() throws Exception {
    UasZone lawns = FeatureZonesTest.read("zones.kml").zones().get(1);
    assertThat(lawns.restriction()).isEqualTo(Restriction.PROHIBITED);
    assertThat(lawns.geometry())
        .hasSize(2)
        .allMatch(solid -> solid.band().equals(VerticalBand.UNLIMITED));
  }

  @Test
  void a_line_blocks_its_box_and_a_point_makes_the_file_incomplete() throws Exception {
    ZoneFile file = FeatureZonesTest.read("zones.kml");
    assertThat(file.zones()).hasSize(3);
    assertThat(file.zones().get(2).understood()).isFalse();
    assertThat(file.zones().get(2).name()).isEqualTo("Power line");
    assertThat(file.blocking())
        .extracting(ZoneFinding::code)
        .containsExactly("bad-geometry", "bad-radius", "no-area");
    assertThat(file.source().complete()).isFalse();
    assertThat(file.findings()).allMatch(finding -> finding.place().line() > 0);
  }

  @Test
  void told_heights_count_instead_of_drawn_ones() throws Exception {
    String text =
        """
        <kml><Placemark><ExtendedData><SchemaData><SimpleData name="upper">200</SimpleData>
        <SimpleData name="upperReference">AMSL</SimpleData></SchemaData></ExtendedData>
        <Polygon><extrude>1</extrude><altitudeMode>absolute</altitudeMode><outerBoundaryIs>
        <LinearRing><coordinates>4,45,50 4.1,45,50 4.1,45.1,50 4,45,50</coordinates></LinearRing>
        </outerBoundaryIs></Polygon></Placemark></kml>
        """;
    assertThat(ZoneReader.read("t.kml", text).zones().get(0).geometry().get(0).band().upperM())
        .isEqualTo(200);
    String drawn = text.replaceAll("(?s)<ExtendedData>.*</ExtendedData>", "");
    VerticalBand band = ZoneReader.read("t.kml", drawn).zones().get(0).geometry().get(0).band();
    assertThat(band.upperM()).isEqualTo(50);
    assertThat(band.upperReference()).isEqualTo(VerticalReference.AMSL);
  }

  @Test
  void a_linked_file_makes_this_one_incomplete() throws Exception {
    String text = "<kml><NetworkLink><Link><href>more.kml</href></Link></NetworkLink></kml>";
    ZoneFile file = ZoneReader.read("t.kml", text);
    assertThat(file.source().complete()).isFalse();
    assertThat(file.blocking()).extracting(ZoneFinding::code).containsExactly("network-link");
  }

  @Test
  void no_entity_is_expanded_and_no_other_file_is_opened() {
    String text =
        """
        <!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "zzz">]>
        <kml><Placemark><name>&%s;</name></Placemark></kml>
        """;
    for (String entity : new String[] {"x", "y"}) {
      assertThatThrownBy(() -> ZoneReader.read("t.kml", text.formatted(entity)))
          .isInstanceOf(DocumentException.class)
          .hasMessageStartingWith("t.kml:2");
    }
    assertThatThrownBy(() -> ZoneReader.read("t.kml", "<gpx></gpx>"))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("no KML");
  }
}
