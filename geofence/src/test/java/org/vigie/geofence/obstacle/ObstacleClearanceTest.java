package org.vigie.geofence.obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveGround;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;

class ObstacleClearanceTest {
  private static final int CASES = Boolean.getBoolean("vigie.deep") ? 3000 : 60;

  private static final LatLon HOME = new LatLon(45.44, 4.39);
  private static final Plane PLANE = Plane.around(HOME);
  private static final Terrain FLAT = new Plain();
  private static final Terrain NOWHERE = point -> Optional.empty();

  /** Ground at 500 m everywhere; answers boxes without walking over them. */
  private static final class Plain implements Terrain {
    private static final AltitudeAmsl ALTITUDE = new AltitudeAmsl(500);

    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return Optional.of(ALTITUDE);
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      return Optional.of(new GroundRange(ALTITUDE, ALTITUDE));
    }
  }

  /** Roofs of 540 m north of home, ground of 500 m south of it; nothing is known 700 m east. */
  private static final class Roofs implements Terrain {
    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return point.lonDeg() > at(700, 0).lonDeg()
          ? Optional.empty()
          : Optional.of(new AltitudeAmsl(point.latDeg() > HOME.latDeg() ? 540 : 500));
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      return findGround(northEast)
          .map(high -> new GroundRange(findGround(southWest).orElseThrow(), high));
    }
  }

  /** A square around home, so many metres from its middle to its sides. */
  private static GeoPolygon square(double halfM) {
    return new GeoPolygon(
        List.of(at(-halfM, -halfM), at(halfM, -halfM), at(halfM, halfM), at(-halfM, halfM)));
  }

  private static LatLon at(double eastM, double northM) {
    return PLANE.latLon(new Coordinate(eastM, northM));
  }

  private static Geometry corridor(double fromM, double toM, double halfWidthM) {
    return PLANE
        .factory()
        .createLineString(new Coordinate[] {new Coordinate(fromM, 0), new Coordinate(toM, 0)})
        .buffer(halfWidthM);
  }

  private static Obstacle mast(double eastM, double northM, double radiusM, ObstacleTop top) {
    return new Obstacle("mast", new ObstacleShape.Path(List.of(at(eastM, northM)), radiusM), top);
  }

  private static ObstacleTop height(double metres) {
    return new ObstacleTop.AboveGround(new HeightAboveGround(metres));
  }

  private static ObstacleFile file(double coverageHalfM, Obstacle... obstacles) {
    return new ObstacleFile("o", List.of(obstacles), List.of(square(coverageHalfM)), List.of());
  }

  private static ObstacleClearance with(Terrain ground, ObstacleFile... files) {
    return new ObstacleClearance(PLANE, ground, List.of(), List.of(files), List.of());
  }

  private static void assertTop(HighestThing found, double topM, String source) {
    assertThat(found).isInstanceOf(HighestThing.Known.class);
    HighestThing.Known known = (HighestThing.Known) found;
    assertThat(known.top().metres()).isCloseTo(topM, within(1e-6));
    assertThat(known.source()).isEqualTo(source);
  }

  private static void assertUnknown(HighestThing found, String words) {
    assertThat(found).isInstanceOf(HighestThing.Unknown.class);
    assertThat(((HighestThing.Unknown) found).reason()).contains(words);
  }

  @Test
  void ground_alone_makes_nothing_known() {
    assertUnknown(with(FLAT).highest(corridor(0, 500, 20)), "no surface model");
  }

  @Test
  void an_obstacle_counts_on_the_ground_that_it_stands_on() {
    ObstacleClearance clearance =
        with(FLAT, file(2000, mast(300, 50, 10, height(60)), mast(0, 900, 5, height(99))));
    assertTop(clearance.highest(corridor(0, 500, 41)), 560, "mast");
    assertTop(clearance.highest(corridor(0, 500, 39)), 500, "ground");
    assertUnknown(
        with(NOWHERE, file(2000, mast(300, 50, 10, height(60)))).highest(corridor(0, 500, 41)),
        "ground below the area");
  }

  @Test
  void a_thing_that_only_touches_the_area_counts() {
    Geometry touching = PLANE.factory().toGeometry(new Envelope(0, 100, 0, 100));
    assertTop(with(FLAT, file(2000, mast(110, 50, 10, height(60)))).highest(touching), 560, "mast");
  }

  @Test
  void beyond_the_coverage_of_all_sources_it_is_unknown() {
    ObstacleClearance clearance = with(FLAT, file(400));
    assertTop(clearance.highest(corridor(-300, 300, 50)), 500, "ground");
    assertUnknown(clearance.highest(corridor(-300, 380, 50)), "covers all of the area");
    // two files side by side cover what neither does
    ObstacleFile east =
        new ObstacleFile(
            "e",
            List.of(),
            List.of(
                new GeoPolygon(List.of(at(300, -400), at(900, -400), at(900, 400), at(300, 400)))),
            List.of());
    assertTop(with(FLAT, file(400), east).highest(corridor(-300, 800, 50)), 500, "ground");
  }

  @Test
  void an_obstacle_of_unknown_height_blocks_until_a_survey_covers_the_area() {
    ObstacleFile file = file(2000, mast(300, 0, 10, new ObstacleTop.Unknown()));
    Geometry area = corridor(0, 500, 30);
    assertUnknown(with(FLAT, file).highest(area), "the height of mast is unknown");
    SurveyedMinimum part = new SurveyedMinimum(new HeightAboveGround(35), square(400), "walked");
    SurveyedMinimum all = new SurveyedMinimum(new HeightAboveGround(35), square(700), "walked");
    assertUnknown(
        new ObstacleClearance(PLANE, FLAT, List.of(), List.of(file), List.of(part)).highest(area),
        "the height of mast is unknown");
    assertTop(
        new ObstacleClearance(PLANE, FLAT, List.of(), List.of(file), List.of(all)).highest(area),
        535,
        "survey: walked");
  }

  @Test
  void a_survey_makes_it_known_and_a_higher_obstacle_still_counts() {
    SurveyedMinimum survey =
        new SurveyedMinimum(new HeightAboveGround(35), square(1000), "survey of 2026-03-01");
    Geometry area = corridor(0, 500, 30);
    assertTop(
        new ObstacleClearance(PLANE, FLAT, List.of(), List.of(), List.of(survey)).highest(area),
        535,
        "survey: survey of 2026-03-01");
    ObstacleFile crane =
        new ObstacleFile("o", List.of(mast(300, 0, 40, height(80))), List.of(), List.of());
    assertTop(
        new ObstacleClearance(PLANE, FLAT, List.of(), List.of(crane), List.of(survey))
            .highest(area),
        580,
        "mast");
    assertUnknown(
        new ObstacleClearance(PLANE, NOWHERE, List.of(), List.of(), List.of(survey)).highest(area),
        "ground");
  }

  @Test
  void a_surface_model_makes_it_known_where_it_has_no_void() {
    Terrain roofs = new Roofs();
    ObstacleClearance clearance =
        new ObstacleClearance(
            PLANE, NOWHERE, List.of(new Surface("lidar 2024", roofs)), List.of(), List.of());
    assertTop(clearance.highest(corridor(0, 500, 30)), 540, "lidar 2024");
    assertUnknown(clearance.highest(corridor(0, 690, 30)), "covers all of the area");
    ObstacleFile antenna =
        new ObstacleFile(
            "o",
            List.of(mast(300, 0, 1, new ObstacleTop.AtAltitude(new AltitudeAmsl(571)))),
            List.of(),
            List.of());
    assertTop(
        new ObstacleClearance(
                PLANE,
                NOWHERE,
                List.of(new Surface("lidar 2024", roofs)),
                List.of(antenna),
                List.of())
            .highest(corridor(0, 500, 30)),
        571,
        "mast");
  }

  @Test
  void a_building_that_contains_the_whole_area_counts_and_its_courtyard_too() {
    Obstacle hall = new Obstacle("hall", new ObstacleShape.Area(square(300)), height(25));
    assertTop(with(FLAT, file(2000, hall)).highest(corridor(0, 50, 10)), 525, "hall");
    Obstacle crossed =
        new Obstacle(
            "crossed",
            new ObstacleShape.Area(
                new GeoPolygon(List.of(at(0, 0), at(100, 100), at(100, 0), at(0, 100)))),
            height(25));
    // the notch between the two halves is filled
    assertTop(
        with(FLAT, file(2000, crossed)).highest(PLANE.point(at(50, 90)).buffer(2)), 525, "crossed");
  }

  /** Which masts a corridor touches, by geodesics from points of its middle line. */
  @Test
  void the_highest_of_many_masts_is_the_one_that_geodesics_find() {
    SplittableRandom random = new SplittableRandom(101);
    int found = 0;
    for (int i = 0; i < CASES; i++) {
      List<Obstacle> masts = new ArrayList<>();
      for (int k = 0; k < 40; k++) {
        masts.add(
            mast(
                random.nextDouble(-3000, 3000),
                random.nextDouble(-3000, 3000),
                random.nextInt(3) * 60,
                height(1 + random.nextInt(1, 300) + k / 100.0)));
      }
      LatLon from = at(random.nextDouble(-2500, 2500), random.nextDouble(-2500, 2500));
      LatLon to = at(random.nextDouble(-2500, 2500), random.nextDouble(-2500, 2500));
      double widthM = random.nextDouble(1, 400);
      double expected = 500;
      boolean close = false;
      for (Obstacle mast : masts) {
        ObstacleShape.Path path = (ObstacleShape.Path) mast.shape();
        double gapM = distanceM(from, to, path.points().get(0)) - path.radiusM() - widthM;
        // half a metre: the oracle's own step and the corridor's drawn round ends
        close |= Math.abs(gapM) < 0.5 + widthM * 0.01;
        if (gapM < 0) {
          expected =
              Math.max(expected, 500 + ((ObstacleTop.AboveGround) mast.top()).height().metres());
        }
      }
      if (!close) {
        found++;
        HighestThing highest =
            with(FLAT, new ObstacleFile("o", masts, List.of(square(4000)), List.of()))
                .highest(PLANE.line(List.of(from, to)).buffer(widthM, 32));
        assertThat(((HighestThing.Known) highest).top().metres()).isCloseTo(expected, within(1e-6));
      }
    }
    assertThat(found).isGreaterThan(CASES / 4);
  }

  private static double distanceM(LatLon from, LatLon to, LatLon mast) {
    double lengthM =
        Geodesic.WGS84.Inverse(from.latDeg(), from.lonDeg(), to.latDeg(), to.lonDeg()).s12;
    var line = Geodesic.WGS84.InverseLine(from.latDeg(), from.lonDeg(), to.latDeg(), to.lonDeg());
    double nearest = Double.POSITIVE_INFINITY;
    int steps = (int) Math.ceil(lengthM / 10);
    for (int i = 0; i <= steps; i++) {
      var point = line.Position(lengthM * i / steps);
      nearest =
          Math.min(
              nearest,
              Geodesic.WGS84.Inverse(point.lat2, point.lon2, mast.latDeg(), mast.lonDeg()).s12);
    }
    return nearest;
  }

  @Test
  void what_is_no_obstacle_no_survey_and_no_question_is_refused() {
    GeoPolygon square = square(100);
    assertThatThrownBy(() -> new SurveyedMinimum(new HeightAboveGround(5), square, " "))
        .hasMessageContaining("evidence");
    assertThatThrownBy(() -> new SurveyedMinimum(new HeightAboveGround(-5), square, "seen"))
        .hasMessageContaining("below ground");
    assertThatThrownBy(() -> new ObstacleShape.Path(List.of(HOME), Double.NaN))
        .hasMessageContaining("radius");
    assertThatThrownBy(() -> new ObstacleShape.Path(List.of(), 1)).hasMessageContaining("point");
    assertThatThrownBy(() -> new ObstacleShape.Path(List.of(HOME, new LatLon(47, 4)), 1))
        .hasMessageContaining("100.0 km");
    assertThatThrownBy(() -> with(FLAT).highest(PLANE.factory().createPolygon()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void obstacles_on_the_other_side_of_the_earth_are_no_matter() {
    Obstacle far =
        new Obstacle(
            "far",
            new ObstacleShape.Path(List.of(new LatLon(-45, -176)), 10),
            new ObstacleTop.Unknown());
    assertTop(with(FLAT, file(2000, far)).highest(corridor(0, 100, 10)), 500, "ground");
  }
}
