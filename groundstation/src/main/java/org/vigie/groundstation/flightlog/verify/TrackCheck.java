package org.vigie.groundstation.flightlog.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.FlightPlan;

/**
 * The flown track, by the aircraft's own positions, against the contingency volume of the plan. To
 * leave it makes a record no less true, if its journal says so: that is a note. A record that keeps
 * silent about it is not believed.
 *
 * @source MAVLink common.xml, GLOBAL_POSITION_INT (33): latitude and longitude 1e-7 degrees, height
 *     above home in millimetres
 */
final class TrackCheck implements RawFrame.Listener {
  private static final int POSITION = 33;
  private static final int AUTOPILOT = 1;
  private static final String OUTSIDE = "OUTSIDE_VOLUME";
  private static final String PART = TelemetryCheck.PART;

  /** The monitor looks several times a second and the journal may be slow to write. */
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(15);

  private final Plane plane;
  private final PreparedGeometry inside;
  private final double heightMaxM;
  private final FlightTimes times;
  private final TreeSet<Instant> toldOutside;
  private long positions;
  private long outside;
  private @Nullable Instant firstOutside;
  private @Nullable Instant firstUntold;

  TrackCheck(FlightPlan plan, List<LoggedEntry> flight) {
    plane = Plane.around(plan.home().position());
    inside = PreparedGeometryFactory.prepare(plane.polygon(plan.volume().contingencyVolume()));
    heightMaxM = plan.volume().contingencyHeightM();
    times = FlightTimes.of(flight);
    toldOutside =
        FlightTimes.times(
            flight.stream()
                .filter(entry -> entry.is("flight.containment"))
                .filter(entry -> entry.text("state").equals(OUTSIDE)));
  }

  @Override
  public void frame(RawFrame frame) {
    if (frame.messageId() != POSITION
        || frame.componentId() != AUTOPILOT
        || !times.airborne(frame.at())) {
      return;
    }
    positions++;
    int lat = frame.payload().getInt(4);
    int lon = frame.payload().getInt(8);
    double heightM = frame.payload().getInt(16) / 1000.0;
    if (heightM <= heightMaxM && inside.covers(plane.point(LatLon.ofE7(lat, lon)))) {
      return;
    }
    outside++;
    firstOutside = firstOutside == null ? frame.at() : firstOutside;
    boolean told = FlightTimes.near(toldOutside, frame.at(), TOLD_WITHIN) || toldBefore(frame.at());
    firstUntold = firstUntold == null && !told ? frame.at() : firstUntold;
  }

  /** The journal tells a change once, however long it lasts. */
  private boolean toldBefore(Instant at) {
    Instant last = toldOutside.floor(at);
    return last != null;
  }

  void tell(Findings findings) {
    findings.made(Check.TRACK);
    Instant untold = firstUntold;
    if (untold != null) {
      findings.fault(Check.TRACK, PART, Fault.LEFT_UNTOLD, untold);
    } else if (outside > 0) {
      findings.note(
          Check.TRACK, PART, Fault.LEFT_VOLUME, String.valueOf(firstOutside), outside, positions);
    } else if (positions == 0 && times.airborneFrom() != null) {
      findings.note(Check.TRACK, PART, Fault.NO_POSITIONS);
    }
  }
}
