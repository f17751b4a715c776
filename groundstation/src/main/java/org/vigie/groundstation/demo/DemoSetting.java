package org.vigie.groundstation.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.groundstation.text.Language;
import org.vigie.simulator.run.RunningSimulation;
import org.vigie.simulator.run.Transport;
import org.vigie.simulator.scenario.Scenario;

/**
 * How a demonstration is to be run.
 *
 * @param out folder for everything that comes of it
 * @param terrainText the scenario's terrain grid
 * @param autopilot endpoint of an autopilot that is already running, empty for the built-in one
 */
record DemoSetting(
    Path out,
    double speed,
    Language language,
    String terrainText,
    String autopilot,
    PrintStream output) {

  RunningSimulation simulate(Scenario scenario) throws IOException {
    try {
      return RunningSimulation.start(
          scenario,
          AsciiGrid.read(scenario.place().terrain(), terrainText),
          new Transport.TcpListen("127.0.0.1", 0),
          speed,
          OptionalLong.empty());
    } catch (DocumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  void writeTerrain(Scenario scenario, Path folder) throws IOException {
    Files.writeString(folder.resolve("terrain.asc"), terrainText);
  }

  /** Where the station finds vehicle i. */
  String link(RunningSimulation simulation, int vehicle) {
    return autopilot.isEmpty() ? "tcp:127.0.0.1:" + simulation.ports().get(vehicle) : autopilot;
  }
}
