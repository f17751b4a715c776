package org.vigie.simulator.camera.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.scenario.Town;

/** Puts a scene together, layer upon layer. Seeded: the same scenario looks the same. */
final class SceneBuilder {
  /** Detailed ground reaches so far beyond the town. */
  private static final double MARGIN_M = 800;

  /** Plain ground reaches to where the haze hides it. */
  private static final double HORIZON_M = 9000;

  private static final Colour GRASS = Colour.ofRgb(0x77804F);
  private static final Colour GRAVEL = Colour.ofRgb(0x9A9284);
  private static final Colour LAWN = Colour.ofRgb(0x6C8A4A);
  private static final Colour PAVED = Colour.ofRgb(0xBDB2A0);
  private static final Colour WATER = Colour.ofRgb(0x4C6C82);
  private static final int[] LEAVES = {0x5E7040, 0x74783E, 0x8A7A3A, 0x556B3B, 0x6A6A38};
  private static final int[] PAINTS = {
    0xD8D8D6, 0x3A3D42, 0x8E9296, 0x7A2A28, 0x2F4A78, 0x1F2226, 0xB9B4A8
  };
  private static final Set<String> FIRES = Set.of("explosion", "fire", "smoke", "crash");

  private static final double PARK_TREE_EVERY_M = 15;
  private static final double COURT_TREE_EVERY_M = 34;
  private static final double CAR_EVERY_M = 13;
  private static final double CAR_SHARE = 0.4;

  private final Scenario scenario;
  private final Town town;
  private final LocalFrame frame;
  private final Ground ground;
  private final SplittableRandom random = new SplittableRandom(7);
  private final double[] bounds;
  private final List<double[]> houses = new ArrayList<>();
  private final List<double[]> courses = new ArrayList<>();
  private final List<Double> widths = new ArrayList<>();

  SceneBuilder(Scenario scenario, Terrain terrain, Town town) {
    this.scenario = scenario;
    this.town = town;
    Scenario.HomeSpec home = scenario.vehicles().get(0).home();
    this.frame = new LocalFrame(new LatLon(home.lat(), home.lon()));
    for (Town.Building building : town.buildings()) {
      houses.add(Flat.againstClock(local(building.outline())));
    }
    for (Town.Street street : town.streets()) {
      courses.add(local(street.course()));
      widths.add(street.widthM());
    }
    this.bounds = bounds();
    this.ground =
        new Ground(
            frame,
            terrain,
            home.amslM(),
            bounds[0] - MARGIN_M,
            bounds[1] - MARGIN_M,
            bounds[2] + MARGIN_M,
            bounds[3] + MARGIN_M);
  }

  private double[] local(List<LatLon> points) {
    double[] local = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      Enu at = frame.toLocal(points.get(i));
      local[2 * i] = at.eastM();
      local[2 * i + 1] = at.northM();
    }
    return local;
  }

  private double[] bounds() {
    List<double[]> all = new ArrayList<>(houses);
    all.addAll(courses);
    for (Scenario.VehicleSpec vehicle : scenario.vehicles()) {
      all.add(local(List.of(new LatLon(vehicle.home().lat(), vehicle.home().lon()))));
    }
    for (Scenario.EventSpec event : scenario.events()) {
      all.add(local(List.of(new LatLon(event.lat(), event.lon()))));
    }
    double[] bounds = Flat.box(all.get(0));
    for (double[] points : all) {
      double[] box = Flat.box(points);
      bounds[0] = Math.min(bounds[0], box[0]);
      bounds[1] = Math.min(bounds[1], box[1]);
      bounds[2] = Math.max(bounds[2], box[2]);
      bounds[3] = Math.max(bounds[3], box[3]);
    }
    return bounds;
  }

  Scene build() {
    ground.cover(Surface.of(Surface.Pattern.YARD, GRAVEL, GRASS));
    List<double[]> parks = areas(Town.Ground.PARK, Surface.Pattern.GRAIN, LAWN);
    List<double[]> kept = areas(Town.Ground.SQUARE, Surface.Pattern.GRAIN, PAVED);
    kept.addAll(areas(Town.Ground.WATER, Surface.Pattern.WATER, WATER));
    new StreetShapes(ground).lay(courses, widths);
    List<double[]> trees = trees(parks, kept);
    BuildingShapes shapes = new BuildingShapes(ground, random);
    for (int i = 0; i < houses.size(); i++) {
      shapes.shadow(houses.get(i), town.buildings().get(i).heightM());
    }
    for (double[] tree : trees) {
      shapes.shadow(Flat.disc(tree[0], tree[1], tree[2] * 0.8, 6), tree[3] * 0.75);
    }
    for (int i = 0; i < houses.size(); i++) {
      shapes.build(houses.get(i), town.buildings().get(i).heightM());
    }
    for (double[] tree : trees) {
      Colour leaves = Colour.ofRgb(LEAVES[random.nextInt(LEAVES.length)]);
      double up = ground.upM(tree[0], tree[1]);
      Solid.tree(ground.tile(tree[0], tree[1]), leaves, tree[0], tree[1], up, tree[2], tree[3]);
    }
    parkedCars();
    List<Incident> incidents = incidents();
    List<Mesh> meshes = ground.build();
    meshes.add(horizon());
    return new Scene(frame, ground, meshes, incidents, new Lamps(courses, widths, bounds));
  }

  private List<double[]> areas(Town.Ground kind, Surface.Pattern pattern, Colour colour) {
    List<double[]> outlines = new ArrayList<>();
    Surface surface = Surface.of(pattern, colour);
    for (Town.Area area : town.areas()) {
      if (area.ground() == kind) {
        double[] outline = Flat.againstClock(local(area.outline()));
        outlines.add(outline);
        for (double[] piece : Flat.pieces(outline)) {
          ground.lay(Mesh.Layer.GROUND, surface, piece);
        }
      }
    }
    return outlines;
  }

  /** East, north, radius, height of each. */
  private List<double[]> trees(List<double[]> parks, List<double[]> kept) {
    List<double[]> trees = new ArrayList<>();
    for (double[] park : parks) {
      scatter(Flat.box(park), PARK_TREE_EVERY_M, List.of(park), kept, trees);
    }
    if (!houses.isEmpty()) {
      kept.addAll(parks);
      scatter(bounds, COURT_TREE_EVERY_M, List.of(), kept, trees);
    }
    return trees;
  }

  private void scatter(
      double[] box, double every, List<double[]> within, List<double[]> kept, List<double[]> to) {
    for (double y = box[1]; y < box[3]; y += every) {
      for (double x = box[0]; x < box[2]; x += every) {
        double east = x + (random.nextDouble() - 0.5) * every;
        double north = y + (random.nextDouble() - 0.5) * every;
        double radius = 2.0 + 2.0 * random.nextDouble();
        boolean inside = within.stream().allMatch(area -> Flat.contains(area, east, north));
        if (inside && random.nextDouble() < 0.75 && free(east, north, radius, kept)) {
          to.add(new double[] {east, north, radius, 2.4 * radius + 1.5});
        }
      }
    }
  }

  private boolean free(double east, double north, double radius, List<double[]> kept) {
    for (double[] area : kept) {
      if (Flat.contains(area, east, north)) {
        return false;
      }
    }
    for (double[] house : houses) {
      double[] box = Flat.box(house);
      boolean clear =
          east < box[0] - radius
              || east > box[2] + radius
              || north < box[1] - radius
              || north > box[3] + radius;
      if (!clear) {
        return false;
      }
    }
    return nearestStreet(east, north)[0] > radius + 3;
  }

  /** Distance to the nearest street's edge, and its direction, clockwise from north. */
  private double[] nearestStreet(double east, double north) {
    double[] best = {Double.MAX_VALUE, 0};
    for (int s = 0; s < courses.size(); s++) {
      double[] course = courses.get(s);
      for (int i = 0; i + 3 < course.length; i += 2) {
        double dx = course[i + 2] - course[i];
        double dy = course[i + 3] - course[i + 1];
        double t = ((east - course[i]) * dx + (north - course[i + 1]) * dy) / (dx * dx + dy * dy);
        t = Math.max(0, Math.min(1, t));
        double away = Math.hypot(course[i] + t * dx - east, course[i + 1] + t * dy - north);
        if (away - widths.get(s) / 2 < best[0]) {
          best = new double[] {away - widths.get(s) / 2, Math.atan2(dx, dy)};
        }
      }
    }
    return best;
  }

  private void parkedCars() {
    for (int s = 0; s < courses.size(); s++) {
      double[] course = courses.get(s);
      for (int i = 0; i + 3 < course.length; i += 2) {
        double dx = course[i + 2] - course[i];
        double dy = course[i + 3] - course[i + 1];
        double length = Math.hypot(dx, dy);
        for (double at = 14; at < length - 14; at += CAR_EVERY_M / 2) {
          if (random.nextDouble() < CAR_SHARE) {
            int side = random.nextBoolean() ? 1 : -1;
            double aside = side * (widths.get(s) / 2 - 1.1) / length;
            double east = course[i] + dx * at / length + dy * aside;
            double north = course[i + 1] + dy * at / length - dx * aside;
            if (!atIncident(east, north)) {
              Colour paint = Colour.ofRgb(PAINTS[random.nextInt(PAINTS.length)]);
              double yaw = Math.atan2(dx, dy) + (side > 0 ? 0 : Math.PI);
              double up = ground.upM(east, north);
              Vehicles.car(ground.tile(east, north), paint, east, north, up, yaw);
            }
          }
        }
      }
    }
  }

  private boolean atIncident(double east, double north) {
    for (Scenario.EventSpec event : scenario.events()) {
      Enu at = frame.toLocal(new LatLon(event.lat(), event.lon()));
      if (at.distanceM(new Enu(east, north)) < 22) {
        return true;
      }
    }
    return false;
  }

  private List<Incident> incidents() {
    Scenario.WindSpec weather = scenario.wind();
    double from = Math.toRadians(weather.fromDeg());
    double[] wind = {-weather.speedMps() * Math.sin(from), -weather.speedMps() * Math.cos(from)};
    List<Incident> incidents = new ArrayList<>();
    for (Scenario.EventSpec event : scenario.events()) {
      if (!event.falseAlarm()) {
        Enu at = frame.toLocal(new LatLon(event.lat(), event.lon()));
        Instant since = scenario.start().plusNanos(Math.round(event.atS() * 1e9));
        double street = nearestStreet(at.eastM(), at.northM())[1];
        boolean fire = FIRES.contains(event.type());
        incidents.add(new Incident(since, ground, at.eastM(), at.northM(), street, fire, wind));
      }
    }
    return incidents;
  }

  /** Plain country around the detailed ground. */
  private Mesh horizon() {
    Mesh.Builder mesh = new Mesh.Builder();
    Surface country = Surface.of(Surface.Pattern.YARD, GRASS, LAWN);
    double west = bounds[0] - MARGIN_M;
    double south = bounds[1] - MARGIN_M;
    double east = ground.eastEdgeM();
    double north = ground.northEdgeM();
    double far = HORIZON_M;
    double level = Double.MAX_VALUE;
    for (double x = west; x <= east; x += Ground.CELL_M) {
      level = Math.min(level, Math.min(ground.upM(x, south), ground.upM(x, north)));
    }
    for (double y = south; y <= north; y += Ground.CELL_M) {
      level = Math.min(level, Math.min(ground.upM(west, y), ground.upM(east, y)));
    }
    flat(mesh, country, level, -far, -far, far, south);
    flat(mesh, country, level, -far, north, far, far);
    flat(mesh, country, level, -far, south, west, north);
    flat(mesh, country, level, east, south, far, north);
    return mesh.build();
  }

  private static void flat(
      Mesh.Builder mesh,
      Surface surface,
      double up,
      double west,
      double south,
      double east,
      double north) {
    mesh.add(
        Mesh.Layer.GROUND,
        surface,
        new double[] {0, 0, 1},
        new double[] {west, south, up, east, south, up, east, north, up, west, north, up});
  }
}
