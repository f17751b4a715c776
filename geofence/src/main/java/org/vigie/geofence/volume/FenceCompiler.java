package org.vigie.geofence.volume;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.ZoneFootprint;

/**
 * Compiles a volume and the zones around it into what an autopilot can hold, and says what it
 * cannot. Zones are looked at when they may be met at the volume's heights during the flight. What
 * is compiled holds with edges read as straight in metres or in longitude and latitude. Confined to
 * one compilation.
 */
public final class FenceCompiler {
  /**
   * What of a zone is further from the inclusion polygon than this and than the setback is out of
   * reach: an aircraft that passed its fence by so much has other troubles.
   */
  public static final double REACH_M = 250;

  private final Plane plane;
  private final VolumeOutlines volume;
  private final TimeSpan flight;
  private final FenceBudget budget;
  private final GeoPolygon inclusion;
  private final Geometry geography;
  private final List<FenceExclusion> exclusions = new ArrayList<>();
  private final List<FenceGap> gaps = new ArrayList<>();
  private int vertices;
  private int bytes;

  private FenceCompiler(
      Plane plane,
      VolumeOutlines volume,
      TimeSpan flight,
      FenceBudget budget,
      GeoPolygon inclusion) {
    this.plane = plane;
    this.volume = volume;
    this.flight = flight;
    this.budget = budget;
    this.inclusion = inclusion;
    this.geography = BothReadings.of(plane, volume.flightGeography()).most();
    this.vertices = inclusion.ring().size();
    this.bytes = FenceBudget.polygonBytes(vertices);
  }

  /**
   * The fence of a volume.
   *
   * @param zones that are closed to the flight
   * @param flight from the earliest take-off to the latest landing
   */
  public static FenceOutcome compile(
      Plane plane,
      VolumeOutlines volume,
      List<KeepOut> zones,
      TimeSpan flight,
      FenceBudget budget) {
    Optional<GeoPolygon> inclusion = InclusionFence.draw(plane, volume);
    if (inclusion.isEmpty()) {
      return new FenceOutcome.Impossible(InclusionFence.gap(plane, volume));
    }
    int needed = inclusion.get().ring().size();
    int most = budget.polygonVerticesMax();
    if (needed > most) {
      return new FenceOutcome.Impossible(
          new FenceGap(FenceGap.Code.INCLUSION_BUDGET, "", needed, most));
    }
    return new FenceOutcome.Compiled(
        new FenceCompiler(plane, volume, flight, budget, inclusion.get()).around(zones));
  }

  /** A part of a zone that is in reach. */
  private record Part(KeepOut zone, HorizontalProjection area, Geometry ground, double distanceM) {}

  private AutopilotFence around(List<KeepOut> zones) {
    List<Part> near = near(zones);
    for (int i = 0; i < near.size(); i++) {
      int bytesLeft = budget.bytesMax() - bytes;
      // any way takes at least the bytes of its vertices
      int left = Math.min(budget.verticesMax() - vertices, bytesLeft / FenceBudget.VERTEX_BYTES);
      enforce(near.get(i), left, Math.min(left, Math.max(3, left / (near.size() - i))));
    }
    return new AutopilotFence(inclusion, exclusions, ceilingM(), floor(), vertices, gaps);
  }

  private List<Part> near(List<KeepOut> zones) {
    VolumeHeights heights = volume.heights();
    Polygon inside = plane.polygon(inclusion);
    double reachM = Math.max(REACH_M, volume.terms().fenceSetbackM());
    double radiusM = 0;
    for (Coordinate corner : Plane.corners(inside)) {
      radiusM = Math.max(radiusM, Math.hypot(corner.x, corner.y));
    }
    List<Part> near = new ArrayList<>();
    for (KeepOut zone : zones) {
      if (zone.meetsHeights(heights.contingencyFloorM(), heights.contingencyTopM())
          && zone.inForceWithin(flight.from(), flight.until())) {
        for (HorizontalProjection area : zone.areas()) {
          if (!ZoneFootprint.isBeyond(area, plane.frame().origin(), radiusM + reachM)) {
            addParts(near, zone, area, inside, reachM);
          }
        }
      }
    }
    // nearest first, then those that reach furthest in: the same order whatever the list's
    near.sort(
        Comparator.comparingDouble(Part::distanceM)
            .thenComparingDouble(part -> part.ground.distance(geography))
            .thenComparing(part -> part.zone.key()));
    return near;
  }

  /** The pieces of a zone's part that lie in reach: what is further away would cost vertices. */
  private void addParts(
      List<Part> near, KeepOut zone, HorizontalProjection area, Polygon inside, double reachM) {
    Envelope box = inside.getEnvelopeInternal();
    box.expandBy(reachM);
    Geometry all = ZoneFootprint.of(area, plane);
    Geometry within =
        box.contains(all.getEnvelopeInternal())
            ? all
            : all.intersection(plane.factory().toGeometry(box));
    for (int i = 0; i < within.getNumGeometries(); i++) {
      if (within.getGeometryN(i) instanceof Polygon ground && !ground.isEmpty()) {
        double distanceM = ground.distance(inside);
        if (distanceM <= reachM) {
          near.add(new Part(zone, area, ground, distanceM));
        }
      }
    }
  }

  private void enforce(Part part, int left, int share) {
    KeepOut zone = part.zone;
    if (part.ground.intersects(geography)) {
      gaps.add(overlap(zone));
      return;
    }
    double wantedM = volume.terms().fenceSetbackM();
    ExclusionDrawing drawing =
        new ExclusionDrawing(plane, geography, zone.key(), part.area, part.ground, wantedM, budget);
    Optional<ExclusionDrawing.Way> drawn = drawing.best(share, left, budget.bytesMax() - bytes);
    if (drawn.isEmpty()) {
      OptionalInt least = drawing.least();
      gaps.add(
          least.isPresent()
              ? new FenceGap(FenceGap.Code.BUDGET_SPENT, zone.key(), least.getAsInt(), left)
              : new FenceGap(
                  FenceGap.Code.HOLE,
                  zone.key(),
                  InclusionFence.OFFSET_M_MIN,
                  part.ground.distance(geography)));
      return;
    }
    exclusions.add(drawn.get().exclusion());
    vertices += drawn.get().cost();
    bytes += drawn.get().bytes();
    if (drawn.get().growthM() < wantedM) {
      gaps.add(new FenceGap(FenceGap.Code.SETBACK_CUT, zone.key(), wantedM, drawn.get().growthM()));
    }
    stricter(zone);
  }

  private FenceGap overlap(KeepOut zone) {
    VolumeHeights heights = volume.heights();
    if (!zone.meetsHeights(heights.flightFloorM(), heights.flightTopM())) {
      return new FenceGap(FenceGap.Code.HEIGHT_BAND, zone.key(), zone.floorM(), zone.ceilingM());
    }
    return allFlight(zone)
        ? new FenceGap(
            FenceGap.Code.ZONE_IN_GEOGRAPHY, zone.key(), heights.flightTopM(), zone.floorM())
        : new FenceGap(FenceGap.Code.TIME, zone.key(), seconds(flight), inForceS(zone));
  }

  private void stricter(KeepOut zone) {
    VolumeHeights heights = volume.heights();
    if (zone.floorM() > heights.contingencyFloorM()
        || zone.ceilingM() < heights.contingencyTopM()) {
      gaps.add(new FenceGap(FenceGap.Code.ALL_HEIGHTS, zone.key(), zone.floorM(), zone.ceilingM()));
    }
    if (!allFlight(zone)) {
      gaps.add(new FenceGap(FenceGap.Code.ALL_TIMES, zone.key(), seconds(flight), inForceS(zone)));
    }
  }

  private boolean allFlight(KeepOut zone) {
    return !zone.inForce().from().isAfter(flight.from())
        && !zone.inForce().until().isBefore(flight.until());
  }

  private double inForceS(KeepOut zone) {
    Instant from =
        zone.inForce().from().isAfter(flight.from()) ? zone.inForce().from() : flight.from();
    Instant until =
        zone.inForce().until().isBefore(flight.until()) ? zone.inForce().until() : flight.until();
    return seconds(new TimeSpan(from, until));
  }

  private static double seconds(TimeSpan span) {
    return Duration.between(span.from(), span.until()).toMillis() / 1000.0;
  }

  /** Whole metres where they fit between the flight's top and the last height to react at. */
  private double ceilingM() {
    double topM = volume.heights().flightTopM();
    double highestM = topM + volume.terms().parameters().heightErrorM();
    double wholeM = Math.floor(highestM);
    double ceilingM = wholeM >= topM ? wholeM : highestM;
    gaps.add(new FenceGap(FenceGap.Code.CEILING_FROM_HOME, "", ceilingM, topM));
    return ceilingM;
  }

  private OptionalDouble floor() {
    double flightFloorM = volume.heights().flightFloorM();
    if (flightFloorM == Double.NEGATIVE_INFINITY) {
      return OptionalDouble.empty();
    }
    double lowestM = flightFloorM - volume.terms().parameters().heightErrorM();
    double wholeM = Math.ceil(lowestM);
    double floorM = wholeM <= flightFloorM ? wholeM : lowestM;
    if (!budget.floor()) {
      gaps.add(new FenceGap(FenceGap.Code.NO_FLOOR, "", floorM, Double.NEGATIVE_INFINITY));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(floorM);
  }
}
