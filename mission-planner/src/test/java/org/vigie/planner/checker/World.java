package org.vigie.planner.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.obstacle.Obstacle;
import org.vigie.geofence.obstacle.ObstacleFile;
import org.vigie.geofence.obstacle.ObstacleShape;
import org.vigie.geofence.obstacle.ObstacleTop;
import org.vigie.geofence.terrain.AsciiGrid;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.geofence.zone.ZoneVariant;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.Start;
import org.vigie.planner.proof.ProofInputs;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Battery;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.Obstacles;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Site;
import org.vigie.planner.request.Wind;

/**
 * A seeded world of zones in time and height, hills, masts and wind. The checker looks at its own
 * shapes; planner and proof are given what is made of them.
 */
final class World {
  static final Instant FROM = Instant.parse("2026-11-21T12:00:00Z");
  static final Duration VALIDITY = Duration.ofMinutes(40);
  private static final int CELLS = 81;
  private static final double CELL_DEG = 0.0005;

  /**
   * A zone.
   *
   * @param lowM AMSL, or above ground; negative infinity from the surface
   * @param fromS seconds after the plan's begin
   */
  record Zone(
      String id,
      Ring ground,
      boolean closed,
      double lowM,
      double highM,
      boolean aboveGround,
      double fromS,
      double untilS) {}

  /** A mast. */
  record Mast(double x, double y, double radiusM, double topAmslM) {}

  final Flat flat;
  final double homeAmslM;
  final double incidentX;
  final double incidentY;
  final List<Zone> zones = new ArrayList<>();
  final List<Mast> masts = new ArrayList<>();
  final AircraftModel aircraft;
  final Wind wind;
  final OptionalDouble vlosM;
  final Optional<Ring> area;
  final double clearanceM = 10;
  double minAglM = 50;
  final double maxAglM = 120;
  private final double[][] ground = new double[CELLS][CELLS];
  private final double southDeg;
  private final double westDeg;
  private final Random random;

  World(long seed) {
    this.random = new Random(seed);
    this.flat =
        new Flat(
            Math.rint((-60 + 120 * random.nextDouble()) * 1e7) / 1e7,
            Math.rint((-175 + 350 * random.nextDouble()) * 1e7) / 1e7);
    double cell = CELL_DEG * 40;
    this.southDeg = Math.rint((flat.latDeg - cell) * 1e6) / 1e6;
    this.westDeg = Math.rint((flat.lonDeg - cell) * 1e6) / 1e6;
    hills();
    this.homeAmslM = Math.rint(groundM(0, 0) * 100) / 100;
    double bearing = 2 * Math.PI * random.nextDouble();
    double awayM = 200 + 500 * random.nextDouble();
    this.incidentX = awayM * Math.sin(bearing);
    this.incidentY = awayM * Math.cos(bearing);
    this.wind = new Wind(random.nextInt(360), random.nextInt(8));
    double cruiseMps = 5 + random.nextInt(8);
    this.aircraft = aircraft(cruiseMps);
    zones();
    masts();
    this.vlosM =
        random.nextInt(8) == 0
            ? OptionalDouble.of(300 + random.nextInt(500))
            : OptionalDouble.empty();
    this.area =
        random.nextInt(8) == 0 ? Optional.of(box(600 + random.nextInt(500))) : Optional.empty();
  }

  private static Ring box(double halfM) {
    return new Ring(
        new double[] {-halfM, halfM, halfM, -halfM},
        new double[] {-halfM, -halfM, halfM, halfM},
        0);
  }

  private AircraftModel aircraft(double cruiseMps) {
    double hoverW = 300 + random.nextInt(300);
    return new AircraftModel(
        "quad-" + cruiseMps,
        random.nextBoolean() ? "arducopter-4.6" : "arducopter-4.7",
        3 + random.nextInt(4),
        0.5 + random.nextDouble(),
        cruiseMps,
        2.5,
        1.5,
        hoverW,
        hoverW * (1 + 0.3 * random.nextDouble()),
        120 + random.nextInt(150),
        0.25,
        cruiseMps * cruiseMps / 4 + 1,
        12,
        16,
        30,
        Optional.of(new Battery(16, 22.2)),
        Optional.of(new Camera(62, 37, 1920, -90, 20)),
        List.of());
  }

  private void hills() {
    double amp = 18 * random.nextDouble();
    double width = 300 + 900 * random.nextDouble();
    double phase = 6 * random.nextDouble();
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        double east = flat.eastM(southDeg + row * CELL_DEG, westDeg + column * CELL_DEG);
        double north = flat.northM(southDeg + row * CELL_DEG);
        ground[row][column] =
            Math.rint((300 + amp * Math.sin(east / width + phase) * Math.cos(north / width)) * 100)
                / 100;
      }
    }
  }

  private void zones() {
    for (int i = 0; i < 2 + random.nextInt(10); i++) {
      double along = random.nextDouble() * 1.3;
      double beside = (random.nextDouble() - 0.5) * 700;
      double length = Math.hypot(incidentX, incidentY);
      double x = incidentX * along + incidentY / length * beside;
      double y = incidentY * along - incidentX / length * beside;
      double size = 10 + random.nextInt(80);
      Ring ring = random.nextBoolean() ? Ring.disc(x, y, size) : star(x, y, size);
      boolean always = random.nextInt(3) > 0;
      double fromS = always ? Double.NEGATIVE_INFINITY : -4000 + random.nextInt(8000);
      double untilS = always ? Double.POSITIVE_INFINITY : fromS + random.nextInt(4000);
      boolean aboveGround = random.nextBoolean();
      int band = random.nextInt(4);
      double base = aboveGround ? 0 : homeAmslM;
      double low = band == 3 ? base + 40 + random.nextInt(90) : Double.NEGATIVE_INFINITY;
      double high = band == 2 ? base + 20 + random.nextInt(80) : Double.POSITIVE_INFINITY;
      boolean closed = random.nextInt(6) > 0;
      zones.add(new Zone("Z" + i, ring, closed, low, high, aboveGround, fromS, untilS));
    }
  }

  private Ring star(double x, double y, double size) {
    int corners = 3 + random.nextInt(9);
    double[] xs = new double[corners];
    double[] ys = new double[corners];
    for (int k = 0; k < corners; k++) {
      double angle = 2 * Math.PI * k / corners;
      double reach = size * (0.4 + 0.6 * random.nextDouble());
      // what is stored is what everybody looks at
      double lat = Math.rint(flat.lat(y + reach * Math.sin(angle)) * 1e7) / 1e7;
      double north = y + reach * Math.sin(angle);
      double lon = Math.rint(flat.lon(x + reach * Math.cos(angle), north) * 1e7) / 1e7;
      xs[k] = flat.eastM(lat, lon);
      ys[k] = flat.northM(lat);
    }
    return new Ring(xs, ys, 0);
  }

  private void masts() {
    if (random.nextInt(3) == 0) {
      for (int i = 0; i < 6; i++) {
        double x = (random.nextDouble() - 0.5) * 1400;
        double y = (random.nextDouble() - 0.5) * 1400;
        double top = groundM(x, y) + 10 + random.nextInt(50);
        masts.add(new Mast(x, y, 1 + random.nextInt(10), top));
      }
    }
  }

  /** Bilinear between the stored heights. */
  double groundM(double x, double y) {
    double lat = flat.lat(y);
    double column = (flat.lon(x, y) - westDeg) / CELL_DEG;
    double row = (lat - southDeg) / CELL_DEG;
    int c = Math.max(0, Math.min(CELLS - 2, (int) column));
    int r = Math.max(0, Math.min(CELLS - 2, (int) row));
    double u = column - c;
    double v = row - r;
    return (1 - v) * ((1 - u) * ground[r][c] + u * ground[r][c + 1])
        + v * ((1 - u) * ground[r + 1][c] + u * ground[r + 1][c + 1]);
  }

  /** Steepest slope of the ground. */
  double slope() {
    double steepest = 0;
    double cellM = flat.eastM(flat.latDeg, flat.lonDeg + CELL_DEG);
    for (int r = 0; r + 1 < CELLS; r++) {
      for (int c = 0; c + 1 < CELLS; c++) {
        double east = Math.abs(ground[r][c + 1] - ground[r][c]) / cellM;
        double north = Math.abs(ground[r + 1][c] - ground[r][c]) / cellM;
        steepest = Math.max(steepest, Math.hypot(east, north));
      }
    }
    return 2 * steepest;
  }

  LatLon place(double x, double y) {
    return new LatLon(flat.lat(y), flat.lon(x, y));
  }

  PlanRequest request() {
    return request(zones, aircraft);
  }

  PlanRequest request(List<Zone> known, AircraftModel model) {
    LatLon home = new LatLon(flat.latDeg, flat.lonDeg).quantised();
    Home stand = Home.of(home, new AltitudeAmsl(homeAmslM));
    return new PlanRequest(
        "F-1",
        new Site("site", stand, List.of(home)),
        model,
        new Incident(place(incidentX, incidentY), 10),
        Start.onGround(stand),
        ZoneSet.of(known.stream().map(this::uas).toList()),
        Set.of(),
        terrain(),
        obstacles(),
        wind,
        new FlightLimits(maxAglM, minAglM, 70, area.map(this::polygon), vlosM),
        FROM,
        VALIDITY,
        30);
  }

  static ProofInputs inputs(PlanRequest r) {
    return new ProofInputs(
        r.site(),
        r.aircraft(),
        r.zones(),
        r.authorisedZones(),
        r.terrain(),
        r.obstacles(),
        r.wind(),
        r.limits(),
        List.of());
  }

  private GeoPolygon polygon(Ring ring) {
    List<LatLon> points = new ArrayList<>();
    for (int i = 0; i < ring.corners(); i++) {
      points.add(place(ring.x(i), ring.y(i)));
    }
    return new GeoPolygon(points);
  }

  private UasZone uas(Zone zone) {
    HorizontalProjection projection =
        zone.ground().corners() == 1
            ? new HorizontalProjection.Circle(
                place(zone.ground().x(0), zone.ground().y(0)), zone.ground().radiusM())
            : new HorizontalProjection.Polygon(polygon(zone.ground()), List.of());
    VerticalReference reference =
        zone.aboveGround() ? VerticalReference.AGL : VerticalReference.AMSL;
    Applicability period =
        Double.isInfinite(zone.fromS())
            ? Applicability.PERMANENT
            : new Applicability(
                FROM.plusMillis((long) (zone.fromS() * 1000)),
                FROM.plusMillis((long) (zone.untilS() * 1000)),
                List.of());
    return new UasZone(
        zone.id(),
        "FRA",
        ZoneVariant.COMMON,
        zone.closed() ? Restriction.PROHIBITED : Restriction.CONDITIONAL,
        List.of(),
        List.of(period),
        List.of(
            new ZoneGeometry(
                projection, new VerticalBand(zone.lowM(), reference, zone.highM(), reference))),
        ZoneInformation.NONE,
        true);
  }

  private Obstacles obstacles() {
    if (masts.isEmpty()) {
      return Obstacles.NONE;
    }
    List<Obstacle> all = new ArrayList<>();
    for (Mast mast : masts) {
      all.add(
          new Obstacle(
              "mast " + all.size(),
              new ObstacleShape.Path(List.of(place(mast.x(), mast.y())), mast.radiusM()),
              new ObstacleTop.AtAltitude(new AltitudeAmsl(mast.topAmslM()))));
    }
    return new Obstacles(
        List.of(), List.of(new ObstacleFile("masts", all, List.of(), List.of())), clearanceM);
  }

  private Terrain terrain() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "ncols %d%nnrows %d%nxllcenter %.6f%nyllcenter %.6f%ncellsize %s%nNODATA_value -9999%n",
            CELLS,
            CELLS,
            westDeg,
            southDeg,
            CELL_DEG));
    for (int row = CELLS - 1; row >= 0; row--) {
      for (int column = 0; column < CELLS; column++) {
        text.append(String.format(Locale.ROOT, "%.2f ", ground[row][column]));
      }
      text.append('\n');
    }
    try {
      return AsciiGrid.read("hills.asc", text.toString());
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }
}
