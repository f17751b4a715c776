package org.vigie.geofence.obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveGround;
import org.vigie.geofence.geo.LatLon;

class ObstacleReaderTest {
  private static final String SQUARE = "[[[4,45],[4.01,45],[4.01,45.01],[4,45.01],[4,45]]]";

  private static String feature(String geometry, String properties) {
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}"
        .formatted(properties.replace('\'', '"'), geometry);
  }

  private static String point(String properties) {
    return feature("{\"type\":\"Point\",\"coordinates\":[4.5,45.5]}", properties);
  }

  private static ObstacleFile collection(String... features) throws DocumentException {
    return ObstacleReader.read(
        "o.geojson",
        "{\"type\":\"FeatureCollection\",\n\"coverage\":{\"type\":\"Polygon\",\"coordinates\":"
            + SQUARE
            + "},\n\"features\":[\n"
            + String.join(",\n", features)
            + "]}");
  }

  @Test
  void buildings_masts_and_cables_are_read() throws DocumentException {
    ObstacleFile file =
        collection(
            feature(
                "{\"type\":\"Polygon\",\"coordinates\":" + SQUARE + "}",
                "'height':12.5,'name':'town hall'"),
            point("'top':612,'radius':30"),
            feature(
                "{\"type\":\"LineString\",\"coordinates\":[[4,45],[4.001,45]]}",
                "'height':40,'radius':5"),
            feature(
                "{\"type\":\"MultiPolygon\",\"coordinates\":[" + SQUARE + "," + SQUARE + "]}",
                "'height':3"));
    assertThat(file.findings()).isEmpty();
    assertThat(file.obstacles()).hasSize(5);
    assertThat(file.coverage()).hasSize(1);
    Obstacle hall = file.obstacles().get(0);
    assertThat(hall.name()).isEqualTo("o.geojson town hall");
    assertThat(hall.top()).isEqualTo(new ObstacleTop.AboveGround(new HeightAboveGround(12.5)));
    assertThat(hall.shape().points()).hasSize(4);
    Obstacle mast = file.obstacles().get(1);
    assertThat(mast.name()).isEqualTo("o.geojson /features/1");
    assertThat(mast.top()).isEqualTo(new ObstacleTop.AtAltitude(new AltitudeAmsl(612)));
    assertThat(mast.shape().points()).containsExactly(new LatLon(45.5, 4.5));
    assertThat(((ObstacleShape.Path) mast.shape()).radiusM()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({
    "'''radius'':1', /properties, neither height nor top",
    "'''radius'':1,''height'':1,''top'':2', /properties, both height and top",
    "'''radius'':1,''height'':''12''', /properties/height, not a number of metres",
    "'''radius'':1,''height'':-3', /properties/height, not a number of metres",
    "'''radius'':1,''height'':null', /properties/height, not a number of metres",
    "'''radius'':1,''height'':1e5', /properties/height, not a number of metres",
    "'''radius'':1,''top'':[5]', /properties/top, not a number of metres",
  })
  void a_height_that_cannot_be_understood_is_unknown_and_a_finding(
      String properties, String field, String words) throws DocumentException {
    ObstacleFile file = collection(point("'radius':1,'height':2"), point(properties));
    assertThat(file.findings()).hasSize(1);
    Problem finding = file.findings().get(0);
    assertThat(finding.file()).isEqualTo("o.geojson");
    assertThat(finding.field()).isEqualTo("/features/1" + field);
    assertThat(finding.line()).isEqualTo(5);
    assertThat(finding.message()).contains(words);
    assertThat(file.obstacles()).hasSize(2);
    assertThat(file.obstacles().get(1).top()).isInstanceOf(ObstacleTop.Unknown.class);
    assertThat(file.coverage()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'''height'':2', no radius", "'''height'':2,''radius'':-1', not a number"})
  void a_mast_without_a_radius_is_given_a_wide_one(String properties, String words)
      throws DocumentException {
    ObstacleFile file = collection(point(properties));
    assertThat(file.findings()).hasSize(1);
    assertThat(file.findings().get(0).message()).contains(words);
    assertThat(((ObstacleShape.Path) file.obstacles().get(0).shape()).radiusM())
        .isEqualTo(ObstacleReader.RADIUS_M_UNSTATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null",
        "{\"type\":\"Point\",\"coordinates\":[4.5]}",
        "{\"type\":\"Point\",\"coordinates\":[4.5,95]}",
        "{\"type\":\"Point\",\"coordinates\":[\"4\",45]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[4,45],[4.01,45],[4,45]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[4,45],[7,45],[7,46],[4,45]]]}",
        "{\"type\":\"Circle\",\"coordinates\":[4,45]}",
        "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
      })
  void an_obstacle_that_cannot_be_placed_takes_the_coverage_away(String geometry)
      throws DocumentException {
    ObstacleFile file = collection(feature(geometry, "'height':2,'radius':1"), point("'height':1"));
    assertThat(file.coverage()).isEmpty();
    assertThat(file.obstacles()).hasSize(1);
    assertThat(file.findings().get(0).field()).isEqualTo("/features/0/geometry");
    assertThat(file.findings().get(0).message()).contains("cannot be placed");
  }

  @Test
  void coverage_with_a_hole_or_of_another_form_claims_nothing() throws DocumentException {
    String hole =
        "{\"type\":\"FeatureCollection\",\"features\":[],\"coverage\":{\"type\":\"Polygon\","
            + "\"coordinates\":[[[4,45],[5,45],[5,46],[4,45]],[[4.5,45.1],[4.6,45.1],[4.6,45.2]]]}}";
    assertThat(ObstacleReader.read("o", hole).coverage()).isEmpty();
    assertThat(ObstacleReader.read("o", hole).findings()).hasSize(1);
    String line =
        "{\"type\":\"FeatureCollection\",\"features\":[],\"coverage\":{\"type\":\"LineString\","
            + "\"coordinates\":[[4,45],[4.1,45]]}}";
    assertThat(ObstacleReader.read("o", line).coverage()).isEmpty();
    assertThat(ObstacleReader.read("o", line).findings().get(0).field()).isEqualTo("/coverage");
  }

  @Test
  void what_is_no_geojson_is_an_error() {
    for (String text :
        new String[] {"", "{}", "[]", "{\"type\":\"FeatureCollection\"}", "{\"a\":"}) {
      assertThatThrownBy(() -> ObstacleReader.read("o.geojson", text))
          .isInstanceOf(DocumentException.class)
          .hasMessageContaining("o.geojson");
    }
  }
}
