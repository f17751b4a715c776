package org.vigie.groundstation.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.geofence.document.DocumentException;
import org.vigie.groundstation.app.BadInputException;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.ScenarioReader;

/**
 * A scenario with the texts of the files that it names.
 *
 * @param terrain its terrain grid
 * @param town streets and houses, GeoJSON
 */
record ScenarioTexts(Scenario scenario, String terrain, String town) {
  private static final String NO_TOWN = "{\"type\": \"FeatureCollection\", \"features\": []}";

  /**
   * Reads a shipped scenario by name, or a file; what it names lies beside it or ships.
   *
   * @throws DocumentException if the scenario cannot be used
   * @throws BadInputException if it names a file that is not there
   */
  static ScenarioTexts read(String nameOrFile)
      throws DocumentException, IOException, BadInputException {
    Path file = Path.of(nameOrFile);
    Scenario scenario =
        Files.isRegularFile(file)
            ? ScenarioReader.read(String.valueOf(file.getFileName()), Files.readString(file))
            : ScenarioReader.shipped(nameOrFile);
    Optional<String> town = scenario.place().findTown();
    return new ScenarioTexts(
        scenario,
        text(file, scenario, "terrain", scenario.place().terrain()),
        town.isPresent() ? text(file, scenario, "town", town.get()) : NO_TOWN);
  }

  private static String text(Path scenarioFile, Scenario scenario, String field, String name)
      throws IOException, BadInputException {
    Path file = scenarioFile.toAbsolutePath().resolveSibling(name);
    if (Files.isRegularFile(file)) {
      return Files.readString(file, StandardCharsets.UTF_8);
    }
    return ScenarioReader.resource(name)
        .orElseThrow(
            () ->
                new BadInputException(scenario.name() + ": /place/" + field + ": no file " + name));
  }
}
