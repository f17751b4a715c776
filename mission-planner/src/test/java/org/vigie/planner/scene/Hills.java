package org.vigie.planner.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.planner.Demo;

/** Seeded hills around the demonstration's incident, on a grid of some 8 m by 11 m. */
record Hills(Terrain terrain) {
  private static final double CELL_DEG = 0.0001;
  private static final int HALF_CELLS = 90;

  static final double BASE_M = 528;

  /** A round hill: metres east and north of the incident, its height and its breadth. */
  record Hill(double eastM, double northM, double heightM, double breadthM) {}

  static Hills random(Random random) {
    List<Hill> hills = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(8); i++) {
      hills.add(
          new Hill(
              300 * random.nextDouble() - 150,
              300 * random.nextDouble() - 150,
              5 + 50 * random.nextDouble(),
              10 + 40 * random.nextDouble()));
    }
    return of(hills);
  }

  static Hills of(List<Hill> hills) {
    Plane plane = Plane.around(Demo.INCIDENT);
    int side = 2 * HALF_CELLS + 1;
    double west = Demo.INCIDENT.lonDeg() - HALF_CELLS * CELL_DEG;
    double south = Demo.INCIDENT.latDeg() - HALF_CELLS * CELL_DEG;
    StringBuilder text = new StringBuilder();
    text.append("ncols ").append(side).append("\nnrows ").append(side);
    text.append("\nxllcenter ").append(west).append("\nyllcenter ").append(south);
    text.append("\ncellsize ").append(CELL_DEG).append("\nNODATA_value -9999\n");
    for (int row = side - 1; row >= 0; row--) {
      for (int column = 0; column < side; column++) {
        Coordinate at =
            plane.coordinate(
                new org.vigie.geofence.geo.LatLon(
                    south + row * CELL_DEG, west + column * CELL_DEG));
        double altitudeM = BASE_M;
        for (Hill hill : hills) {
          double distanceM = Math.hypot(at.x - hill.eastM(), at.y - hill.northM());
          altitudeM +=
              hill.heightM() * Math.exp(-distanceM * distanceM / hill.breadthM() / hill.breadthM());
        }
        text.append(String.format(Locale.ROOT, "%.2f ", altitudeM));
      }
      text.append('\n');
    }
    try {
      return new Hills(AsciiGrid.read("hills.asc", text.toString()));
    } catch (DocumentException e) {
      throw new AssertionError(e);
    }
  }
}
