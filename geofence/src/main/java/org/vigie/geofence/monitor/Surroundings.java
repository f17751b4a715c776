package org.vigie.geofence.monitor;

import java.time.Instant;
import java.util.List;
import org.vigie.geofence.volume.KeepOut;

/** All surfaces around one flight, in its local frame. Immutable. */
final class Surroundings {
  /** A warning comes this long before the last moment to brake, so that a pilot can act on it. */
  static final double LEAD_S = 2;

  /** What better means for that moment. */
  private static final double SPARE_S = 0.5;

  /** Lines drawn in two frames differ by this much: nearer than this is on a boundary. */
  static final double BOUNDARY_M = 0.01;

  /** A breach further ahead is none. */
  private static final double AHEAD_S = 3600;

  /** How far ahead keep-outs are looked for, in time and at least in distance. */
  private static final double KEEP_OUT_AHEAD_S = 30;

  private static final double KEEP_OUT_NEAR_M = 200;

  /** Nobody asks for the direction of flight this far inside. */
  private static final double NEAR_EDGE_M = 5;

  /** How far ahead the direction of flight is compared with the edge. */
  private static final double LOOK_S = 0.1;

  private final FlightPlace place;
  private final Outline geography;
  private final Outline volume;
  private final KeepOutIndex keepOuts;
  private final ContainmentVolume heights;
  private final StoppingModel stopping;

  Surroundings(ContainmentVolume volume, StoppingModel stopping, List<KeepOut> keepOuts) {
    this.place = FlightPlace.of(volume);
    Outlines outlines = new Outlines(place);
    this.geography = outlines.of(volume.flightGeography());
    this.volume = outlines.of(volume.contingencyVolume());
    this.keepOuts = new KeepOutIndex(outlines, keepOuts);
    this.heights = volume;
    this.stopping = stopping;
  }

  FlightPlace place() {
    return place;
  }

  /**
   * Measures a motion.
   *
   * @param calm whether nothing is shown that could get better: then how much better it is need not
   *     be known
   */
  Measures measure(Motion m, Instant now, boolean calm) {
    StopPath nowPath = StopPath.of(m, stopping, stopping.reactionS());
    StopPath laterPath = StopPath.of(m, stopping, stopping.reactionS() + LEAD_S);
    StopPath muchLaterPath =
        calm ? laterPath : StopPath.of(m, stopping, stopping.reactionS() + LEAD_S + SPARE_S);
    StopPath soonPath = calm ? nowPath : StopPath.of(m, stopping, stopping.reactionS() + SPARE_S);
    double geographyM = geography.marginM(m.x(), m.y());
    double measuredM = volume.marginM(m.x(), m.y());
    double topM = heights.contingencyHeightM() - m.highestM();
    double floorM = m.lowestM() - heights.floorM();
    double horizonM =
        Math.max(KEEP_OUT_NEAR_M, m.speedMps() * KEEP_OUT_AHEAD_S) + laterPath.lengthM();
    KeepOutLook zones =
        new KeepOutLook(
            keepOuts, m, horizonM, List.of(nowPath, soonPath, laterPath, muchLaterPath));
    zones.look(now, KEEP_OUT_AHEAD_S);
    double volumeM = measuredM - m.doubtM();
    FirstBreach first = new FirstBreach();
    if (m.velocityKnown()) {
      first.at(
          Surface.EDGE,
          null,
          volumeM <= BOUNDARY_M
              ? 0
              : volume.firstNearS(m.x(), m.y(), m.vx(), m.vy(), m.errorM(), m.ageS(), AHEAD_S)
                  - m.ageS());
      first.at(Surface.TOP, null, secondsTo(topM, m.vz()));
      first.at(Surface.FLOOR, null, secondsTo(floorM, -m.vz()));
      first.at(Surface.KEEP_OUT, zones.breachKeepOut(), zones.breachS());
    } else {
      first.at(null, null, 0);
    }
    boolean inside = volumeM > BOUNDARY_M && topM > 0 && floorM > 0 && zones.marginM() > BOUNDARY_M;
    boolean known = m.velocityKnown() && inside;
    boolean stopsNow = known && zones.stops(0) && clear(nowPath);
    boolean stopsLater = known && zones.stops(2) && clear(laterPath);
    return new Measures(
        geographyM - m.doubtM(),
        volumeM,
        Math.min(heights.flightHeightM() - m.highestM(), m.lowestM() - heights.flightFloorM()),
        topM,
        floorM,
        zones.keepOut(),
        zones.marginM(),
        horizonM,
        nowPath.lengthM(),
        first.inS,
        first.surface,
        first.keepOut,
        Math.min(leastMeasuredM(m, measuredM), zones.measuredM()),
        stopsNow,
        calm ? stopsNow : known && zones.stops(1) && clear(soonPath),
        stopsLater,
        calm ? stopsLater : known && zones.stops(3) && clear(muchLaterPath),
        outwardMps(m, geographyM),
        m.velocityKnown());
  }

  /** Whether a way stays in the contingency volume, seen from a point inside. */
  private boolean clear(StopPath path) {
    return path.highestM() < heights.contingencyHeightM()
        && path.lowestM() > heights.floorM()
        && !path.touches(volume, BOUNDARY_M);
  }

  private double leastMeasuredM(Motion m, double measuredM) {
    double topM = heights.contingencyHeightM() - m.height() - m.heightErrorM();
    double floorM = m.height() - m.heightErrorM() - heights.floorM();
    return Math.min(measuredM - m.errorM(), Math.min(topM, floorM));
  }

  private double outwardMps(Motion m, double geographyM) {
    double topM = heights.flightHeightM() - m.highestM();
    double floorM = m.lowestM() - heights.flightFloorM();
    if (geographyM - m.doubtM() > NEAR_EDGE_M && Math.min(topM, floorM) > NEAR_EDGE_M) {
      return 0;
    }
    double soonM = geography.marginM(m.x() + m.vx() * LOOK_S, m.y() + m.vy() * LOOK_S);
    double verticalMps = topM <= 0 ? m.vz() : floorM <= 0 ? -m.vz() : 0;
    return Math.max((geographyM - soonM) / LOOK_S, verticalMps);
  }

  private static double secondsTo(double distanceM, double speedMps) {
    return distanceM <= 0 ? 0 : speedMps <= 0 ? Double.POSITIVE_INFINITY : distanceM / speedMps;
  }
}
