package org.vigie.groundstation.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.canonical.CanonicalJson;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.simulator.play.TrueTrack;

/**
 * Whether an aircraft truly stayed in the contingency volume of its plan, by the simulated world's
 * own track: what the autopilot or the station believed does not count. Immutable.
 *
 * @param verdict kept, left, or not known
 * @param worstM how far outside it was at most, 0 when it was not
 * @param leftAt when it was first outside
 */
record TrueContainment(Verdict verdict, double worstM, Optional<Instant> leftAt) {
  /** What the track says. */
  enum Verdict {
    KEPT,
    LEFT,
    UNKNOWN
  }

  /** There is no track or no plan. */
  static final TrueContainment UNKNOWN = new TrueContainment(Verdict.UNKNOWN, 0, Optional.empty());

  /** A plan's home is rounded to whole metres in places; terrain is smooth. */
  private static final double HEIGHT_TOLERANCE_M = 1;

  /** Judges the flight whose plan lies in a record's folder; unknown when there is none. */
  static TrueContainment of(Path record, TrueTrack track) throws IOException {
    Path file = record.resolve("plan.json");
    if (!Files.isRegularFile(file) || track.full()) {
      return UNKNOWN;
    }
    return of(CanonicalJson.read(Files.readString(file), FlightPlan.class), track.points());
  }

  static TrueContainment of(FlightPlan plan, List<TrueTrack.Point> track) {
    List<TrueTrack.Point> flown = track.stream().filter(TrueTrack.Point::armed).toList();
    if (flown.isEmpty()) {
      return UNKNOWN;
    }
    Plane plane = Plane.around(flown.get(0).place());
    Polygon volume = plane.polygon(plan.volume().contingencyVolume());
    double topM = flown.get(0).altitudeAmslM() + plan.volume().contingencyHeightM();
    double worstM = 0;
    Instant left = null;
    for (TrueTrack.Point at : flown) {
      Point point = plane.point(at.place());
      double sideM = volume.covers(point) ? 0 : volume.distance(point);
      double aboveM = Math.max(0, at.altitudeAmslM() - topM - HEIGHT_TOLERANCE_M);
      double outsideM = Math.max(sideM, aboveM);
      if (outsideM > 0 && left == null) {
        left = at.at();
      }
      worstM = Math.max(worstM, outsideM);
    }
    return left == null
        ? new TrueContainment(Verdict.KEPT, 0, Optional.empty())
        : new TrueContainment(Verdict.LEFT, worstM, Optional.of(left));
  }

  /** Kept, left by so much, or not known: for tables. */
  String text() {
    return verdict == Verdict.LEFT
        ? String.format(Locale.ROOT, "LEFT by %.1f m", worstM)
        : verdict.name();
  }
}
