package org.vigie.groundstation.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;

/** Reads station.yaml: first its form, by the schema, then that its parts know each other. */
public final class StationFile {
  private final Document document;
  private final StationConfig config;
  private final List<Problem> problems = new ArrayList<>();

  private StationFile(Document document, StationConfig config) {
    this.document = document;
    this.config = config;
  }

  /**
   * Reads and checks a station's configuration.
   *
   * @throws DocumentException with everything that is wrong, each with file, line and field
   */
  public static StationConfig read(String fileName, String text) throws DocumentException {
    Document document = Document.read(fileName, text).check(schema());
    StationConfig config = document.as(StationConfig.class);
    return new StationFile(document, config).checked();
  }

  private StationConfig checked() throws DocumentException {
    Set<String> services = ids("/services", config.services(), StationConfig.ServicePart::id);
    Set<String> sites = ids("/sites", config.sites(), StationConfig.SitePart::id);
    Set<String> aircraft = ids("/aircraft", config.aircraft(), StationConfig.AircraftPart::id);
    Set<String> people = ids("/people", config.people(), StationConfig.PersonPart::id);
    ids("/vehicles", config.vehicles(), StationConfig.VehiclePart::id);
    ids("/people", config.people(), StationConfig.PersonPart::tokenSha256);
    for (int i = 0; i < config.services().size(); i++) {
      known("/services/" + i + "/pilots", config.services().get(i).pilots(), people, "person");
    }
    for (int i = 0; i < config.vehicles().size(); i++) {
      StationConfig.VehiclePart vehicle = config.vehicles().get(i);
      String at = "/vehicles/" + i;
      known(at + "/aircraft", List.of(vehicle.aircraft()), aircraft, "aircraft");
      known(at + "/site", List.of(vehicle.site()), sites, "site");
      known(at + "/services", vehicle.services(), services, "service");
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
    return config;
  }

  private <T> Set<String> ids(String pointer, List<T> parts, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!seen.add(id.apply(parts.get(i)))) {
        problems.add(
            document.problem(pointer + "/" + i, "is given twice: " + id.apply(parts.get(i))));
      }
    }
    return seen;
  }

  private void known(String pointer, List<String> names, Set<String> all, String what) {
    for (String name : names) {
      if (!all.contains(name)) {
        problems.add(
            document.problem(
                pointer,
                "no "
                    + what
                    + " \""
                    + name
                    + "\"; there are "
                    + all.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
  }

  private static String schema() {
    try (InputStream in = StationFile.class.getResourceAsStream("station.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("station.schema.json is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
