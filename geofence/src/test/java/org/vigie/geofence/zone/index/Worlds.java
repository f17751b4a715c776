package org.vigie.geofence.zone.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HeightSpan;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSource;

/** Zones and indexes for tests. */
final class Worlds {
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  static final TimeSpan NOW = new TimeSpan(NOON, NOON.plusSeconds(600));
  static final HeightSpan LOW = HeightSpan.of(new AltitudeAmsl(0), new AltitudeAmsl(100));

  private Worlds() {}

  static ZoneSource source(String name, boolean complete) {
    return new ZoneSource(
        name, "", Optional.of(NOON), Optional.empty(), Optional.empty(), complete);
  }

  static UasZone zone(String id, HorizontalProjection projection) {
    return UasZone.permanent(
        id,
        "FRA",
        Restriction.PROHIBITED,
        List.of(new ZoneGeometry(projection, VerticalBand.UNLIMITED)));
  }

  static HorizontalProjection polygon(GeoPolygon outer, GeoPolygon... holes) {
    return new HorizontalProjection.Polygon(outer, List.of(holes));
  }

  static HorizontalProjection circle(LatLon centre, double radiusM) {
    return new HorizontalProjection.Circle(centre, radiusM);
  }

  static ZoneIndex index(UasZone... zones) {
    return index(List.of(zones));
  }

  static ZoneIndex index(List<UasZone> zones) {
    return ZoneIndex.of(List.of(new ZoneLayer(source("test", true), zones)));
  }

  static ZoneIndex index(HorizontalProjection projection) {
    return index(zone("Z", projection));
  }

  /** Whether the only zone of an index holds a point, as the probe says. */
  static boolean holds(ZoneProbe probe, LatLon point) {
    long now = NOON.toEpochMilli();
    return probe.at(
            point.latDeg(), point.lonDeg(), 0, 100, Double.NaN, Double.NaN, Double.NaN, now, now)
        > 0;
  }

  static GeoPolygon ring(double... lonLat) {
    List<LatLon> points = new ArrayList<>();
    for (int i = 0; i < lonLat.length; i += 2) {
      points.add(new LatLon(lonLat[i + 1], lonLat[i]));
    }
    return new GeoPolygon(points);
  }

  static GeoPolygon box(double west, double south, double east, double north) {
    return ring(west, south, east, south, east, north, west, north);
  }

  /** A ring around a centre, corners in order of their direction: it never crosses itself. */
  static GeoPolygon star(SplittableRandom random, LatLon centre, double radiusDeg, int corners) {
    double[] turns = new double[corners];
    // each in its own sector of the turn, so that the centre lies inside
    for (int i = 0; i < corners; i++) {
      turns[i] = (i + random.nextDouble(0.05, 0.95)) * 2 * Math.PI / corners;
    }
    Arrays.sort(turns);
    List<LatLon> points = new ArrayList<>();
    for (double turn : turns) {
      double radius = radiusDeg * random.nextDouble(0.3, 1);
      points.add(
          new LatLon(
              centre.latDeg() + radius * Math.sin(turn),
              centre.lonDeg() + radius * Math.cos(turn)));
    }
    return new GeoPolygon(points);
  }

  /**
   * Corners on a coarse grid of exact fractions: on one line, doubled and crossing as they come.
   */
  static GeoPolygon grid(SplittableRandom random, LatLon corner, double cellDeg, int corners) {
    List<LatLon> points = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      points.add(onGrid(random, corner, cellDeg));
    }
    return new GeoPolygon(points);
  }

  static LatLon onGrid(SplittableRandom random, LatLon corner, double cellDeg) {
    return new LatLon(
        corner.latDeg() + cellDeg * random.nextInt(5),
        corner.lonDeg() + cellDeg * random.nextInt(5));
  }
}
