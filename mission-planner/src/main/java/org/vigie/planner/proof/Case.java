package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.volume.VolumeParameters;
import org.vigie.geofence.volume.VolumeTerms;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;
import org.vigie.planner.request.HomeError;

/**
 * One plan under proof: what all checks look at. Stored edges count in both readings, straight in
 * metres and in degrees: readers take them either way. Confined to one proof.
 */
final class Case {
  private final FlightPlan plan;
  private final ProofInputs inputs;
  private final AutopilotReading reading;
  private final Plane plane;
  private final DegreeEdges edges;
  private final FlownMission mission;
  private final List<Way> ways;
  private final VolumeTerms terms;
  private final StoredFence fence;
  private final Ground ground;
  private final List<ProofFinding> findings = new ArrayList<>();
  private @Nullable List<ReturnStretch> returns;
  private EnergyChecks.@Nullable Returns homeward;
  private @Nullable ObstacleChecks obstacles;
  private @Nullable Surroundings surroundings;
  private @Nullable BothReadings geography;
  private @Nullable BothReadings contingency;
  private @Nullable Held heldGeography;
  private @Nullable Held heldContingency;
  private @Nullable Held heldGroundRisk;

  Case(FlightPlan plan, ProofInputs inputs) {
    this.plan = plan;
    this.inputs = inputs;
    this.plane = Plane.around(inputs.site().home().position());
    this.edges = new DegreeEdges(plane);
    this.reading = AutopilotReading.of(plan);
    this.mission = reading.mission(plan, plane);
    this.ways = Way.of(plan, mission, inputs);
    // from the aircraft's cruise speed, not from what the plan says of itself
    this.terms =
        VolumeTerms.of(
            VolumeParameters.multirotor(
                inputs.aircraft().cruiseMps(),
                inputs.aircraft().dimensionM(),
                Math.max(plan.volume().flightHeightM(), 3 * inputs.aircraft().dimensionM()),
                inputs.aircraft().stoppingDistanceM()));
    this.fence = StoredFence.of(plan, plane);
    this.ground = new Ground(this);
  }

  FlightPlan plan() {
    return plan;
  }

  ProofInputs inputs() {
    return inputs;
  }

  AutopilotReading reading() {
    return reading;
  }

  Plane plane() {
    return plane;
  }

  DegreeEdges edges() {
    return edges;
  }

  FlownMission mission() {
    return mission;
  }

  List<Way> ways() {
    return ways;
  }

  VolumeTerms terms() {
    return terms;
  }

  StoredFence fence() {
    return fence;
  }

  Ground ground() {
    return ground;
  }

  Surroundings surroundings() {
    if (surroundings == null) {
      double topM = Math.max(terms.contingencyHeightM(), plan.volume().contingencyHeightM());
      surroundings = Surroundings.of(plan, inputs, plane, extent(), topM + HomeError.VERTICAL_M);
    }
    return surroundings;
  }

  /** From where a failsafe may pick which leg of the return path. */
  List<ReturnStretch> returns() {
    if (returns == null) {
      returns = reading.returns(this);
    }
    return returns;
  }

  /** What the dearest ways home cost. */
  EnergyChecks.Returns homeward() {
    if (homeward == null) {
      homeward = EnergyChecks.returns(this);
    }
    return homeward;
  }

  ObstacleChecks obstacles() {
    if (obstacles == null) {
      obstacles = ObstacleChecks.of(this);
    }
    return obstacles;
  }

  /** All that belongs to the plan, seen from above. */
  Envelope extent() {
    Envelope extent = new Envelope(new Coordinate(0, 0));
    for (Way way : ways) {
      extent.expandToInclude(way.leg().to());
    }
    for (MissionItem point : plan.rally()) {
      extent.expandToInclude(place(point));
    }
    extent.expandToInclude(contingency().most().getEnvelopeInternal());
    return extent;
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

  Held heldGeography() {
    if (heldGeography == null) {
      heldGeography = new Held(geography());
    }
    return heldGeography;
  }

  Held heldContingency() {
    if (heldContingency == null) {
      heldContingency = new Held(contingency());
    }
    return heldContingency;
  }

  Held heldGroundRisk() {
    if (heldGroundRisk == null) {
      heldGroundRisk = new Held(BothReadings.of(plane, plan.volume().groundRiskBuffer()));
    }
    return heldGroundRisk;
  }

  Optional<Float> parameter(String name) {
    return plan.parameters().stream()
        .filter(setting -> setting.name().equals(name))
        .map(ParameterSetting::value)
        .findFirst();
  }

  /** A parameter that the plan sets. */
  OptionalDouble setting(String name) {
    return parameter(name)
        .map(value -> OptionalDouble.of(value.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  /** Height of all level legs: what the return parameters must agree with. */
  double cruiseHeightM() {
    return mission.legs().stream().mapToDouble(FlownLeg::toHeightM).max().orElse(0);
  }

  double homeM() {
    return inputs.site().home().altitude().metres();
  }

  Coordinate place(MissionItem item) {
    return plane.coordinate(LatLon.ofE7(item.x(), item.y()));
  }

  /** Seconds from take-off to touchdown. */
  double durationS() {
    return ways.stream().mapToDouble(Way::untilS).max().orElse(0);
  }

  /** How far from where the plan says a way may really be flown because the start may be. */
  double startErrorM(Way way) {
    if (!way.leg().branch().equals(FlownLeg.CLIMB)) {
      return 0;
    }
    return plan.start().airborne() ? plan.start().radiusM() : HomeError.HORIZONTAL_M;
  }

  /** A place on the route. */
  ProofPlace on(Way way, double part) {
    return spot(
        way.at(part), way.heightM(part), way.leg().seq(), way.fromS(part), way.untilS(part));
  }

  /** The place of the route that lies nearest to a point. */
  ProofPlace near(Way way, Coordinate point) {
    return on(way, way.partNear(point));
  }

  /** A place beside the route that is reached from between two parts of it. */
  ProofPlace from(Way way, double first, double last, Coordinate at, double heightM) {
    return spot(at, heightM, way.leg().seq(), way.fromS(first), way.untilS(last));
  }

  /** A place of the volume, as long as the flight lasts. */
  ProofPlace anytime(Coordinate at, double heightM) {
    return spot(at, heightM, -1, 0, durationS());
  }

  private ProofPlace spot(Coordinate at, double heightM, int seq, double fromS, double untilS) {
    LatLon point = plane.latLon(at);
    return new ProofPlace(
        point.latE7(), point.lonE7(), tenth(heightM), seq, tenth(fromS), tenth(untilS));
  }

  private static double tenth(double value) {
    return Math.rint(value * 10) / 10;
  }

  void add(ProofFinding finding) {
    findings.add(finding);
  }

  List<ProofFinding> findings() {
    return findings;
  }
}
