package org.vigie.planner.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.planner.io.PlanFile;

/**
 * The plain return from every point of the flight: up to the return height where it stands, then a
 * straight line to home or to a rally point, whichever is nearest. Legs are swept in pieces, each
 * as the hull of the piece and the places that may be nearest from it, so nothing in between is
 * left out. Home always counts: rally points beyond a parameter of the autopilot are ignored by it.
 *
 * @source ArduPilot ArduCopter/mode_rtl.cpp, build_path; AP_Rally.cpp, calc_best_rally_or_home_
 *     location, RALLY_LIMIT_KM; PX4 rtl.cpp
 */
final class ReturnSweep {
  /** Pieces are at most this long; the nearest place is known to twice that. */
  private static final double PIECE_M = 25;

  /** Returns within this distance are a landing where the aircraft is. */
  private static final double SPOT_M = 5;

  private final ForeignCase c;
  private final List<Coordinate> places = new ArrayList<>();
  private final DegreeEdges edges;
  private final Optional<Geometry> fence;
  private final Map<String, ForeignFinding> worst = new HashMap<>();

  private ReturnSweep(ForeignCase c, Optional<Geometry> fence) {
    this.c = c;
    this.edges = new DegreeEdges(c.plane());
    this.fence = fence;
    places.add(new Coordinate(0, 0));
    for (PlanFile.Place rally : c.file().rally()) {
      places.add(c.plane().coordinate(rally.position()));
    }
  }

  static void run(ForeignCase c, Optional<Geometry> fence) {
    ReturnSweep sweep = new ReturnSweep(c, fence);
    for (int i = 0; i < c.legs().size(); i++) {
      sweep.leg(i);
    }
    if (sweep.worst.values().stream()
        .noneMatch(each -> each.check() == ForeignCheck.RETURN_CLEAR_OF_ZONES)) {
      sweep.keep(
          ForeignFinding.atLeast(
              ForeignCheck.RETURN_CLEAR_OF_ZONES, ClosedZone.REACH_M, 0, "", Optional.empty()));
    }
    sweep.worst.values().forEach(c::add);
    sweep.energy();
  }

  private void leg(int index) {
    ForeignLeg leg = c.legs().get(index);
    int pieces = Math.max(1, (int) Math.ceil(leg.lengthM() / PIECE_M));
    for (int piece = 0; piece < pieces; piece++) {
      double from = (double) piece / pieces;
      double to = (piece + 1.0) / pieces;
      for (Coordinate place : candidates(leg.at(from), leg.at(to))) {
        piece(index, from, to, place);
      }
    }
  }

  /** Home, and every place that may be the nearest from some point of a piece. */
  private List<Coordinate> candidates(Coordinate from, Coordinate to) {
    Coordinate middle = new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
    double slackM = from.distance(to);
    double nearestM = places.stream().mapToDouble(middle::distance).min().orElse(0);
    List<Coordinate> near = new ArrayList<>();
    for (Coordinate place : places) {
      if (place.equals2D(places.get(0)) || middle.distance(place) <= nearestM + slackM) {
        near.add(place);
      }
    }
    return near;
  }

  private void piece(int index, double from, double to, Coordinate place) {
    ForeignLeg leg = c.legs().get(index);
    Geometry swept =
        edges.hull(
            c.plane()
                .factory()
                .createMultiPointFromCoords(new Coordinate[] {leg.at(from), leg.at(to), place}));
    if (swept.getEnvelopeInternal().getDiameter() < SPOT_M) {
      return;
    }
    double lowM = Math.max(c.returnHeightM(), Math.min(leg.heightM(from), leg.heightM(to)));
    double highM = Math.max(c.returnHeightM(), Math.max(leg.heightM(from), leg.heightM(to)));
    Optional<FlightMoment> at = c.moment(index, from);
    zones(swept, lowM, highM, at);
    double aboveM =
        AreaRange.of(c.request().terrain(), c.plane(), Plane.grown(swept, HeightChecks.BESIDE_M))
            .map(range -> c.homeM() + lowM - range.highest().metres())
            .orElse(Double.NaN);
    keep(
        ForeignFinding.atLeast(
            ForeignCheck.RETURN_GROUND_CLEARANCE,
            aboveM,
            c.request().limits().minHeightAglM(),
            Double.isNaN(aboveM) ? "unknown" : "",
            at));
    fence.ifPresent(
        area ->
            keep(
                ForeignFinding.atLeast(
                    ForeignCheck.FENCE_HOLDS_RETURN, InsideCheck.insideM(area, swept), 0, "", at)));
  }

  private void zones(Geometry swept, double lowM, double highM, Optional<FlightMoment> at) {
    AltitudeAmsl low = c.amsl(lowM - c.heightErrorM());
    AltitudeAmsl high = c.amsl(highM + c.heightErrorM());
    for (ClosedZone zone : c.zones()) {
      if (zone.access() == ClosedZone.Access.CLOSED
          && zone.mayMeet(c.plane(), c.request().terrain(), swept, low, high)) {
        double awayM = zone.ground().distance(swept);
        keep(
            new ForeignFinding(
                ForeignCheck.RETURN_CLEAR_OF_ZONES, awayM > 0, awayM, 0, awayM, zone.key(), at));
      }
    }
  }

  private void keep(ForeignFinding finding) {
    String key = finding.check() + finding.subject();
    ForeignFinding known = worst.get(key);
    if (known == null || ForeignFinding.WORST_FIRST.compare(finding, known) < 0) {
      worst.put(key, finding);
    }
  }

  /** Energy to the end of each leg and from there by the dearest return. */
  private void energy() {
    double dearestWh = 0;
    Optional<FlightMoment> at = Optional.empty();
    for (int i = 0; i < c.legs().size(); i++) {
      ForeignLeg leg = c.legs().get(i);
      for (Coordinate place : candidates(leg.to(), leg.to())) {
        double wh =
            c.clock().endWh(i)
                + (leg.landing() ? 0 : c.clock().returnWh(leg, place, c.returnHeightM()));
        if (wh > dearestWh) {
          dearestWh = wh;
          at = c.moment(i, 1.0);
        }
      }
    }
    double availableWh = c.request().aircraft().usableWh() - c.request().aircraft().reserveWh();
    c.add(ForeignFinding.atMost(ForeignCheck.ENERGY_RETURN, dearestWh, availableWh, "", at));
  }
}
