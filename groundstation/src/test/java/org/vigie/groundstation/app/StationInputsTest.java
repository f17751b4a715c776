package org.vigie.groundstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;
import org.vigie.groundstation.app.config.StationFile;

/** What a station makes of the files that plans rest on. */
class StationInputsTest {
  @TempDir Path folder;

  @BeforeEach
  void lay() throws Exception {
    DemoStation.lay(folder, 0, "tcp:127.0.0.1:1");
  }

  private StationInputs read() throws Exception {
    String text = Files.readString(folder.resolve("station.yaml"));
    return StationInputs.read(folder, StationFile.read("station.yaml", text));
  }

  private void change(String from, String to) throws Exception {
    Path zones = folder.resolve("zones.json");
    String text = Files.readString(zones);
    assertThat(text).contains(from);
    Files.writeString(zones, text.replace(from, to));
  }

  private static List<String> unknown(StationInputs inputs) {
    return inputs.zones().unknownDuring(new TimeSpan(Instant.EPOCH, Instant.EPOCH));
  }

  @Test
  void a_zone_that_is_not_understood_closes_its_own_ground_and_nothing_else() throws Exception {
    int zones = read().zones().zones().size();
    change("\"PROHIBITED\"", "\"FORBIDDEN\"");
    StationInputs inputs = read();
    assertThat(inputs.zones().zones()).hasSize(zones);
    assertThat(inputs.zones().zones()).filteredOn(zone -> !zone.understood()).isNotEmpty();
    assertThat(unknown(inputs)).isEmpty();
  }

  @Test
  void a_zone_without_a_readable_place_leaves_the_file_incomplete() throws Exception {
    assertThat(unknown(read())).isEmpty();
    change("\"Polygon\"", "\"Hexagon\"");
    change("\"coordinates\"", "\"somewhere\"");
    StationInputs inputs = read();
    assertThat(unknown(inputs)).containsExactly("zones.json");
    assertThat(inputs.zones().zones()).extracting(UasZone::key).doesNotContain("FRA/FRVG001");
  }

  @Test
  void ground_may_come_from_an_srtm_tile() throws Exception {
    byte[] tile = new byte[1201 * 1201 * 2];
    for (int i = 0; i < tile.length; i += 2) {
      tile[i] = 2;
      tile[i + 1] = 13;
    }
    Files.write(folder.resolve("N45E004.hgt"), tile);
    Path station = folder.resolve("station.yaml");
    String text = Files.readString(station);
    assertThat(text).contains("terrain: terrain.asc");
    Files.writeString(station, text.replace("terrain: terrain.asc", "terrain: N45E004.hgt"));
    StationInputs inputs = read();
    assertThat(inputs.terrain().findGround(new LatLon(45.4386, 4.3766)))
        .contains(new AltitudeAmsl(525));
    assertThat(inputs.files()).anyMatch(file -> file.bytes().length == tile.length);
  }
}
