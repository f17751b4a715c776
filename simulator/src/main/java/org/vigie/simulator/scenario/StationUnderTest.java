package org.vigie.simulator.scenario;

import java.io.IOException;

/**
 * The ground station that a scenario is played against: a process of its own, reached only through
 * its HTTP interface and the vehicles' links. A station's maker implements it; the simulator only
 * starts and kills.
 */
public interface StationUnderTest {
  /**
   * Starts it, for the first time or again, and waits until it answers.
   *
   * @throws IOException with its last words if it does not come up
   */
  void start() throws IOException, InterruptedException;

  /** Ends its process at once, without a word, as a power cut would. */
  void kill() throws InterruptedException;

  /** Where people and sensors reach it, for example {@code http://127.0.0.1:8080}. */
  String address();

  /** Simulated seconds that pass for it in a second of the wall clock. */
  double clockRate();
}
