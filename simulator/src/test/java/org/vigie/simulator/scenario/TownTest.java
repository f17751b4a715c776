package org.vigie.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;

import org.junit.jupiter.api.Test;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.LatLon;

/** Town files. */
class TownTest {
  private static final String SMALL =
      """
      {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"kind": "street", "name": "rue Haute", "widthM": 8},
       "geometry": {"type": "LineString", "coordinates": [[4.38, 45.43], [4.381, 45.431]]}},
      {"type": "Feature", "properties": {"kind": "building", "heightM": 12.5},
       "geometry": {"type": "Polygon", "coordinates": [[[4.38, 45.43], [4.3801, 45.43], [4.3801, 45.4301], [4.38, 45.43]]]}},
      {"type": "Feature", "properties": {"kind": "water"},
       "geometry": {"type": "Polygon", "coordinates": [[[4.39, 45.43], [4.3901, 45.43], [4.3901, 45.4301], [4.39, 45.43]]]}}
      ]}
      """;

  @Test
  void a_town_is_read_as_it_is_written() throws Exception {
    Town town = Town.read("town.json", SMALL);
    Town.Street street = town.streets().get(0);
    assertThat(street.name()).isEqualTo("rue Haute");
    assertThat(street.widthM()).isEqualTo(8);
    assertThat(street.course()).contains(new LatLon(45.431, 4.381), atIndex(1));
    assertThat(town.buildings().get(0).heightM()).isEqualTo(12.5);
    assertThat(town.buildings().get(0).outline()).hasSize(3);
    assertThat(town.areas().get(0).ground()).isEqualTo(Town.Ground.WATER);
  }

  private static void refused(String from, String to, String... parts) {
    assertThat(SMALL).contains(from);
    assertThatThrownBy(() -> Town.read("town.json", SMALL.replace(from, to)))
        .isInstanceOf(DocumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  @Test
  void errors_name_file_line_and_field() {
    refused("\"widthM\": 8", "\"widthM\": 800", "town.json:2:", "/features/0/properties/widthM");
    refused(", \"widthM\": 8", "", "town.json:2:", "/features/0/properties", "widthM");
    refused("\"kind\": \"water\"", "\"kind\": \"lava\"", "/features/2/properties/kind");
    refused("\"heightM\": 12.5", "\"heightM\": 12.5, \"x\": 1", "/features/1/properties/x");
    refused(
        "[4.3901, 45.4301], [4.39, 45.43]]]",
        "[4.3901, 45.4301], [4.3902, 45.43]]]",
        "town.json:7:",
        "/features/2/geometry/coordinates/0",
        "ends where it begins");
    refused("[[4.38, 45.43], [4.381", "[[4.38, 95.43], [4.381", "/features/0/geometry/coordinates");
  }
}
