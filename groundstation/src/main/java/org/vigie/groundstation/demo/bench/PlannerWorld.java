package org.vigie.groundstation.demo.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.planner.plan.Home;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/**
 * A flight of two kilometres among zones of 20 corners each, drawn by chance from a seed: all of
 * them closed, from the ground up, within the flight's reach.
 *
 * @param shapes the zones in metres around home
 * @param from home in the same metres
 * @param to the incident in the same metres
 */
public record PlannerWorld(
    PlanRequest request, List<Polygon> shapes, Coordinate from, Coordinate to) {
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);
  private static final int CORNERS = 20;
  private static final double HALF_M = 3000;
  private static final double INCIDENT_M = 2000;

  /** So much around home and incident is left free, metres. */
  private static final double FREE_M = 120;

  private static final double CELL_DEG = 0.0005;
  private static final int CELLS = 161;

  /**
   * A world of so many zones; the same seed gives the same.
   *
   * @param radiusM of the smallest zone; the largest has four times as much
   */
  public static PlannerWorld of(int zones, double radiusM, long seed) {
    Random random = new Random(seed);
    Plane plane = Plane.around(HOME);
    double azimuth = 2 * Math.PI * random.nextDouble();
    Coordinate from = new Coordinate(0, 0);
    Coordinate to = new Coordinate(INCIDENT_M * Math.sin(azimuth), INCIDENT_M * Math.cos(azimuth));
    List<UasZone> drawn = new ArrayList<>();
    List<Polygon> shapes = new ArrayList<>();
    while (drawn.size() < zones) {
      Coordinate centre =
          new Coordinate(
              HALF_M * (2 * random.nextDouble() - 1), HALF_M * (2 * random.nextDouble() - 1));
      double sizeM = radiusM * (1 + 3 * random.nextDouble());
      if (Math.min(centre.distance(from), centre.distance(to)) < sizeM + FREE_M) {
        continue;
      }
      GeoPolygon ring = star(plane, centre, sizeM, random);
      shapes.add(plane.polygon(ring));
      drawn.add(
          UasZone.permanent(
              "Z" + drawn.size(),
              "FRA",
              Restriction.PROHIBITED,
              List.of(
                  new ZoneGeometry(
                      new HorizontalProjection.Polygon(ring, List.of()), VerticalBand.UNLIMITED))));
    }
    LatLon incident = plane.latLon(to);
    return new PlannerWorld(request(drawn, incident, random), shapes, from, to);
  }

  private static GeoPolygon star(Plane plane, Coordinate centre, double sizeM, Random random) {
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      double reachM = sizeM * (0.6 + 0.4 * random.nextDouble());
      ring.add(
          plane
              .frame()
              .toGeographic(
                  new Enu(
                      centre.x + reachM * Math.cos(angle), centre.y + reachM * Math.sin(angle))));
    }
    return new GeoPolygon(ring);
  }

  private static PlanRequest request(List<UasZone> zones, LatLon incident, Random random) {
    return new PlanRequest(
        "bench",
        new Site("bench", Home.of(HOME, new AltitudeAmsl(528)), List.of(HOME)),
        aircraft(),
        new Incident(incident, 20),
        ZoneSet.of(zones),
        Set.of(),
        terrain(),
        new Wind(random.nextInt(360), 8 * random.nextDouble()),
        new FlightLimits(120, 50, 200),
        Instant.parse("2026-06-15T12:00:00Z"),
        Duration.ofMinutes(60),
        60);
  }

  private static AircraftModel aircraft() {
    return new AircraftModel(
        "bench",
        "arducopter-4.6",
        4.0,
        0.8,
        8,
        2.5,
        1.5,
        420,
        450,
        600,
        0.25,
        18,
        10,
        15,
        30,
        Optional.empty(),
        Optional.of(new Camera(60, 36, 1920, -90, 0)),
        List.of());
  }

  /** What the plan is proven against. */
  public ProofInputs inputs() {
    return new ProofInputs(
        request.site(),
        request.aircraft(),
        request.zones(),
        request.authorisedZones(),
        request.terrain(),
        request.obstacles(),
        request.wind(),
        request.limits(),
        List.of());
  }

  /** Smooth hills, a few metres high. */
  private static Terrain terrain() {
    StringBuilder text = new StringBuilder();
    text.append("ncols ").append(CELLS).append("\nnrows ").append(CELLS);
    text.append("\nxllcenter ").append(HOME.lonDeg() - (CELLS - 1) / 2.0 * CELL_DEG);
    text.append("\nyllcenter ").append(HOME.latDeg() - (CELLS - 1) / 2.0 * CELL_DEG);
    text.append("\ncellsize ").append(CELL_DEG).append("\nNODATA_value -9999\n");
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        double altitudeM = 528 + 5 * Math.sin(column / 20.0) + 5 * Math.sin(row / 25.0);
        text.append(String.format(Locale.ROOT, "%.2f ", altitudeM));
      }
      text.append('\n');
    }
    try {
      return AsciiGrid.read("bench.asc", text.toString());
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }
}
