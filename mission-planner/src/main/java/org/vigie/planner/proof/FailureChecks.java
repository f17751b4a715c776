package org.vigie.planner.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.request.HomeError;

/**
 * Failures that end on the ground where they happen: a fall when a motor stops, a level landing
 * without a position that drifts with the wind. A fall must end within the ground risk buffer; a
 * drift that may end beyond is a risk that remains.
 */
final class FailureChecks {
  private static final double G_MPS2 = 9.81;

  /**
   * How long it goes on at its last speed once it stops holding its place.
   *
   * @source a recorded ArduCopter flight without GNSS: 24 m from 10 m/s until it stood still
   */
  static final double COAST_S = 2.4;

  /**
   * Seconds before the descent begins.
   *
   * @source ArduPilot ArduCopter config.h, LAND_WITH_DELAY_MS
   */
  static final double PAUSE_S = 4;

  private final Case c;
  private final Map<String, ProofFinding> worst = new LinkedHashMap<>();

  private FailureChecks(Case c) {
    this.c = c;
  }

  static void run(Case c) {
    FailureChecks checks = new FailureChecks(c);
    for (Way way : c.ways()) {
      checks.fall(way);
      checks.drift(way);
    }
    checks.worst.values().forEach(c::add);
  }

  /** From the branch's height to the lowest ground below, as a stone with the leg's speed. */
  private void fall(Way way) {
    double groundM = c.ground().lowestM().orElse(Double.NaN);
    double fallM = way.mostHeightM(0, 1) + HomeError.VERTICAL_M + c.homeM() - groundM;
    double speedMps = way.leg().vertical() ? 0 : way.leg().speedMps();
    double ballisticM =
        speedMps * Math.sqrt(2 * fallM / G_MPS2) + c.inputs().aircraft().dimensionM() / 2;
    Held.Inside inside = c.heldGroundRisk().inside(way.leg().line(c.plane()));
    keep(
        ProofCheck.MOTOR_FAILURE
            .atLeast(
                way.leg().branch(),
                inside.metres(),
                ballisticM,
                Double.isNaN(groundM) ? "ground-unknown" : "")
            .placed(c.near(way, inside.at())));
  }

  private void drift(Way way) {
    if (c.ground().lowestM().isEmpty()) {
      keep(ProofCheck.GNSS_LOSS_DRIFT.atMost(way.leg().branch(), Double.NaN, 0, "ground-unknown"));
      return;
    }
    double seconds = c.reading().blindLandingS(c, way.mostHeightM(0, 1));
    double speedMps = way.leg().vertical() ? 0 : way.leg().speedMps();
    double errorM = c.terms().parameters().gnssErrorM() + speedMps * c.reading().coastS();
    if (!Double.isFinite(seconds + errorM)) {
      // without the parameters that say how fast, nobody knows how far
      keep(
          ProofCheck.GNSS_LOSS_DRIFT.atMost(
              way.leg().branch(), Double.NaN, 0, c.reading().blind()));
      return;
    }
    Enu wind = c.inputs().wind().velocityMps();
    double eastM = wind.eastM() * seconds;
    double northM = wind.northM() * seconds;
    Coordinate from = way.at(0);
    Coordinate to = way.at(1);
    Coordinate[] corners = {from, to, moved(from, eastM, northM), moved(to, eastM, northM)};
    Geometry swept =
        Plane.grown(
            c.edges().hull(c.plane().factory().createMultiPointFromCoords(corners)), errorM);
    Held.Inside inside = c.heldGroundRisk().inside(swept);
    ProofFinding finding =
        ProofCheck.GNSS_LOSS_DRIFT
            .atMost(way.leg().branch(), -inside.metres(), 0, c.reading().blind())
            .placed(
                c.near(way, moved(inside.at(), -eastM, -northM)),
                c.from(way, 0, 1, inside.at(), 0));
    keep(finding.holds() ? finding : finding.remaining());
  }

  private static Coordinate moved(Coordinate at, double eastM, double northM) {
    return new Coordinate(at.x + eastM, at.y + northM);
  }

  private void keep(ProofFinding finding) {
    worst.merge(
        finding.check() + " " + finding.branch(),
        finding,
        (one, other) -> ProofFinding.WORST_FIRST.compare(other, one) < 0 ? other : one);
  }
}
