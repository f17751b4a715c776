package org.vigie.simulator.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.ScenarioReader;

/**
 * A scenario with the terrain that it names.
 *
 * @param terrainFile name of the terrain's file
 * @param terrainText its text
 */
public record ScenarioFile(
    Scenario scenario, Terrain terrain, String terrainFile, String terrainText) {
  /** Larger than a town at one metre: not a terrain for a scenario. */
  private static final long FILE_BYTES_MAX = 64L * 1024 * 1024;

  /**
   * Reads a shipped scenario by name, or a file.
   *
   * @throws DocumentException if scenario or terrain cannot be used
   * @throws IOException if a file cannot be read
   */
  public static ScenarioFile read(String nameOrFile) throws DocumentException, IOException {
    if (ScenarioReader.SHIPPED.contains(nameOrFile)) {
      return withTerrain(ScenarioReader.shipped(nameOrFile), Optional.empty());
    }
    Path file = Path.of(nameOrFile);
    String text = text(file);
    Scenario scenario = ScenarioReader.read(nameOrFile, text);
    Path beside = file.resolveSibling(scenario.place().terrain());
    if (Files.exists(beside)) {
      return withTerrain(scenario, Optional.of(beside));
    }
    if (ScenarioReader.resource(scenario.place().terrain()).isEmpty()) {
      throw new DocumentException(
          Document.read(nameOrFile, text).problem("/place/terrain", "there is no file " + beside));
    }
    return withTerrain(scenario, Optional.empty());
  }

  private static ScenarioFile withTerrain(Scenario scenario, Optional<Path> file)
      throws DocumentException, IOException {
    String name = scenario.place().terrain();
    String text = file.isPresent() ? text(file.get()) : ScenarioReader.resource(name).orElseThrow();
    return new ScenarioFile(scenario, AsciiGrid.read(name, text), name, text);
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > FILE_BYTES_MAX) {
      throw new IOException(file + " is larger than " + FILE_BYTES_MAX + " bytes");
    }
    return Files.readString(file);
  }
}
