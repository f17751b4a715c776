package org.vigie.simulator.alert;

import java.io.IOException;
import org.vigie.simulator.scenario.SensorReport;

/** Takes sensors' reports to whoever listens. Thread-safe. */
public interface AlertSender extends AutoCloseable {
  /**
   * Sends one report and waits until it is acknowledged; sending it again does no harm.
   *
   * @throws AlertRefusedException if it was understood and not wanted: sending it again is no use
   * @throws IOException if nobody acknowledged it
   */
  void send(SensorReport report) throws IOException, InterruptedException;

  @Override
  void close();
}
