package org.vigie.simulator.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.document.Document;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.fault.FaultKind;
import org.vigie.simulator.fault.Injection;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.ScenarioReader;
import org.vigie.simulator.scenario.Town;

/**
 * A scenario with the terrain and the town that it names.
 *
 * @param source where each field of the scenario is, for errors
 * @param terrainFile name of the terrain's file
 * @param terrainText its text
 * @param town what stands on the ground; {@link Town#NONE} when the scenario names none
 */
public record ScenarioFile(
    Scenario scenario,
    Document source,
    Terrain terrain,
    String terrainFile,
    String terrainText,
    Town town) {
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
      Scenario scenario = ScenarioReader.shipped(nameOrFile);
      String text = ScenarioReader.resource(nameOrFile + ".yaml").orElseThrow();
      return new Beside(nameOrFile + ".yaml", text, Optional.empty()).read(scenario);
    }
    Path file = Path.of(nameOrFile);
    String text = text(file);
    Scenario scenario = ScenarioReader.read(nameOrFile, text);
    return new Beside(nameOrFile, text, Optional.of(file)).read(scenario);
  }

  /** The files beside a scenario; without a folder, those that ship. */
  private record Beside(String name, String text, Optional<Path> file) {
    ScenarioFile read(Scenario scenario) throws DocumentException, IOException {
      String terrain = scenario.place().terrain();
      String terrainText = find("/place/terrain", terrain);
      Town town = Town.NONE;
      if (scenario.place().findTown().isPresent()) {
        String townFile = scenario.place().findTown().get();
        town = Town.read(townFile, find("/place/town", townFile));
      }
      return new ScenarioFile(
          scenario,
          Document.read(name, text),
          AsciiGrid.read(terrain, terrainText),
          terrain,
          terrainText,
          town);
    }

    private String find(String pointer, String wanted) throws DocumentException, IOException {
      Optional<Path> beside = file.map(scenario -> scenario.resolveSibling(wanted));
      if (beside.isPresent() && Files.exists(beside.get())) {
        return ScenarioFile.text(beside.get());
      }
      Optional<String> shipped = ScenarioReader.resource(wanted);
      if (shipped.isEmpty()) {
        String path = beside.map(Path::toString).orElse(wanted);
        throw new DocumentException(
            Document.read(name, text).problem(pointer, "there is no file " + path));
      }
      return shipped.get();
    }
  }

  /**
   * Refuses a scenario whose faults would reach nobody.
   *
   * @param video whether the vehicles have cameras
   * @param alerts whether somebody takes the sensors' alerts away
   * @param language of the reasons, {@code fr} or {@code en}
   * @throws DocumentException with the line of each such fault
   */
  void checkTakers(boolean video, boolean alerts, String language) throws DocumentException {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < scenario.timeline().size(); i++) {
      Optional<Injection> fault = scenario.timeline().get(i).findFault();
      if (fault.isPresent()) {
        FaultKind kind = fault.get().fault().kind();
        String vehicle = fault.get().vehicle().orElse(scenario.vehicles().get(0).id());
        String pointer = "/timeline/" + i + "/fault";
        Untaken.by(kind, vehicle, video, alerts)
            .map(why -> source.problem(pointer, kind.text() + ": " + why.in(language)))
            .ifPresent(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentException(problems);
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > FILE_BYTES_MAX) {
      throw new IOException(file + " is larger than " + FILE_BYTES_MAX + " bytes");
    }
    return Files.readString(file);
  }
}
