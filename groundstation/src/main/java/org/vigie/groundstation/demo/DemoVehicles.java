package org.vigie.groundstation.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.simulator.net.LinkRules;
import org.vigie.simulator.run.RunningSimulation;
import org.vigie.simulator.run.StationClock;
import org.vigie.simulator.run.Transport;
import org.vigie.simulator.scenario.Scenario;

/**
 * What a demonstration flies: vehicles simulated in this process, or an autopilot that runs
 * already. Thread-safe.
 */
final class DemoVehicles implements AutoCloseable {
  /** Fictitious: no maker has this code. */
  private static final String SERIAL_NUMBER = "0DEMB00000000001";

  private final Instant start;
  private final String autopilot;
  private final @Nullable RunningSimulation simulation;

  private DemoVehicles(Instant start, String autopilot, @Nullable RunningSimulation simulation) {
    this.start = start;
    this.autopilot = autopilot;
    this.simulation = simulation;
  }

  /**
   * Starts the scenario's vehicles, or none when the setting names an autopilot.
   *
   * @throws DocumentException if the terrain or an airframe cannot be used
   * @throws IOException if no port is free
   */
  static DemoVehicles start(DemoSetting setting, Scenario scenario)
      throws DocumentException, IOException {
    if (!setting.autopilot().isEmpty()) {
      return new DemoVehicles(scenario.start(), setting.autopilot(), null);
    }
    RunningSimulation simulation =
        RunningSimulation.start(
            scenario,
            AsciiGrid.read(scenario.place().terrain(), setting.terrainText()),
            new Transport.TcpListen("127.0.0.1", 0),
            LinkRules.Version.TWO,
            setting.speed(),
            StationClock.WORLD,
            OptionalLong.empty());
    simulation.fitRemoteId();
    return new DemoVehicles(scenario.start(), "", simulation);
  }

  /** The story's time now. */
  Instant now() {
    RunningSimulation running = simulation;
    return running == null ? start : running.simulatedTime();
  }

  /** The running world, null when an autopilot flies that is not simulated here. */
  @Nullable RunningSimulation simulation() {
    return simulation;
  }

  /** Where the station finds vehicle i, from 0. */
  String link(int vehicle) {
    RunningSimulation running = simulation;
    return running == null ? autopilot : "tcp:127.0.0.1:" + running.ports().get(vehicle);
  }

  /**
   * Of what an autopilot that runs already carries, nothing is known but that it must be marked.
   */
  String remoteId() {
    return simulation == null
        ? "{carriedBy: module}"
        : "{carriedBy: autopilot, serialNumber: " + SERIAL_NUMBER + "}";
  }

  @Override
  public void close() throws IOException {
    RunningSimulation running = simulation;
    if (running != null) {
      running.close();
    }
  }
}
