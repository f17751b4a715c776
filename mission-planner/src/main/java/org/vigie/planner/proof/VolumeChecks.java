package org.vigie.planner.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;

/** Line in geography in fence in contingency volume, and all of it clear of zones. */
final class VolumeChecks {
  private static final String VOLUME = "volume";

  /** The flight geography's half width is at least this many characteristic dimensions. */
  private static final double HALF_WIDTH_PER_DIMENSION = 1.5;

  /** Outlines are stored to 1e-7 degrees. */
  private static final double ROUNDING_M = 0.02;

  /** Sums and differences of the same terms need not give the same last digit. */
  private static final double ARITHMETIC_M = 1e-6;

  private VolumeChecks() {}

  static void run(Case c) {
    legs(c);
    start(c);
    volumes(c);
    fence(c);
    zones(c);
    rally(c);
  }

  private static void legs(Case c) {
    double halfWidthM = HALF_WIDTH_PER_DIMENSION * c.inputs().aircraft().dimensionM();
    Map<String, ProofFinding> inside = new LinkedHashMap<>();
    Map<String, ProofFinding> clear = new LinkedHashMap<>();
    Way highest = null;
    for (Way way : c.ways()) {
      String branch = way.leg().branch();
      Geometry line = way.leg().line(c.plane());
      Held.Inside within = c.heldGeography().inside(line);
      // a climb stands where the aircraft stood, not where home is said to be
      double errorM = c.startErrorM(way);
      worst(
          inside,
          ProofCheck.LEGS_IN_GEOGRAPHY
              .atLeast(branch, within.metres() - errorM, halfWidthM, "")
              .placed(c.near(way, within.at())));
      double reachM = Surroundings.reachM(clear.get(branch));
      Solids.Near near = c.surroundings().closed().nearest(line, reachM);
      worst(
          clear,
          ProofCheck.ROUTE_CLEAR_OF_ZONES
              .atLeast(branch, near.metres(), c.terms().contingencyM(), near.zone())
              .placed(c.near(way, near.at())));
      if (highest == null || way.leg().toHeightM() > highest.leg().toHeightM()) {
        highest = way;
      }
    }
    inside.values().forEach(c::add);
    clear.values().forEach(c::add);
    c.add(
        ProofCheck.LEGS_BELOW_TOP
            .atMost(VOLUME, c.cruiseHeightM(), c.plan().volume().flightHeightM(), "")
            .placed(highest == null ? null : c.on(highest, 1)));
  }

  private static void worst(Map<String, ProofFinding> worst, ProofFinding finding) {
    worst.merge(
        finding.branch(),
        finding,
        (one, other) -> ProofFinding.WORST_FIRST.compare(other, one) < 0 ? other : one);
  }

  private static ProofPlace anytime(Case c, Held.Inside inside) {
    return c.anytime(inside.at(), c.plan().volume().flightHeightM());
  }

  private static void start(Case c) {
    c.add(
        ProofCheck.START_IN_GEOGRAPHY.atLeast(
            VOLUME,
            c.heldGeography().insideM(c.plane().point(c.plan().start().position())),
            c.plan().start().radiusM(),
            ""));
  }

  private static void volumes(Case c) {
    Held.Inside geography = c.heldContingency().inside(c.geography().most());
    c.add(
        ProofCheck.GEOGRAPHY_IN_CONTINGENCY
            .atLeast(VOLUME, geography.metres(), c.terms().contingencyM() - ROUNDING_M, "")
            .placed(anytime(c, geography)));
    c.add(
        ProofCheck.CONTINGENCY_HEIGHT.atLeast(
            VOLUME, c.plan().volume().contingencyHeightM(), c.terms().contingencyHeightM(), ""));
    Held.Inside contingency = c.heldGroundRisk().inside(c.contingency().most());
    boolean unknown = c.ground().groundRiskM().isEmpty();
    c.add(
        ProofCheck.GROUND_RISK_BUFFER
            .atLeast(
                VOLUME,
                contingency.metres(),
                c.ground().groundRiskM().orElse(Double.NaN) - ROUNDING_M,
                unknown ? "ground-unknown" : "")
            .placed(c.anytime(contingency.at(), 0)));
  }

  private static void fence(Case c) {
    Optional<BothReadings> inclusion = c.fence().inclusion();
    int vertices = c.plan().fence().size();
    int most = c.reading().fenceVerticesMax(c.inputs().limits().fenceVerticesMax());
    c.add(
        ProofCheck.FENCE_FORM.finding(
            VOLUME,
            inclusion.isPresent() && c.fence().stored() && vertices <= most,
            vertices,
            most,
            ""));
    Held.Inside geography =
        c.fence()
            .held()
            .map(held -> held.inside(c.geography().most()))
            .orElseGet(() -> new Held.Inside(Double.NaN, new Coordinate(0, 0)));
    boolean cut =
        c.fence().exclusions().stream()
            .anyMatch(exclusion -> exclusion.most().intersects(c.geography().most()));
    c.add(
        ProofCheck.FENCE_HOLDS_GEOGRAPHY
            .finding(
                VOLUME,
                geography.metres() >= 0 && !cut,
                geography.metres(),
                0,
                cut ? "exclusion" : "")
            .placed(anytime(c, geography)));
    Held.Inside room =
        inclusion
            .map(fence -> c.heldContingency().inside(fence.most()))
            .orElseGet(() -> new Held.Inside(Double.NaN, new Coordinate(0, 0)));
    c.add(
        ProofCheck.FENCE_IN_CONTINGENCY
            .atLeast(VOLUME, room.metres(), c.terms().fenceSetbackM() - ROUNDING_M, "")
            .placed(anytime(c, room)));
    double ceilingM = c.setting(c.reading().ceiling()).orElse(Double.NaN);
    c.add(
        ProofCheck.FENCE_CEILING_ABOVE_FLIGHT.atLeast(
            VOLUME, ceilingM, c.plan().volume().flightHeightM(), ""));
    double highestM =
        c.plan().volume().contingencyHeightM()
            - c.terms().reactionHeightM()
            - c.terms().manoeuvreHeightM();
    c.add(
        ProofCheck.FENCE_CEILING_IN_CONTINGENCY.finding(
            VOLUME, ceilingM <= highestM + ARITHMETIC_M, ceilingM, highestM, ""));
  }

  private static void zones(Case c) {
    List<String> unknown =
        c.inputs().zones().unknownDuring(new TimeSpan(c.plan().validFrom(), c.plan().validUntil()));
    c.add(ProofCheck.ZONES_KNOWN.atMost(VOLUME, unknown.size(), 0, String.join(", ", unknown)));
    Geometry volume = c.contingency().most();
    Solids closed = c.surroundings().closed();
    List<Solids.Near> near = closed.within(volume, Surroundings.REACH_M);
    if (near.isEmpty()) {
      c.add(ProofCheck.VOLUME_CLEAR_OF_ZONES.finding(VOLUME, true, Surroundings.REACH_M, 0, ""));
    }
    for (Solids.Near zone : near) {
      // touching is meeting: a boundary belongs to a prohibited zone
      c.add(
          ProofCheck.VOLUME_CLEAR_OF_ZONES
              .finding(VOLUME, zone.metres() > 0, zone.metres(), 0, zone.zone())
              .placed(c.anytime(zone.at(), c.plan().volume().contingencyHeightM())));
    }
    note(c, c.surroundings().conditional(), ProofCheck.ZONE_CONDITIONS, volume);
    note(c, c.surroundings().authorised(), ProofCheck.ZONE_AUTHORISED, volume);
  }

  private static void note(Case c, Solids solids, ProofCheck check, Geometry volume) {
    solids.within(volume, 0).stream()
        .map(Solids.Near::zone)
        .distinct()
        .forEach(zone -> c.add(check.finding(VOLUME, true, 0, 0, zone)));
  }

  private static void rally(Case c) {
    for (MissionItem item : c.plan().rally()) {
      boolean stored =
          item.command() == MavCmd.NAV_RALLY_POINT
              && item.frame() == AutopilotReading.autopilot(c.plan()).relativeFrame()
              && item.z() == Math.rint(item.z())
              && item.z() == c.cruiseHeightM();
      double insideM = c.heldGeography().insideM(c.plane().factory().createPoint(c.place(item)));
      c.add(
          ProofCheck.RALLY_IN_GEOGRAPHY
              .finding(VOLUME, stored && insideM > 0, insideM, 0, "rally " + item.seq())
              .placed(c.anytime(c.place(item), item.z())));
    }
  }
}
