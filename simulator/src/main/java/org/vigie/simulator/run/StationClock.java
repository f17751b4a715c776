package org.vigie.simulator.run;

/** By which clock the stations of a simulation speak. */
public enum StationClock {
  /**
   * The wall's, as any station does: N times real time is N times, whoever is connected, and what a
   * station repeats (heartbeat, setpoints, sticks) is heard in the same rhythm of simulated time.
   */
  WALL,
  /** The world's: simulated time waits when the station's heartbeat, due each second, lags. */
  WORLD
}
