package org.vigie.simulator.autopilot.param;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The parameters of one firmware version. */
public final class ParameterTable {
  private static final String FOLDER = "/org/vigie/simulator/autopilot/";

  private ParameterTable() {}

  /** Each is read once: the vehicles of a world share it. */
  private static final Map<String, List<Parameter>> TABLES = new ConcurrentHashMap<>();

  /** ArduCopter 4.6. */
  public static List<Parameter> arduCopter46() {
    return table("arducopter-4.6.params");
  }

  /** ArduCopter 4.7: lengths in metres, speeds in metres per second, under new names. */
  public static List<Parameter> arduCopter47() {
    return table("arducopter-4.7.params");
  }

  private static List<Parameter> table(String name) {
    return TABLES.computeIfAbsent(FOLDER + name, ParameterTable::read);
  }

  private static List<Parameter> read(String resource) {
    try (InputStream in = ParameterTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      List<Parameter> table = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] fields = line.strip().split(" ");
          table.add(
              new Parameter(
                  fields[0],
                  table.size(),
                  ParameterType.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                  Float.parseFloat(fields[2]),
                  fields[3],
                  fields[4].equals("ro"),
                  fields.length > 5 ? fields[5] : ""));
        }
      }
      return List.copyOf(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
