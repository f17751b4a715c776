package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.geofence.volume.FallGround;
import org.vigie.geofence.volume.VolumeParameters;
import org.vigie.geofence.volume.VolumeTerms;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;

/**
 * One plan under proof: what all checks look at. Stored edges count in both readings, straight in
 * metres and in degrees: readers take them either way. Confined to one proof.
 */
final class Case {
  private final FlightPlan plan;
  private final ProofInputs inputs;
  private final Plane plane;
  private final FlownMission mission;
  private final VolumeTerms terms;
  private final Surroundings surroundings;
  private final List<ProofFinding> findings = new ArrayList<>();
  private @Nullable BothReadings geography;
  private @Nullable BothReadings contingency;
  private @Nullable OptionalDouble lowestGroundM;
  private @Nullable OptionalDouble groundRiskM;

  Case(FlightPlan plan, ProofInputs inputs) {
    this.plan = plan;
    this.inputs = inputs;
    this.plane = Plane.around(inputs.site().home().position());
    this.mission = FlownMission.read(plan, plane);
    // from the aircraft's cruise speed, not from what the plan says of itself
    this.terms =
        VolumeTerms.of(
            VolumeParameters.multirotor(
                inputs.aircraft().cruiseMps(),
                inputs.aircraft().dimensionM(),
                Math.max(plan.volume().flightHeightM(), 3 * inputs.aircraft().dimensionM()),
                inputs.aircraft().stoppingDistanceM()));
    this.surroundings =
        Surroundings.of(
            plan,
            inputs,
            plane,
            Math.max(terms.contingencyHeightM(), plan.volume().contingencyHeightM()));
  }

  FlightPlan plan() {
    return plan;
  }

  ProofInputs inputs() {
    return inputs;
  }

  Plane plane() {
    return plane;
  }

  FlownMission mission() {
    return mission;
  }

  VolumeTerms terms() {
    return terms;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** The lowest ground below the contingency volume, above mean sea level; empty if unknown. */
  OptionalDouble lowestGroundM() {
    if (lowestGroundM == null) {
      lowestGroundM =
          AreaRange.of(inputs.terrain(), plane, contingency().most())
              .map(range -> OptionalDouble.of(range.lowest().metres()))
              .orElse(OptionalDouble.empty());
    }
    return lowestGroundM;
  }

  /**
   * S_GRB, for a fall to the lowest ground below the volume and below its ground risk buffer; empty
   * while that is unknown.
   */
  OptionalDouble groundRiskM() {
    if (groundRiskM == null) {
      Optional<VolumeTerms> settled =
          FallGround.settle(
              inputs.terrain(),
              plane,
              contingency().most(),
              inputs.site().home().altitude(),
              terms);
      groundRiskM =
          settled.isPresent()
              ? OptionalDouble.of(settled.get().groundRiskM())
              : OptionalDouble.empty();
    }
    return groundRiskM;
  }

  BothReadings geography() {
    if (geography == null) {
      geography = BothReadings.of(plane, plan.volume().flightGeography());
    }
    return geography;
  }

  BothReadings contingency() {
    if (contingency == null) {
      contingency = BothReadings.of(plane, plan.volume().contingencyVolume());
    }
    return contingency;
  }

  BothReadings groundRisk() {
    return BothReadings.of(plane, plan.volume().groundRiskBuffer());
  }

  /** The polygons of one command in the stored fence, as far as their counts make sense. */
  List<BothReadings> fencePolygons(int command) {
    List<BothReadings> polygons = new ArrayList<>();
    List<MissionItem> fence = plan.fence();
    for (int i = 0; i < fence.size(); ) {
      int count = Math.max(1, (int) fence.get(i).param1());
      int end = Math.min(fence.size(), i + count);
      List<MissionItem> ring = fence.subList(i, end);
      if (fence.get(i).command() == command && ring.size() >= 3) {
        polygons.add(
            BothReadings.of(
                plane,
                new GeoPolygon(
                    ring.stream().map(item -> LatLon.ofE7(item.x(), item.y())).toList())));
      }
      i = end;
    }
    return polygons;
  }

  /** The single valid inclusion polygon. */
  Optional<BothReadings> inclusion() {
    List<BothReadings> inclusions = fencePolygons(MavCmd.NAV_FENCE_POLYGON_VERTEX_INCLUSION);
    return inclusions.size() == 1 && inclusions.get(0).isValid()
        ? Optional.of(inclusions.get(0))
        : Optional.empty();
  }

  Optional<Float> parameter(String name) {
    return plan.parameters().stream()
        .filter(setting -> setting.name().equals(name))
        .map(ParameterSetting::value)
        .findFirst();
  }

  /** Height of all level legs: what the return parameters must agree with. */
  double cruiseHeightM() {
    return mission.legs().stream().mapToDouble(FlownLeg::toHeightM).max().orElse(0);
  }

  /**
   * Distance from a shape inside an area to the area's edge, however its edges are read; negative
   * when it is not inside.
   */
  static double insideM(BothReadings area, Geometry shape) {
    if (!area.isValid()) {
      return -1;
    }
    Geometry least = area.least();
    if (least.covers(shape)) {
      return least.getBoundary().distance(shape);
    }
    double outsideM = 0;
    for (var point : shape.difference(least).getCoordinates()) {
      outsideM = Math.max(outsideM, least.distance(shape.getFactory().createPoint(point)));
    }
    return Math.min(-outsideM, -1e-3);
  }

  void add(ProofFinding finding) {
    findings.add(finding);
  }

  List<ProofFinding> findings() {
    return findings;
  }
}
