package org.vigie.groundstation.demo.bench.jmh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.monitor.ContainmentInput;
import org.vigie.geofence.monitor.ContainmentMonitor;
import org.vigie.geofence.monitor.ContainmentReport;
import org.vigie.geofence.monitor.ContainmentState;
import org.vigie.geofence.monitor.ContainmentVolume;
import org.vigie.geofence.monitor.StoppingModel;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.volume.KeepOut;
import org.vigie.geofence.zone.HorizontalProjection;

/** One step of the containment monitor of a flight among 200 zones of 20 to 200 corners. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MonitorBenchmark {
  private static final int ZONES = 200;
  private static final int STEPS = 600;
  private static final long SEED = 42;
  private static final double SPEED_MPS = 10;
  private static final double SIDE_M = 1200;
  private static final double REACH_M = 3000;
  private static final Instant START = Instant.parse("2026-06-15T12:00:00Z");
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);

  private final LocalFrame frame = new LocalFrame(HOME);
  private final Plane plane = new Plane(frame);
  private final List<Polygon> plain = new ArrayList<>();
  private final ContainmentInput[] flight = new ContainmentInput[STEPS];
  private ContainmentMonitor monitor =
      new ContainmentMonitor(volume(), StoppingModel.measured(22, 9.5, 1), List.of());

  /** Draws zones around the volume and a flight to and fro in it, five positions a second. */
  @Setup
  public void fly() {
    Random random = new Random(SEED);
    List<KeepOut> zones = new ArrayList<>();
    while (zones.size() < ZONES) {
      double eastM = REACH_M * (2 * random.nextDouble() - 1);
      double northM = REACH_M * (2 * random.nextDouble() - 1);
      double radiusM = 50 + 200 * random.nextDouble();
      if (Math.max(Math.abs(eastM), Math.abs(northM)) < SIDE_M / 2 + 100 + radiusM) {
        continue;
      }
      GeoPolygon ring = star(random, eastM, northM, radiusM);
      plain.add(plane.polygon(ring));
      zones.add(
          KeepOut.of("FRA/Z" + zones.size(), new HorizontalProjection.Polygon(ring, List.of())));
    }
    monitor = new ContainmentMonitor(volume(), StoppingModel.measured(22, 9.5, 1), zones);
    double eastM = -SIDE_M / 2 + 50;
    double way = SPEED_MPS;
    for (int i = 0; i < STEPS; i++) {
      eastM += way / 5;
      way = Math.abs(eastM) > SIDE_M / 2 - 50 ? -way : way;
      flight[i] =
          new ContainmentInput(
              START.plusMillis(200L * i),
              frame.toGeographic(new Enu(eastM, 100 * Math.sin(i / 50.0))),
              new HeightAboveHome(50),
              way,
              0,
              0);
    }
  }

  private GeoPolygon star(Random random, double eastM, double northM, double radiusM) {
    int corners = 20 + random.nextInt(181);
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reachM = radiusM * (0.6 + 0.4 * random.nextDouble());
      ring.add(
          frame.toGeographic(
              new Enu(eastM + reachM * Math.cos(angle), northM + reachM * Math.sin(angle))));
    }
    return new GeoPolygon(ring);
  }

  private static ContainmentVolume volume() {
    return new ContainmentVolume(square(SIDE_M / 2), square(SIDE_M / 2 + 50), 60, 75);
  }

  private static GeoPolygon square(double halfM) {
    LocalFrame frame = new LocalFrame(HOME);
    return new GeoPolygon(
        List.of(
            frame.toGeographic(new Enu(-halfM, -halfM)),
            frame.toGeographic(new Enu(halfM, -halfM)),
            frame.toGeographic(new Enu(halfM, halfM)),
            frame.toGeographic(new Enu(-halfM, halfM))));
  }

  /** The last report of a whole flight. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public ContainmentReport vigie() {
    ContainmentReport report = monitor.step(ContainmentState.START, flight[0], START);
    for (int i = 1; i < STEPS; i++) {
      report = monitor.step(report.state(), flight[i], START.plusMillis(200L * i + 50));
    }
    return report;
  }

  /** The nearest zone's distance alone, asked of each polygon in turn. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public double jts() {
    double sum = 0;
    for (ContainmentInput input : flight) {
      LatLon at = input.position();
      if (at == null) {
        continue;
      }
      Point point = plane.point(at);
      double nearestM = Double.POSITIVE_INFINITY;
      for (Polygon zone : plain) {
        nearestM = Math.min(nearestM, zone.distance(point));
      }
      sum += nearestM;
    }
    return sum;
  }
}
