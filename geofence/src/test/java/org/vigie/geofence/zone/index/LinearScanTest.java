package org.vigie.geofence.zone.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.zone.Applicability;
import org.vigie.geofence.zone.HeightSpan;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.HorizontalProjection.Circle;
import org.vigie.geofence.zone.HorizontalProjection.Polygon;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.UndulationRange;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneInformation;
import org.vigie.geofence.zone.ZoneVariant;

/** The index beside a loop over all zones, in four dimensions. */
class LinearScanTest {
  private static final List<VerticalReference> REFERENCES = List.of(VerticalReference.values());

  /** One zone as the loop sees it. */
  private record Plain(UasZone zone, List<Predicate<LatLon>> grounds) {}

  @Test
  void the_index_finds_what_a_loop_over_all_zones_finds() {
    scan(new SplittableRandom(21), 3, 300, 600);
  }

  @Test
  @Tag("deep")
  void the_index_finds_what_a_loop_finds_a_hundred_thousand_times() {
    scan(new SplittableRandom(22), 20, 600, 5000);
  }

  private static void scan(SplittableRandom random, int worlds, int zones, int questions) {
    int found = 0;
    for (int w = 0; w < worlds; w++) {
      List<Plain> plain = new ArrayList<>();
      for (int i = 0; i < zones; i++) {
        UasZone zone = zone(random, "Z" + i);
        plain.add(
            new Plain(zone, zone.geometry().stream().map(g -> ground(g.projection())).toList()));
      }
      ZoneIndex index = Worlds.index(plain.stream().map(Plain::zone).toList());
      ZoneProbe probe = index.probe();
      for (int q = 0; q < questions; q++) {
        LatLon point =
            random.nextInt(5) > 0
                ? place(random)
                : corner(random, plain.get(random.nextInt(zones)).zone);
        double lowestM = random.nextInt(20) * 25;
        double highestM = lowestM + random.nextInt(3) * 25;
        double groundM = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(10) * 25;
        double geoidM = random.nextInt(4) == 0 ? Double.NaN : 25 * random.nextInt(-1, 3);
        long from = time(random).toEpochMilli();
        long until = from + random.nextInt(3) * 3_600_000L;
        Set<String> expected = new TreeSet<>();
        for (Plain each : plain) {
          if (meets(each, point, lowestM, highestM, groundM, geoidM, from, until)) {
            expected.add(each.zone.key());
          }
        }
        Set<String> actual = new TreeSet<>();
        int count =
            probe.at(
                point.latDeg(),
                point.lonDeg(),
                lowestM,
                highestM,
                groundM,
                groundM + 25,
                geoidM,
                from,
                until);
        for (int i = 0; i < count; i++) {
          actual.add(index.hit(probe.zone(i)).zone().key());
        }
        assertThat(actual).as("world %d, question %d: %s", w, q, point).isEqualTo(expected);
        assertThat(count).isEqualTo(actual.size());
        Set<String> answered = new TreeSet<>();
        index
            .at(point, span(lowestM, highestM, groundM, geoidM), span(from, until))
            .zones()
            .forEach(zone -> answered.add(zone.key()));
        assertThat(answered).isEqualTo(expected);
        found += count;
      }
    }
    // a scan of empty skies would prove nothing
    assertThat(found).isGreaterThan(worlds * questions / 2);
  }

  private static HeightSpan span(double lowestM, double highestM, double groundM, double geoidM) {
    return new HeightSpan(
        new AltitudeAmsl(lowestM),
        new AltitudeAmsl(highestM),
        Double.isNaN(groundM)
            ? Optional.empty()
            : Optional.of(
                new GroundRange(new AltitudeAmsl(groundM), new AltitudeAmsl(groundM + 25))),
        Double.isNaN(geoidM) ? Optional.empty() : Optional.of(UndulationRange.of(geoidM)));
  }

  private static TimeSpan span(long from, long until) {
    return new TimeSpan(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until));
  }

  private static boolean meets(
      Plain plain,
      LatLon point,
      double lowestM,
      double highestM,
      double groundM,
      double geoidM,
      long from,
      long until) {
    UasZone zone = plain.zone;
    if (zone.understood()
        && !zone.inForce(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until))) {
      return false;
    }
    for (int i = 0; i < zone.geometry().size(); i++) {
      VerticalBand band = zone.geometry().get(i).band();
      double lower = band.lowerM() + above(band.lowerReference(), groundM, geoidM);
      double upper = band.upperM() + above(band.upperReference(), groundM + 25, geoidM);
      boolean apart = lower > highestM || upper < lowestM;
      if ((!apart || !zone.understood()) && plain.grounds.get(i).test(point)) {
        return true;
      }
    }
    return false;
  }

  private static double above(VerticalReference reference, double groundM, double geoidM) {
    return reference == VerticalReference.AMSL
        ? 0
        : reference == VerticalReference.AGL ? groundM : -geoidM;
  }

  private static Predicate<LatLon> ground(HorizontalProjection projection) {
    if (projection instanceof Circle circle) {
      return point ->
          Geodesic.WGS84.Inverse(
                      circle.centre().latDeg(),
                      circle.centre().lonDeg(),
                      point.latDeg(),
                      point.lonDeg(),
                      GeodesicMask.DISTANCE)
                  .s12
              <= circle.radiusM();
    }
    Polygon polygon = (Polygon) projection;
    Predicate<LatLon> ground = ExactPlane.ground(polygon.outer(), polygon.holes());
    // the antimeridian has two names
    return point ->
        ground.test(point)
            || (Math.abs(point.lonDeg()) == 180
                && ground.test(new LatLon(point.latDeg(), -point.lonDeg())));
  }

  private static LatLon place(SplittableRandom random) {
    double lonDeg = random.nextDouble(-3, 3) + 180;
    return new LatLon(random.nextDouble(44, 47), lonDeg > 180 ? lonDeg - 360 : lonDeg);
  }

  private static LatLon corner(SplittableRandom random, UasZone zone) {
    HorizontalProjection projection = zone.geometry().get(0).projection();
    return projection instanceof Polygon polygon
        ? polygon.outer().ring().get(random.nextInt(polygon.outer().ring().size()))
        : ((Circle) projection).centre();
  }

  private static Instant time(SplittableRandom random) {
    return Worlds.NOON.plusSeconds(3600L * random.nextInt(-2400, 2400));
  }

  private static UasZone zone(SplittableRandom random, String id) {
    List<ZoneGeometry> solids = new ArrayList<>();
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      double lower = random.nextInt(15) * 25;
      VerticalReference reference = REFERENCES.get(random.nextInt(3));
      VerticalBand band =
          random.nextInt(6) == 0
              ? VerticalBand.UNLIMITED
              : new VerticalBand(lower, reference, lower + 25 * random.nextInt(8), reference);
      solids.add(new ZoneGeometry(projection(random), band));
    }
    return new UasZone(
        id,
        "FRA",
        ZoneVariant.COMMON,
        Restriction.PROHIBITED,
        List.of(),
        List.of(period(random)),
        solids,
        ZoneInformation.NONE,
        random.nextInt(10) > 0);
  }

  /** On both sides of the antimeridian; polygons end at it, circles do not. */
  private static HorizontalProjection projection(SplittableRandom random) {
    LatLon centre = place(random);
    double radiusDeg = Math.pow(10, random.nextDouble(-2.5, 0.2));
    if (random.nextInt(3) == 0) {
      return new Circle(centre, radiusDeg * 111_000);
    }
    double room = 180 - Math.abs(centre.lonDeg());
    return Worlds.polygon(
        random.nextBoolean()
            ? Worlds.star(random, centre, Math.min(radiusDeg, room), random.nextInt(3, 12))
            : Worlds.box(
                centre.lonDeg() > 0 ? 180 - 2 * room : -180,
                centre.latDeg() - radiusDeg,
                centre.lonDeg() > 0 ? 180 : -180 + 2 * room,
                centre.latDeg() + radiusDeg));
  }

  private static Applicability period(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> Applicability.PERMANENT;
      case 1 -> {
        Instant from = time(random);
        yield new Applicability(from, from.plusSeconds(3600L * random.nextInt(2000)), List.of());
      }
      default -> Hours.on(DayOfWeek.of(random.nextInt(1, 8)), 6 + random.nextInt(4), 18);
    };
  }

  @Test
  void what_is_not_a_number_is_refused_and_never_free() {
    ZoneProbe probe = Worlds.index(Worlds.circle(new LatLon(45, 4), 100)).probe();
    double nan = Double.NaN;
    double infinite = Double.POSITIVE_INFINITY;
    double[][] bad = {
      {nan, 4, 0, 1, 0, 0, 0},
      {45, nan, 0, 1, 0, 0, 0},
      {infinite, 4, 0, 1, 0, 0, 0},
      {45, -infinite, 0, 1, 0, 0, 0},
      {91, 4, 0, 1, 0, 0, 0},
      {45, 181, 0, 1, 0, 0, 0},
      {45, 4, nan, 1, 0, 0, 0},
      {45, 4, 0, nan, 0, 0, 0},
      {45, 4, -infinite, 1, 0, 0, 0},
      {45, 4, 0, infinite, 0, 0, 0},
      {45, 4, 2, 1, 0, 0, 0},
      {45, 4, 0, 1, infinite, 0, 0},
      {45, 4, 0, 1, 0, -infinite, 0},
      {45, 4, 0, 1, 1, 0, 0},
      {45, 4, 0, 1, 0, 0, infinite}
    };
    for (double[] b : bad) {
      assertThatThrownBy(() -> probe.at(b[0], b[1], b[2], b[3], b[4], b[5], b[6], 0, 1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> probe.zone(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatThrownBy(() -> probe.at(45, 4, 0, 1, 0, 0, 0, 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void at_a_pole_and_on_the_antimeridian_the_longitude_does_not_matter() {
    ZoneProbe cap = Worlds.index(Worlds.polygon(Worlds.box(10, 89, 20, 90))).probe();
    assertThat(Worlds.holds(cap, new LatLon(90, -100))).isTrue();
    assertThat(Worlds.holds(cap, new LatLon(89.99, -100))).isFalse();
    ZoneProbe side = Worlds.index(Worlds.polygon(Worlds.box(170, 0, 180, 10))).probe();
    assertThat(Worlds.holds(side, new LatLon(5, -180))).isTrue();
    assertThat(Worlds.holds(side, new LatLon(5, -179.999))).isFalse();
  }

  @Test
  void a_ring_over_the_antimeridian_blocks_whichever_way_it_was_meant() {
    ZoneProbe fiji = Worlds.index(Worlds.polygon(Worlds.box(-179, -18, 179, -16))).probe();
    for (double lonDeg : new double[] {179, 179.5, 180, -180, -179.5, -179, 0, 178}) {
      assertThat(Worlds.holds(fiji, new LatLon(-17, lonDeg))).as("%f", lonDeg).isTrue();
      assertThat(Worlds.holds(fiji, new LatLon(-15, lonDeg))).as("%f", lonDeg).isFalse();
    }
    ZoneProbe world = Worlds.index(Worlds.polygon(Worlds.box(-180, -90, 180, 90))).probe();
    assertThat(Worlds.holds(world, new LatLon(12, 34))).isTrue();
  }
}
