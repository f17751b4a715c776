package org.vigie.simulator.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.world.SimulatedVehicle;

/** Where vehicles truly were, for judging afterwards. Thread-safe. */
public final class TrueTrack {
  /** Two hours of one vehicle at five points a second, or as much of several; then it is full. */
  private static final int POINTS_MAX = 36_000;

  /**
   * A vehicle at a moment.
   *
   * @param at simulated time
   * @param altitudeAmslM above mean sea level
   */
  public record Point(
      Instant at, String vehicleId, LatLon place, double altitudeAmslM, boolean armed) {}

  private final List<Point> points = new ArrayList<>();
  private boolean full;

  synchronized void add(SimulatedVehicle vehicle, Instant at) {
    full |= points.size() >= POINTS_MAX;
    if (!full) {
      boolean armed = vehicle.autopilot().controller().armed();
      double up = vehicle.body().position().up();
      points.add(new Point(at, vehicle.id(), vehicle.place(), up, armed));
    }
  }

  /** All points so far. */
  public synchronized List<Point> points() {
    return List.copyOf(points);
  }

  /** Whether it ended before the flight did: what came later is not known. */
  public synchronized boolean full() {
    return full;
  }

  /** The track as a table with a head line, for people and spreadsheets. */
  public synchronized String csv() {
    StringBuilder csv = new StringBuilder("at,vehicle,latDeg,lonDeg,altitudeAmslM,armed\n");
    for (Point point : points) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%.7f,%.7f,%.2f,%b\n",
              point.at(),
              point.vehicleId(),
              point.place().latDeg(),
              point.place().lonDeg(),
              point.altitudeAmslM(),
              point.armed()));
    }
    return csv.toString();
  }
}
