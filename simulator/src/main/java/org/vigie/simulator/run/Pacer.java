package org.vigie.simulator.run;

/**
 * Says how far the world may run: N times the wall clock. Simulated time waits for a station that
 * lags only where the station lives in simulated time itself ({@link StationClock#WORLD}). A
 * station's heartbeat is due one simulated second after the last; when it is overdue by {@link
 * #LAG_WALL_S} of wall time or {@link #LAG_S} of simulated time the world pauses until it comes,
 * for {@link #WAIT_WALL_S} at most, then goes on, so that failsafes still happen when a station is
 * dead. At real time and slower nothing waits. Confined to the world's thread.
 */
final class Pacer {
  static final double HEARTBEAT_S = 1.0;
  static final double LAG_WALL_S = 0.2;
  static final double WAIT_WALL_S = 3.0;

  /**
   * However fast it runs, so far beyond a heartbeat that is due: less than the shortest failsafe of
   * an autopilot whose station is silent. @source ArduCopter FS_GCS_TIMEOUT 5 s
   */
  static final double LAG_S = 2.0;

  /** A machine that cannot keep up falls behind; it does not rush afterwards. */
  private static final double CATCH_UP_WALL_S = 0.1;

  private final double speed;
  private final StationClock stations;
  private double lastWallS;
  private double allowedS;
  private double heardS = Double.NaN;
  private double overdueSinceWallS = Double.NaN;
  private boolean gaveUp;
  private boolean waiting;

  /**
   * A pacer.
   *
   * @param speed simulated seconds a second; infinite for as fast as the machine can
   * @param stations by which clock stations speak
   */
  Pacer(double speed, StationClock stations, double wallS) {
    this.speed = speed;
    this.stations = stations;
    this.lastWallS = wallS;
  }

  /**
   * How far the world may be now.
   *
   * @param wallS wall time
   * @param worldS simulated time reached
   * @param connected whether a station is connected
   * @param heartbeatS simulated time of the last heartbeat, negative for none
   */
  double allowS(double wallS, double worldS, boolean connected, double heartbeatS) {
    double passedWallS = wallS - lastWallS;
    lastWallS = wallS;
    waiting = lagging(wallS, worldS, connected, heartbeatS);
    if (waiting) {
      allowedS = worldS;
    } else if (Double.isInfinite(speed)) {
      allowedS = Double.POSITIVE_INFINITY;
    } else {
      double ahead = allowedS + passedWallS * speed;
      allowedS = Math.min(ahead, worldS + CATCH_UP_WALL_S * speed);
    }
    return allowedS;
  }

  private boolean lagging(double wallS, double worldS, boolean connected, double heartbeatS) {
    if (stations == StationClock.WALL || speed <= 1 || !connected || heartbeatS < 0) {
      overdueSinceWallS = Double.NaN;
      return false;
    }
    if (heartbeatS != heardS) {
      heardS = heartbeatS;
      gaveUp = false;
      overdueSinceWallS = Double.NaN;
    }
    if (gaveUp || worldS < heartbeatS + HEARTBEAT_S) {
      return false;
    }
    if (Double.isNaN(overdueSinceWallS)) {
      overdueSinceWallS = wallS;
    }
    double overdueWallS = wallS - overdueSinceWallS;
    gaveUp = overdueWallS >= LAG_WALL_S + WAIT_WALL_S;
    boolean far = worldS >= heartbeatS + HEARTBEAT_S + LAG_S;
    return !gaveUp && (far || overdueWallS >= LAG_WALL_S);
  }

  /** Whether the world waits for a station now. */
  boolean waiting() {
    return waiting;
  }
}
