package org.vigie.groundstation.demo.bench.jmh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.index.ZoneIndex;
import org.vigie.geofence.zone.index.ZoneLayer;
import org.vigie.geofence.zone.index.ZoneProbe;
import org.vigie.groundstation.demo.bench.SyntheticCountry;

/** Which of 10,000 zones are in force at a point, at its altitude and instant. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ZoneBenchmark {
  private static final int ZONES = 10_000;
  private static final int POINTS = 4096;
  private static final long SEED = 42;
  private static final double ALTITUDE_M = 600;
  private static final Instant AT = Instant.parse("2026-06-15T12:00:00Z");
  private static final long AT_MS = AT.toEpochMilli();
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private double[] points = new double[0];
  private ZoneProbe probe = ZoneIndex.of(List.of()).probe();
  private STRtree tree = new STRtree();

  private record Solid(UasZone zone, PreparedGeometry ground) {}

  /** Indexes the zones both ways. */
  @Setup
  public void index() {
    List<UasZone> zones = SyntheticCountry.zones(ZONES, SEED);
    points = SyntheticCountry.points(zones, POINTS, SEED + 1);
    ZoneSource source =
        new ZoneSource("country", "", Optional.empty(), Optional.empty(), Optional.empty(), true);
    probe = ZoneIndex.of(List.of(new ZoneLayer(source, zones))).probe();
    tree = new STRtree();
    for (UasZone zone : zones) {
      Polygon ground = polygon(zone);
      tree.insert(
          ground.getEnvelopeInternal(), new Solid(zone, PreparedGeometryFactory.prepare(ground)));
    }
    tree.build();
    if (vigie() != jts()) {
      throw new IllegalStateException("the two ways of asking disagree");
    }
  }

  private static Polygon polygon(UasZone zone) {
    List<LatLon> ring =
        ((HorizontalProjection.Polygon) zone.geometry().get(0).projection()).outer().ring();
    List<Coordinate> corners = new ArrayList<>();
    for (int i = 0; i <= ring.size(); i++) {
      LatLon corner = ring.get(i % ring.size());
      corners.add(new Coordinate(corner.lonDeg(), corner.latDeg()));
    }
    return FACTORY.createPolygon(corners.toArray(Coordinate[]::new));
  }

  /** Zones found at all points. */
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public int vigie() {
    int found = 0;
    for (int i = 0; i < POINTS; i++) {
      found +=
          probe.at(
              points[2 * i],
              points[2 * i + 1],
              ALTITUDE_M,
              ALTITUDE_M,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              AT_MS,
              AT_MS);
    }
    return found;
  }

  /** The same with an STRtree of prepared polygons. */
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public int jts() {
    int found = 0;
    AltitudeAmsl altitude = new AltitudeAmsl(ALTITUDE_M);
    for (int i = 0; i < POINTS; i++) {
      Coordinate at = new Coordinate(points[2 * i + 1], points[2 * i]);
      Point point = FACTORY.createPoint(at);
      for (Object near : tree.query(new Envelope(at))) {
        Solid solid = (Solid) near;
        if (solid.ground().covers(point)
            && solid.zone().geometry().get(0).band().mayMeet(altitude, altitude, Optional.empty())
            && solid.zone().inForce(AT, AT)) {
          found++;
        }
      }
    }
    return found;
  }
}
