package org.vigie.groundstation.demo.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneVariant;

/**
 * As many zones as a country publishes, drawn by chance from a seed: stars of 20 to 200 corners and
 * up to 5 km, over an area as large as France, a third of them with a time, half with a height.
 */
public final class SyntheticCountry {
  /** Name of the zones' file as ED-318, in the folder that a bench fills. */
  public static final String ED318 = "ed318.json";

  /** Name of the same zones' file as ED-269. */
  public static final String ED269 = "ed269.json";

  /** South, west, north and east of metropolitan France, degrees. */
  private static final double SOUTH_DEG = 42.3;

  private static final double WEST_DEG = -4.8;
  private static final double NORTH_DEG = 51.1;
  private static final double EAST_DEG = 8.2;

  private static final int CORNERS_MIN = 20;
  private static final int CORNERS_MAX = 200;
  private static final double RADIUS_M_MIN = 200;
  private static final double RADIUS_M_MAX = 5000;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double ALTITUDE_M_MAX = 1500;
  private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final long YEAR_S = 365L * 24 * 3600;

  private final Random random;

  private SyntheticCountry(long seed) {
    this.random = new Random(seed);
  }

  /** So many zones; the same seed gives the same. */
  public static List<UasZone> zones(int count, long seed) {
    SyntheticCountry country = new SyntheticCountry(seed);
    List<UasZone> zones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      zones.add(country.zone(i));
    }
    return zones;
  }

  /**
   * Points to ask about, as latitude and longitude in turn: every second one within some zone's
   * reach, the others anywhere.
   */
  public static double[] points(List<UasZone> zones, int count, long seed) {
    Random random = new Random(seed);
    double[] points = new double[2 * count];
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        points[2 * i] = SOUTH_DEG + (NORTH_DEG - SOUTH_DEG) * random.nextDouble();
        points[2 * i + 1] = WEST_DEG + (EAST_DEG - WEST_DEG) * random.nextDouble();
      } else {
        UasZone zone = zones.get(random.nextInt(zones.size()));
        HorizontalProjection ground = zone.geometry().get(0).projection();
        List<LatLon> ring = ((HorizontalProjection.Polygon) ground).outer().ring();
        LatLon one = ring.get(random.nextInt(ring.size()));
        LatLon other = ring.get(random.nextInt(ring.size()));
        double part = random.nextDouble();
        points[2 * i] = one.latDeg() + part * (other.latDeg() - one.latDeg());
        points[2 * i + 1] = one.lonDeg() + part * (other.lonDeg() - one.lonDeg());
      }
    }
    return points;
  }

  private UasZone zone(int number) {
    return new UasZone(
        String.format("S%06d", number),
        "FRA",
        ZoneVariant.COMMON,
        number % 3 == 0 ? Restriction.PROHIBITED : Restriction.REQ_AUTHORISATION,
        List.of("SENSITIVE"),
        List.of(number % 3 == 1 ? timed() : Applicability.PERMANENT),
        List.of(new ZoneGeometry(star(), band(number))),
        ZoneInformation.named("Synthetic zone " + number),
        true);
  }

  private HorizontalProjection star() {
    double latDeg = between(SOUTH_DEG, NORTH_DEG);
    double lonDeg = between(WEST_DEG, EAST_DEG);
    double radiusDeg = between(RADIUS_M_MIN, RADIUS_M_MAX) / METRES_PER_DEGREE;
    double stretch = 1 / Math.cos(Math.toRadians(latDeg));
    int corners = CORNERS_MIN + random.nextInt(CORNERS_MAX - CORNERS_MIN + 1);
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = radiusDeg * between(0.6, 1);
      ring.add(
          new LatLon(latDeg + reach * Math.sin(angle), lonDeg + reach * stretch * Math.cos(angle)));
    }
    return new HorizontalProjection.Polygon(new GeoPolygon(ring), List.of());
  }

  private VerticalBand band(int number) {
    if (number % 2 == 0) {
      return VerticalBand.UNLIMITED;
    }
    double lowerM = between(0, ALTITUDE_M_MAX);
    return new VerticalBand(
        lowerM, VerticalReference.AMSL, lowerM + between(50, 500), VerticalReference.AMSL);
  }

  private Applicability timed() {
    long from = (long) (random.nextDouble() * YEAR_S / 2);
    return new Applicability(
        YEAR.plusSeconds(from), YEAR.plusSeconds(from + YEAR_S / 3), List.of());
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
