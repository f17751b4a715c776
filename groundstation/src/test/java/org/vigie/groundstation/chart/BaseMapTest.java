package org.vigie.groundstation.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.vigie.geofence.document.DocumentException;

class BaseMapTest {
  private static final String TOWN =
      """
      {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"kind": "street", "name": "rue Buisson", "widthM": 8},
       "geometry": {"type": "LineString", "coordinates": [[4.379, 45.436], [4.381, 45.437]]}},
      {"type": "Feature", "properties": {"kind": "building", "heightM": 14},
       "geometry": {"type": "Polygon", "coordinates":
        [[[4.38, 45.43], [4.39, 45.43], [4.39, 45.44], [4.38, 45.43]]]}}]}
      """;

  @Test
  void its_bounds_hold_every_feature() throws Exception {
    BaseMap map = BaseMap.read("town.json", TOWN);
    assertThat(map.bounds()).isEqualTo(new BaseMap.Bounds(4.379, 45.43, 4.39, 45.44));
    assertThat(map.features().path("features")).hasSize(2);
  }

  @Test
  void a_wrong_feature_is_named_with_its_line_and_field() {
    String bad = TOWN.replace("\"building\"", "\"castle\"");
    DocumentException refused =
        catchThrowableOfType(DocumentException.class, () -> BaseMap.read("town.json", bad));
    assertThat(refused.problems().get(0).toString())
        .startsWith("town.json:4:")
        .contains("/features/1/properties/kind");
  }

  @Test
  void latitude_before_longitude_is_found_where_it_can_be() {
    String bad = TOWN.replace("[4.379, 45.436]", "[4.379, 145.436]");
    DocumentException refused =
        catchThrowableOfType(DocumentException.class, () -> BaseMap.read("town.json", bad));
    assertThat(refused).hasMessageContaining("/features/0/geometry/coordinates/0/1");
  }
}
