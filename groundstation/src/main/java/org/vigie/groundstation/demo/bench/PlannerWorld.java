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
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.UasZone;
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
import org.vigie.planner.route.FreeSpace;
import org.vigie.planner.route.Route;
import org.vigie.planner.route.RouteFinder;
import org.vigie.planner.route.RouteObstacle;
import org.vigie.planner.route.TooComplexException;
import org.vigie.planner.route.TravelTime;

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
  /** What a way alone keeps from zones, metres. */
  public static final double MARGIN_M = 45;

  private static final double SPEED_MPS = 8;
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);
  private static final double HALF_M = 3000;
  private static final double INCIDENT_M = 2000;

  private static final double CELL_DEG = 0.0005;
  private static final int CELLS = 161;
  private static final Terrain TERRAIN = terrain();
  private static final AltitudeAmsl HOME_ALTITUDE = new AltitudeAmsl(528);

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
    StarZones drawn = StarZones.draw(zones, radiusM, plane, HALF_M, List.of(from, to), random);
    PlanRequest request =
        request(Home.of(HOME, HOME_ALTITUDE), drawn.zones(), plane.latLon(to), random);
    return new PlannerWorld(request, drawn.shapes(), from, to);
  }

  /**
   * One incident among zones, and as many sites around it, all about as far away: none is left
   * unplanned for being farther than another.
   */
  public static List<PlannerWorld> around(int sites, int zones, double radiusM, long seed) {
    Random random = new Random(seed);
    Plane plane = Plane.around(HOME);
    Coordinate incident = new Coordinate(0, 0);
    List<Coordinate> free = new ArrayList<>(List.of(incident));
    for (int i = 0; i < sites; i++) {
      double azimuth = 2 * Math.PI * (i + random.nextDouble()) / sites;
      double awayM = INCIDENT_M * (0.98 + 0.04 * random.nextDouble());
      free.add(new Coordinate(awayM * Math.sin(azimuth), awayM * Math.cos(azimuth)));
    }
    StarZones drawn = StarZones.draw(zones, radiusM, plane, HALF_M, free, random);
    List<PlannerWorld> worlds = new ArrayList<>();
    for (Coordinate site : free.subList(1, free.size())) {
      LatLon place = plane.latLon(site).quantised();
      Home home = Home.of(place, TERRAIN.findGround(place).orElseThrow());
      worlds.add(
          new PlannerWorld(
              request(home, drawn.zones(), HOME, random), drawn.shapes(), site, incident));
    }
    return worlds;
  }

  private static PlanRequest request(
      Home home, List<UasZone> zones, LatLon incident, Random random) {
    return new PlanRequest(
        "bench",
        new Site("bench", home, List.of(home.position())),
        aircraft(),
        new Incident(incident, 20),
        ZoneSet.of(zones),
        Set.of(),
        TERRAIN,
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

  /** The soonest way alone, in still air; its margin to zones is {@link #MARGIN_M}. */
  public Optional<Route> way() throws TooComplexException {
    List<RouteObstacle> obstacles = new ArrayList<>();
    shapes.forEach(
        shape -> obstacles.add(RouteObstacle.of("Z" + obstacles.size(), shape, MARGIN_M)));
    return new RouteFinder(FreeSpace.among(obstacles), TravelTime.inStillAir(SPEED_MPS))
        .fastest(from, to);
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
