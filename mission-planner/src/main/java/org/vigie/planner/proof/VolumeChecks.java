package org.vigie.planner.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.LatLon;
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

  /** Zones further away than this from the volume get no finding of their own when they hold. */
  private static final double NEAR_M = 1000;

  /** What the checks look at; circles and return points would act unseen. */
  private static final Set<Integer> POLYGONS =
      Set.of(MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION, MavCmd.NAV_FENCE_POLYGON_VERTEX_EXCLUSION);

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
    Map<String, Geometry> lines = new LinkedHashMap<>();
    for (FlownLeg leg : c.mission().legs()) {
      Geometry line = leg.line(c.plane());
      lines.merge(leg.branch(), line, Geometry::union);
    }
    double halfWidthM = HALF_WIDTH_PER_DIMENSION * c.inputs().aircraft().dimensionM();
    lines.forEach(
        (branch, line) -> {
          c.add(
              ProofCheck.LEGS_IN_GEOGRAPHY.atLeast(
                  branch, Case.insideM(c.geography(), line), halfWidthM, ""));
          Optional<Surroundings.Solid> nearest =
              Surroundings.nearest(c.surroundings().closed(), line);
          c.add(
              ProofCheck.ROUTE_CLEAR_OF_ZONES.atLeast(
                  branch,
                  nearest.map(solid -> solid.ground().distance(line)).orElse(Surroundings.REACH_M),
                  c.terms().contingencyM(),
                  nearest.map(Surroundings.Solid::zone).orElse("")));
        });
    c.add(
        ProofCheck.LEGS_BELOW_TOP.atMost(
            VOLUME, c.cruiseHeightM(), c.plan().volume().flightHeightM(), ""));
  }

  private static void start(Case c) {
    c.add(
        ProofCheck.START_IN_GEOGRAPHY.atLeast(
            VOLUME,
            Case.insideM(c.geography(), c.plane().point(c.plan().start().position())),
            c.plan().start().radiusM(),
            ""));
  }

  private static void volumes(Case c) {
    c.add(
        ProofCheck.GEOGRAPHY_IN_CONTINGENCY.atLeast(
            VOLUME,
            Case.insideM(c.contingency(), c.geography().most()),
            c.terms().contingencyM() - ROUNDING_M,
            ""));
    c.add(
        ProofCheck.CONTINGENCY_HEIGHT.atLeast(
            VOLUME, c.plan().volume().contingencyHeightM(), c.terms().contingencyHeightM(), ""));
    c.add(
        ProofCheck.GROUND_RISK_BUFFER.atLeast(
            VOLUME,
            Case.insideM(c.groundRisk(), c.contingency().most()),
            c.groundRiskM().orElse(Double.NaN) - ROUNDING_M,
            c.groundRiskM().isEmpty() ? "ground-unknown" : ""));
  }

  private static void fence(Case c) {
    Optional<BothReadings> inclusion = c.inclusion();
    int vertices = c.plan().fence().size();
    c.add(
        ProofCheck.FENCE_FORM.finding(
            VOLUME,
            inclusion.isPresent()
                && fenceStored(c.plan().fence())
                && vertices <= c.inputs().limits().fenceVerticesMax(),
            vertices,
            c.inputs().limits().fenceVerticesMax(),
            ""));
    double geographyM =
        inclusion.map(fence -> Case.insideM(fence, c.geography().most())).orElse(Double.NaN);
    boolean cut =
        c.fencePolygons(MavCmd.NAV_FENCE_POLYGON_VERTEX_EXCLUSION).stream()
            .anyMatch(exclusion -> exclusion.most().intersects(c.geography().most()));
    c.add(
        ProofCheck.FENCE_HOLDS_GEOGRAPHY.finding(
            VOLUME, geographyM >= 0 && !cut, geographyM, 0, cut ? "exclusion" : ""));
    c.add(
        ProofCheck.FENCE_IN_CONTINGENCY.atLeast(
            VOLUME,
            inclusion.map(fence -> Case.insideM(c.contingency(), fence.most())).orElse(Double.NaN),
            c.terms().fenceSetbackM() - ROUNDING_M,
            ""));
    double ceilingM = c.parameter("FENCE_ALT_MAX").map(Float::doubleValue).orElse(Double.NaN);
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

  /** Nothing but polygons: frame 0, no height, and each polygon's vertices carry its count. */
  private static boolean fenceStored(List<MissionItem> fence) {
    for (int i = 0; i < fence.size(); ) {
      int count = (int) fence.get(i).param1();
      if (count < 3 || i + count > fence.size()) {
        return false;
      }
      for (MissionItem item : fence.subList(i, i + count)) {
        boolean stored =
            POLYGONS.contains(item.command())
                && item.frame() == MavCmd.FRAME_GLOBAL
                && item.z() == 0
                && item.param1() == count
                && item.command() == fence.get(i).command()
                && item.seq() == fence.indexOf(item);
        if (!stored) {
          return false;
        }
      }
      i += count;
    }
    return true;
  }

  private static void zones(Case c) {
    List<String> unknown =
        c.inputs().zones().unknownDuring(new TimeSpan(c.plan().validFrom(), c.plan().validUntil()));
    c.add(ProofCheck.ZONES_KNOWN.atMost(VOLUME, unknown.size(), 0, String.join(", ", unknown)));
    Geometry volume = c.contingency().most();
    Optional<Surroundings.Solid> nearest = Surroundings.nearest(c.surroundings().closed(), volume);
    if (nearest.isEmpty()) {
      c.add(ProofCheck.VOLUME_CLEAR_OF_ZONES.finding(VOLUME, true, Surroundings.REACH_M, 0, ""));
    }
    for (Surroundings.Solid solid : c.surroundings().closed()) {
      double distanceM = solid.ground().distance(volume);
      // touching is meeting: a boundary belongs to a prohibited zone
      if (distanceM < NEAR_M || solid.equals(nearest.get())) {
        c.add(
            ProofCheck.VOLUME_CLEAR_OF_ZONES.finding(
                VOLUME, distanceM > 0, distanceM, 0, solid.zone()));
      }
    }
    note(c, c.surroundings().conditional(), ProofCheck.ZONE_CONDITIONS, volume);
    note(c, c.surroundings().authorised(), ProofCheck.ZONE_AUTHORISED, volume);
  }

  private static void note(
      Case c, List<Surroundings.Solid> solids, ProofCheck check, Geometry volume) {
    solids.stream()
        .filter(solid -> solid.ground().intersects(volume))
        .map(Surroundings.Solid::zone)
        .distinct()
        .forEach(zone -> c.add(check.finding(VOLUME, true, 0, 0, zone)));
  }

  private static void rally(Case c) {
    for (MissionItem item : c.plan().rally()) {
      boolean stored =
          item.command() == MavCmd.NAV_RALLY_POINT
              && item.frame() == MavCmd.FRAME_RELATIVE
              && item.z() == Math.rint(item.z())
              && item.z() == c.cruiseHeightM();
      double insideM =
          Case.insideM(c.geography(), c.plane().point(LatLon.ofE7(item.x(), item.y())));
      c.add(
          ProofCheck.RALLY_IN_GEOGRAPHY.finding(
              VOLUME, stored && insideM > 0, insideM, 0, "rally " + item.seq()));
    }
  }
}
