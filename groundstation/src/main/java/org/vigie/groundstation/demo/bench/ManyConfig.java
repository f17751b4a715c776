package org.vigie.groundstation.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vigie.groundstation.app.BadInputException;
import org.vigie.groundstation.demo.StationFolder;

/** The demonstration's station with many vehicles on one UDP port, on flat ground. */
final class ManyConfig {
  private static final String VEHICLES = "\nvehicles:\n";
  private static final String AFTER = "\ncameras:";
  private static final int CELLS = 100;

  private ManyConfig() {}

  /**
   * Writes its folder.
   *
   * @param vehicles V1 and so on, with system ids from 1
   */
  static StationFolder write(Path folder, int vehicles, int http, int udp)
      throws IOException, BadInputException {
    Map<String, String> values = new HashMap<>();
    values.put("language", "en");
    values.put("http.port", "" + http);
    values.put("wind.fromDeg", "0");
    values.put("wind.speedMps", "0");
    values.put("site.lat", "45.4390");
    values.put("site.lon", "4.3790");
    values.put("site.amslM", "530");
    values.put("link.1", "udp:127.0.0.1:" + udp);
    values.put("video.1", "udp:127.0.0.1:0");
    values.put("cameras", "[]");
    values.put("remoteId", "false");
    StationFolder station = StationFolder.create(folder, "saint-etienne", values);
    String config = Files.readString(station.config());
    int from = config.indexOf(VEHICLES) + VEHICLES.length();
    int to = config.indexOf(AFTER);
    StringBuilder all = new StringBuilder(config.substring(0, from));
    for (int i = 1; i <= vehicles; i++) {
      all.append(
          String.format(
              Locale.ROOT,
              "  - {id: V%d, aircraft: demo-quad-1, systemId: %d, site: couriot,"
                  + " link: \"udp:127.0.0.1:%d\", services: [sdis42]}%n",
              i,
              i,
              udp));
    }
    all.append(config.substring(to + 1).replaceAll("(?m)^map:.*$", ""));
    Files.writeString(station.config(), all);
    Files.writeString(folder.resolve("terrain.asc"), flat());
    return station;
  }

  private static String flat() {
    String row = String.join(" ", Collections.nCopies(CELLS, "530")) + "\n";
    return "ncols 100\nnrows 100\nxllcorner 4.28\nyllcorner 45.34\ncellsize 0.002\n"
        + "NODATA_value -9999\n"
        + row.repeat(CELLS);
  }
}
