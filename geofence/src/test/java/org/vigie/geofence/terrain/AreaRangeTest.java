package org.vigie.geofence.terrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;

/** Ranges below areas against samples of the ground in and around them. */
class AreaRangeTest {
  private static final int AREAS = Boolean.getBoolean("vigie.deep") ? 400 : 25;
  private static final int SAMPLES = 2000;

  /** A tilted plain, whose extremes lie at an area's rim, at the latitudes 60 to 61 north. */
  private static Terrain tilted(SplittableRandom random) {
    double south = random.nextDouble(-3000, 3000);
    double east = random.nextDouble(-3000, 3000);
    int columns = 1201;
    short[] cells = new short[columns * columns];
    for (int row = 0; row < columns; row++) {
      for (int column = 0; column < columns; column++) {
        cells[row * columns + column] =
            (short) (4000 + (south * (row - 600) + east * (column - 600)) / 1200);
      }
    }
    return new TerrainGrid(
        new GridFrame(columns, columns, 10, 60, 1.0 / 1200, 1.0 / 1200), Cells.of(cells));
  }

  private static double groundM(Terrain terrain, Plane plane, double x, double y) {
    LatLon point = plane.frame().toGeographic(new Enu(x, y));
    return terrain.findGround(point).orElseThrow().metres();
  }

  @Test
  void no_ground_in_an_area_is_outside_of_its_range_and_the_range_is_little_wider() {
    SplittableRandom random = new SplittableRandom(91);
    for (int i = 0; i < AREAS; i++) {
      Terrain terrain = tilted(random);
      Plane plane = Plane.around(new LatLon(60.5, 10.5));
      Geometry area = area(random, plane);
      GroundRange range = AreaRange.of(terrain, plane, area).orElseThrow();
      assertThat(AreaRange.lowest(terrain, plane, area)).hasValue(range.lowest());
      assertThat(AreaRange.highest(terrain, plane, area)).hasValue(range.highest());
      Envelope extent = area.getEnvelopeInternal();
      double slackM = Math.max(5, Math.max(extent.getWidth(), extent.getHeight()) / 2048) * 1.5 + 2;
      // the steepest slope, 3000 m over the half width of the tile, and the cells at its foot
      double besideM = (slackM + 2 * 93) * 3000 * Math.sqrt(2) / 54_000 + 2;
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      for (Coordinate corner : area.getCoordinates()) {
        double altitudeM = groundM(terrain, plane, corner.x, corner.y);
        lowest = Math.min(lowest, altitudeM);
        highest = Math.max(highest, altitudeM);
      }
      for (int k = 0; k < SAMPLES; k++) {
        double x = random.nextDouble(extent.getMinX(), Math.nextUp(extent.getMaxX()));
        double y = random.nextDouble(extent.getMinY(), Math.nextUp(extent.getMaxY()));
        if (area.contains(plane.factory().createPoint(new Coordinate(x, y)))) {
          double altitudeM = groundM(terrain, plane, x, y);
          lowest = Math.min(lowest, altitudeM);
          highest = Math.max(highest, altitudeM);
        }
      }
      // a millimetre: bilinear sums round
      assertThat(range.lowest().metres()).isBetween(lowest - besideM, lowest + 0.001);
      assertThat(range.highest().metres()).isBetween(highest - 0.001, highest + besideM);
    }
  }

  /** Corridors and squares up to 20 km from the plane's origin. */
  private static Geometry area(SplittableRandom random, Plane plane) {
    Coordinate from = new Coordinate(random.nextDouble(-2e4, 2e4), random.nextDouble(-2e4, 2e4));
    double lengthM = Math.pow(10, random.nextDouble(0, 3.8));
    double angle = random.nextDouble(2 * Math.PI);
    Coordinate to =
        new Coordinate(from.x + lengthM * Math.cos(angle), from.y + lengthM * Math.sin(angle));
    Geometry line = plane.factory().createLineString(new Coordinate[] {from, to});
    return switch (random.nextInt(3)) {
      case 0 -> line;
      case 1 -> line.getEnvelope().buffer(0.5);
      default -> line.buffer(random.nextDouble(1, 500));
    };
  }

  @Test
  void a_void_within_the_area_makes_it_unknown_and_one_beside_it_does_not()
      throws DocumentException {
    AsciiGrid grid =
        AsciiGrid.read(
            "t.asc",
            """
            ncols 3
            nrows 3
            xllcenter 4
            yllcenter 45
            cellsize 0.01
            1 2 3
            4 5 6
            7 8 -9999
            """);
    Plane plane = Plane.around(new LatLon(45.01, 4.01));
    Geometry middle = plane.point(new LatLon(45.011, 4.009)).buffer(80);
    Geometry voided = plane.point(new LatLon(45.005, 4.015)).buffer(80);
    assertThat(AreaRange.of(grid, plane, middle)).isPresent();
    assertThat(AreaRange.of(grid, plane, voided)).isEmpty();
    assertThat(AreaRange.lowest(grid, plane, voided)).isEmpty();
    assertThat(AreaRange.highest(grid, plane, middle.union(voided))).isEmpty();
    assertThat(AreaRange.of(grid, plane, middle.union(voided))).isEmpty();
    assertThat(AreaRange.of(grid, plane, plane.point(new LatLon(45.0101, 4.0099)))).isPresent();
    assertThat(AreaRange.of(grid, plane, plane.factory().createPolygon())).isEmpty();
  }

  /** One altitude east of Greenwich, another one west of it. */
  private record Halves(AltitudeAmsl east, AltitudeAmsl west) implements Terrain {
    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return Optional.of(point.lonDeg() > 0 ? east : west);
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      AltitudeAmsl from = findGround(southWest).orElseThrow();
      AltitudeAmsl to = findGround(northEast).orElseThrow();
      return Optional.of(new GroundRange(from, from).and(new GroundRange(to, to)));
    }
  }

  @Test
  void an_area_across_the_antimeridian_is_asked_for_on_both_sides() {
    Terrain west = new Halves(new AltitudeAmsl(100), new AltitudeAmsl(200));
    Plane plane = Plane.around(new LatLon(-17, 180));
    Geometry area = plane.point(new LatLon(-17, -180)).buffer(200);
    GroundRange range = AreaRange.of(west, plane, area).orElseThrow();
    assertThat(range.lowest().metres()).isEqualTo(100);
    assertThat(range.highest().metres()).isEqualTo(200);
  }

  /** Flat ground that remembers which boxes it was asked for. */
  private static final class Remembering implements Terrain {
    private final List<LatLon[]> asked = new ArrayList<>();

    @Override
    public Optional<AltitudeAmsl> findGround(LatLon point) {
      return Optional.of(new AltitudeAmsl(100));
    }

    @Override
    public Optional<GroundRange> findRange(LatLon southWest, LatLon northEast) {
      asked.add(new LatLon[] {southWest, northEast});
      return Optional.of(new GroundRange(new AltitudeAmsl(100), new AltitudeAmsl(100)));
    }

    boolean knows(LatLon point) {
      return asked.stream()
          .anyMatch(
              box ->
                  point.latDeg() >= box[0].latDeg()
                      && point.latDeg() <= box[1].latDeg()
                      && point.lonDeg() >= box[0].lonDeg()
                      && point.lonDeg() <= box[1].lonDeg());
    }
  }

  /** Between corners and middles of a box's sides its rim leads out of their box of degrees. */
  @Test
  void the_rim_of_a_large_box_is_asked_for_where_it_bows() {
    Plane plane = Plane.around(new LatLon(70, 10));
    for (Envelope box :
        List.of(
            new Envelope(-90_000, 110_000, 20_000, 120_000),
            new Envelope(-90_000, 110_000, -120_000, -20_000),
            new Envelope(30_000, 130_000, -100_000, 100_000))) {
      Remembering terrain = new Remembering();
      assertThat(AreaRange.of(terrain, plane, plane.factory().toGeometry(box))).isPresent();
      for (int k = 0; k <= 400; k++) {
        double x = box.getMinX() + box.getWidth() * k / 400;
        double y = box.getMinY() + box.getHeight() * k / 400;
        for (Coordinate rim :
            List.of(
                new Coordinate(x, box.getMinY()),
                new Coordinate(x, box.getMaxY()),
                new Coordinate(box.getMinX(), y),
                new Coordinate(box.getMaxX(), y))) {
          assertThat(terrain.knows(plane.latLon(rim))).as("%s of %s", rim, box).isTrue();
        }
      }
    }
  }

  @Test
  void beside_a_pole_nothing_is_known_by_area() {
    Terrain flat = new Halves(new AltitudeAmsl(3000), new AltitudeAmsl(3000));
    Plane plane = Plane.around(new LatLon(-88, 0));
    assertThat(AreaRange.of(flat, plane, plane.point(new LatLon(-88, 0)).buffer(50))).isEmpty();
  }
}
