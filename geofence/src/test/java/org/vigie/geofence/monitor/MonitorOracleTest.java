package org.vigie.geofence.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.volume.BruteForce;
import org.vigie.geofence.volume.KeepOut;
import org.vigie.geofence.zone.HorizontalProjection;

/**
 * The monitor's numbers against distances worked out the plain way, flights stepped through and
 * stops integrated. The oracle shares no code with what it checks.
 */
class MonitorOracleTest {
  private static final boolean DEEP = Boolean.getBoolean("vigie.deep");
  private static final int WORLDS = DEEP ? 2_000 : 150;
  private static final int WORLDS_MARGINS = DEEP ? 20_000 : 150;
  private static final int AIRCRAFT = DEEP ? 50 : 8;
  private static final Instant T0 = Instant.parse("2026-11-21T12:00:00Z");
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double DECELERATION_MPS2 = 2;
  private static final double REACTION_S = 1;
  private static final double TOP_M = 73;
  private static final double FLOOR_M = 20;

  /** Frames and straight lines differ by less, within 2 km. */
  private static final double EXACT_M = 0.03;

  /** What the monitor counts as on a boundary. */
  private static final double BOUNDARY_M = 0.01;

  /** A drifting stop is drawn with chords that are off by less, at the speeds of this test. */
  private static final double CHORD_M = 0.8;

  private final BruteForce oracle = new BruteForce(HOME);
  private final Random random = new Random(17);

  /** A zone the plain way: a ring, or a centre with a radius. */
  private record Zone(
      String key, List<double[]> ring, double radiusM, double floorM, double ceilingM) {
    /** Signed distance on the ground: negative inside. */
    double beside(double x, double y) {
      double edge = BruteForce.distance(ring, ring.size() > 1, x, y);
      return ring.size() == 1 ? edge - radiusM : BruteForce.inside(ring, x, y) ? -edge : edge;
    }
  }

  private record World(
      List<double[]> geography,
      List<double[]> volume,
      List<Zone> zones,
      ContainmentMonitor monitor) {}

  private record Aircraft(
      double x,
      double y,
      double height,
      double vx,
      double vy,
      double vz,
      double windX,
      double windY,
      double errorM,
      double heightErrorM,
      double ageS) {
    double speed() {
      return Math.hypot(vx, vy);
    }
  }

  private List<double[]> star(double cx, double cy, double radius, double rough, int corners) {
    List<double[]> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double reach = radius * (1 - rough * random.nextDouble());
      double angle = 2 * Math.PI * i / corners;
      ring.add(new double[] {cx + reach * Math.cos(angle), cy + reach * Math.sin(angle)});
    }
    return ring;
  }

  private GeoPolygon polygon(List<double[]> ring) {
    return new GeoPolygon(ring.stream().map(p -> oracle.point(p[0], p[1])).toList());
  }

  private World world() {
    List<double[]> geography = star(0, 0, 150, 0.5, 5 + random.nextInt(30));
    List<double[]> volume = new ArrayList<>();
    for (double[] p : geography) {
      double r = Math.hypot(p[0], p[1]);
      volume.add(new double[] {p[0] * (r + 40) / r, p[1] * (r + 40) / r});
    }
    List<Zone> zones = new ArrayList<>();
    List<KeepOut> keepOuts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double x = random.nextInt(800) - 400;
      double y = random.nextInt(800) - 400;
      double floor = random.nextBoolean() ? -INF : random.nextInt(100);
      double ceiling = random.nextBoolean() ? INF : Math.max(floor, 0) + random.nextInt(60);
      boolean circle = random.nextInt(3) == 0;
      double radius = 10 + random.nextInt(80);
      List<double[]> ring =
          circle ? List.of(new double[] {x, y}) : star(x, y, radius, 0.8, 3 + random.nextInt(40));
      Zone zone = new Zone("Z" + i, ring, radius, floor, ceiling);
      zones.add(zone);
      keepOuts.add(
          new KeepOut(
              zone.key,
              List.of(
                  circle
                      ? new HorizontalProjection.Circle(oracle.point(x, y), radius)
                      : new HorizontalProjection.Polygon(polygon(ring), List.of())),
              floor,
              ceiling,
              KeepOut.ALWAYS));
    }
    ContainmentVolume allowed =
        new ContainmentVolume(polygon(geography), polygon(volume), 63, TOP_M, FLOOR_M);
    return new World(
        geography,
        volume,
        zones,
        new ContainmentMonitor(
            allowed, StoppingModel.braking(DECELERATION_MPS2, REACTION_S), keepOuts));
  }

  private Aircraft aircraft(boolean level) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double speed = random.nextInt(4) == 0 ? 0 : 12 * random.nextDouble();
    boolean still = random.nextBoolean();
    return new Aircraft(
        random.nextGaussian() * 100,
        random.nextGaussian() * 100,
        15 + random.nextInt(65) + random.nextDouble(),
        speed * Math.cos(angle),
        speed * Math.sin(angle),
        level || random.nextBoolean() ? 0 : random.nextGaussian() * 3,
        still ? 0 : random.nextGaussian() * 4,
        still ? 0 : random.nextGaussian() * 4,
        random.nextBoolean() ? 0 : 5 * random.nextDouble(),
        random.nextBoolean() ? 0 : 3 * random.nextDouble(),
        random.nextInt(3) == 0 ? 3 * random.nextDouble() : 0);
  }

  private ContainmentReport report(World world, Aircraft a) {
    ContainmentInput input =
        new ContainmentInput(
                T0, oracle.point(a.x, a.y), new HeightAboveHome(a.height), a.vx, a.vy, a.vz)
            .in(new Wind(a.windX, a.windY, 0))
            .within(new Accuracy(a.errorM, a.heightErrorM));
    return world.monitor.step(ContainmentState.START, input, T0.plusNanos((long) (a.ageS * 1e9)));
  }

  /** How far it may have gone since its position was measured. */
  private static double flown(Aircraft a) {
    double blind = Math.max(0, a.ageS - 1);
    return a.speed() * (a.ageS - blind) + Math.max(a.speed(), Math.hypot(a.windX, a.windY)) * blind;
  }

  private static double signed(List<double[]> ring, double x, double y) {
    double edge = BruteForce.distance(ring, true, x, y);
    return BruteForce.inside(ring, x, y) ? edge : -edge;
  }

  /** Distance in the air from a box of heights, all doubt taken off. */
  private static double inAir(
      Zone zone, double x, double y, double low, double high, double doubt) {
    double beside = zone.beside(x, y) - doubt;
    double above = low > zone.ceilingM ? low - zone.ceilingM : 0;
    double below = high < zone.floorM ? zone.floorM - high : 0;
    if (above == 0 && below == 0) {
      double out = Math.min(high - zone.floorM, zone.ceilingM - low);
      return beside > 0 ? beside : Math.max(beside, -out);
    }
    return Math.hypot(Math.max(0, beside), above + below);
  }

  @Test
  void every_margin_is_that_of_the_plain_way() {
    int near = 0;
    for (int w = 0; w < WORLDS_MARGINS; w++) {
      World world = world();
      for (int k = 0; k < AIRCRAFT; k++) {
        Aircraft a = aircraft(false);
        ContainmentReport report = report(world, a);
        double doubt = flown(a) + a.errorM;
        double low = a.height + Math.min(0, a.vz) * a.ageS - a.heightErrorM;
        double high = a.height + Math.max(0, a.vz) * a.ageS + a.heightErrorM;
        assertThat(report.volumeMarginM())
            .isCloseTo(signed(world.volume, a.x, a.y) - doubt, within(EXACT_M));
        assertThat(report.geographyMarginM())
            .isCloseTo(signed(world.geography, a.x, a.y) - doubt, within(EXACT_M));
        assertThat(report.volumeHeightMarginM()).isCloseTo(TOP_M - high, within(1e-6));
        assertThat(report.floorMarginM()).isCloseTo(low - FLOOR_M, within(1e-6));
        double least = INF;
        for (Zone zone : world.zones) {
          least = Math.min(least, inAir(zone, a.x, a.y, low, high, doubt));
        }
        if (least < report.horizonM() - EXACT_M) {
          near++;
          assertThat(report.keepOutMarginM()).isCloseTo(least, within(EXACT_M));
          Zone named =
              world.zones.get(Integer.parseInt(report.findKeepOut().orElseThrow().substring(1)));
          assertThat(inAir(named, a.x, a.y, low, high, doubt))
              .isCloseTo(least, within(2 * EXACT_M));
        }
      }
    }
    assertThat(near).isGreaterThan(WORLDS_MARGINS * AIRCRAFT / 2);
  }

  /** When a surface is reached, by steps that are never longer than the way to it. */
  private static double stepped(
      Aircraft a, double untilS, java.util.function.DoubleUnaryOperator safeM) {
    double speed = Math.hypot(a.speed(), a.vz);
    double t = a.ageS;
    while (t - a.ageS <= untilS) {
      double room = safeM.applyAsDouble(t);
      if (room <= 0) {
        return t - a.ageS;
      }
      t += speed == 0 ? untilS + 1 : Math.max(0.001, 0.99 * room / speed);
    }
    return INF;
  }

  @Test
  void the_time_to_breach_is_that_of_a_flight_stepped_through() {
    int breaches = 0;
    int keepOuts = 0;
    for (int w = 0; w < WORLDS; w++) {
      World world = world();
      for (int k = 0; k < AIRCRAFT; k++) {
        Aircraft a = aircraft(false);
        ContainmentReport report = report(world, a);
        double margin =
            Math.min(
                Math.min(report.volumeMarginM(), report.keepOutMarginM()),
                Math.min(report.volumeHeightMarginM(), report.floorMarginM()));
        if (Math.abs(margin - BOUNDARY_M) < 2 * EXACT_M) {
          continue; // on the edge either answer will do
        }
        if (margin < 0) {
          assertThat(report.breachS()).isZero();
          assertThat(report.stopsInside()).isFalse();
          continue;
        }
        double first =
            stepped(
                a,
                25,
                t -> {
                  double x = a.x + a.vx * t;
                  double y = a.y + a.vy * t;
                  double h = a.height + a.vz * t;
                  double room =
                      Math.min(
                          signed(world.volume, x, y) - a.errorM,
                          Math.min(TOP_M - h, h - FLOOR_M) - a.heightErrorM);
                  for (Zone zone : world.zones) {
                    double beside = zone.beside(x, y) - a.errorM;
                    double over =
                        Math.max(
                            h - a.heightErrorM - zone.ceilingM, zone.floorM - h - a.heightErrorM);
                    room = Math.min(room, Math.max(beside, over));
                  }
                  return room;
                });
        if (first <= 25) {
          breaches++;
          keepOuts += report.breach() == Surface.KEEP_OUT ? 1 : 0;
          // grazing a corner: centimetres across are decimetres along
          double graze =
              grazes(world, a, first) ? 25 : 0.02 + EXACT_M / Math.max(0.05, a.speed()) * 8;
          assertThat(report.breachS()).isCloseTo(first, within(graze));
          assertThat(report.findBreach()).isPresent();
        } else if (report.breachS() < 24.5) {
          assertThat(grazes(world, a, report.breachS())).isTrue();
        }
      }
    }
    assertThat(breaches).isGreaterThan(WORLDS * AIRCRAFT / 8);
    assertThat(keepOuts).isGreaterThan(WORLDS / 20);
  }

  /** Whether the flight at that moment touches something so flatly that centimetres decide. */
  private static boolean grazes(World world, Aircraft a, double atS) {
    double t = atS + a.ageS;
    double[] depth = new double[2];
    for (int i = 0; i < 2; i++) {
      double s = t + i * 0.25;
      double x = a.x + a.vx * s;
      double y = a.y + a.vy * s;
      double room = signed(world.volume, x, y) - a.errorM;
      for (Zone zone : world.zones) {
        room = Math.min(room, zone.beside(x, y) - a.errorM);
      }
      depth[i] = room;
    }
    return depth[1] > -3 * EXACT_M - 0.25 * a.speed() * 0.3;
  }

  @Test
  void a_stop_that_is_said_to_end_inside_does_so_when_integrated() {
    int inside = 0;
    int outside = 0;
    for (int w = 0; w < WORLDS; w++) {
      World world = world();
      for (int k = 0; k < AIRCRAFT; k++) {
        Aircraft a = aircraft(k % 2 == 0);
        ContainmentReport report = report(world, a);
        double least = integrated(world, a);
        if (report.stopsInside()) {
          inside++;
          assertThat(least).isGreaterThan(-EXACT_M);
        } else if (k % 2 == 0 && a.ageS == 0) {
          outside++;
          assertThat(least).isLessThan(CHORD_M);
        }
      }
    }
    assertThat(inside).isGreaterThan(WORLDS);
    assertThat(outside).isGreaterThan(WORLDS);
  }

  /** The least distance to anything while it reacts and brakes, carried by the wind. */
  private static double integrated(World world, Aircraft a) {
    double x = a.x + a.vx * a.ageS;
    double y = a.y + a.vy * a.ageS;
    double h = a.height + a.vz * a.ageS;
    double speed = a.speed();
    double ux = speed == 0 ? 0 : a.vx / speed;
    double uy = speed == 0 ? 0 : a.vy / speed;
    double v = speed;
    double vz = a.vz;
    double least = INF;
    double dt = 0.02;
    for (double t = 0; t < REACTION_S + 60; t += dt) {
      least = Math.min(least, room(world, a, x, y, h));
      boolean braking = t >= REACTION_S - dt / 2;
      if (braking && v <= 0 && vz == 0) {
        return least;
      }
      double slower = braking ? Math.max(0, v - DECELERATION_MPS2 * dt) : v;
      double slowerZ =
          braking ? Math.signum(vz) * Math.max(0, Math.abs(vz) - DECELERATION_MPS2 * dt) : vz;
      double drifting = braking && v > 0 ? Math.min(dt, v / DECELERATION_MPS2) : 0;
      x += ux * way(v, slower, dt, braking) + a.windX * drifting;
      y += uy * way(v, slower, dt, braking) + a.windY * drifting;
      h += Math.signum(vz) * way(Math.abs(vz), Math.abs(slowerZ), dt, braking);
      v = slower;
      vz = slowerZ;
    }
    return least;
  }

  private static double way(double from, double to, double dt, boolean braking) {
    return braking ? (from * from - to * to) / (2 * DECELERATION_MPS2) : from * dt;
  }

  private static double room(World world, Aircraft a, double x, double y, double h) {
    double room =
        Math.min(
            signed(world.volume, x, y) - a.errorM,
            Math.min(TOP_M - h, h - FLOOR_M) - a.heightErrorM);
    for (Zone zone : world.zones) {
      double over = Math.max(h - a.heightErrorM - zone.ceilingM, zone.floorM - h - a.heightErrorM);
      room = Math.min(room, Math.max(zone.beside(x, y) - a.errorM, over));
    }
    return room;
  }
}
