package org.vigie.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.volume.OperationalVolume;
import org.vigie.geofence.volume.VolumeParameters;
import org.vigie.geofence.volume.VolumeTerms;
import org.vigie.planner.PlanOutcome.NoPlan;
import org.vigie.planner.PlanOutcome.Planned;
import org.vigie.planner.energy.EnergyModel;
import org.vigie.planner.mission.BatteryWriter;
import org.vigie.planner.mission.FenceWriter;
import org.vigie.planner.mission.FlightPath;
import org.vigie.planner.mission.LegTable;
import org.vigie.planner.mission.MissionForm;
import org.vigie.planner.mission.MissionWriter;
import org.vigie.planner.mission.Px4MissionWriter;
import org.vigie.planner.plan.Autopilot;
import org.vigie.planner.plan.Budget;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.Scene;
import org.vigie.planner.plan.Volume;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.route.BlockingZone;
import org.vigie.planner.scene.SceneFinder;
import org.vigie.planner.scene.SceneShape;

/** Writes a path as a plan, with as much time on scene as was asked for and energy allows. */
final class PlanAssembly {
  /** Slow enough for a steady picture, metres per second. */
  private static final double SCENE_MPS_MAX = 5;

  private final PlanRequest request;
  private final Firmware firmware;
  private final Plane plane;
  private final int heightM;
  private final int targetHeightM;
  private final EnergyModel energy;

  PlanAssembly(
      PlanRequest request, Firmware firmware, Plane plane, int heightM, int targetHeightM) {
    this.request = request;
    this.firmware = firmware;
    this.plane = plane;
    this.heightM = heightM;
    this.targetHeightM = targetHeightM;
    this.energy = new EnergyModel(request.aircraft(), request.wind());
  }

  PlanOutcome assemble(
      FlightPath path, SceneShape scene, OperationalVolume volume, List<BlockingZone> zones) {
    int unit = 1;
    MissionWriter.Written one = write(path, unit);
    if (one.items().size() > firmware.missionItemsMax()) {
      return none(NoPlanCode.ITEMS, "items", one.items().size(), firmware.missionItemsMax());
    }
    Budget least = table(one).budget(request.aircraft());
    Optional<NoPlan> refused = refusal(least);
    if (refused.isPresent()) {
      return refused.get();
    }
    Budget unitOfScene = more(table(write(path, 2)).budget(request.aircraft()), least);
    int turns = turns(path, one, least, unitOfScene);
    MissionWriter.Written mission = write(path, turns);
    LegTable legs = table(mission);
    Budget planned = legs.budget(request.aircraft());
    Budget budget =
        legs.budget(
            request.aircraft(),
            planned.onSceneS() + spareUnits(planned, unitOfScene) * unitOfScene.onSceneS());
    return new Planned(
        plan(
            path,
            scene,
            volume,
            zones,
            mission,
            legs.legs(),
            budget,
            scene.orbit() ? flownTurns(turns) : 0));
  }

  private MissionWriter.Written write(FlightPath path, int turns) {
    double cruiseMps = request.aircraft().commandMps(request.wind());
    MissionForm form =
        firmware.autopilot() == Autopilot.PX4 ? Px4MissionWriter::write : MissionWriter::write;
    return form.write(
        path,
        request.site().home(),
        request.start(),
        heightM,
        targetHeightM,
        cruiseMps,
        Math.min(cruiseMps, SCENE_MPS_MAX),
        turns);
  }

  private LegTable table(MissionWriter.Written mission) {
    return LegTable.of(mission, request.start(), energy, plane.frame());
  }

  private Optional<NoPlan> refusal(Budget budget) {
    double availableWh = budget.usableWh() - budget.reserveWh() - onceMoreWh();
    if (budget.energyWh() > availableWh) {
      return Optional.of(
          new NoPlan(
              NoPlanCode.ENERGY,
              request.aircraft().id(),
              Map.of("neededWh", budget.energyWh(), "availableWh", availableWh)));
    }
    double limitS = request.validity().toMillis() / 1000.0;
    if (budget.durationS() > limitS) {
      return Optional.of(
          new NoPlan(
              NoPlanCode.VALIDITY, "", Map.of("neededS", budget.durationS(), "limitS", limitS)));
    }
    return Optional.empty();
  }

  /**
   * A failsafe in the very last metres of the landing climbs back to the return path and lands
   * again: that too must not touch the reserve.
   */
  private double onceMoreWh() {
    return energy.climb(heightM).energyWh() + energy.land(heightM).energyWh();
  }

  /** PX4 flies one round and waits at its corners for what is more. */
  private int flownTurns(int turns) {
    return firmware.autopilot() == Autopilot.PX4 ? 1 : turns;
  }

  /** Turns, or seconds of a hover: as many as wanted, and as energy, time and items allow. */
  private int turns(FlightPath path, MissionWriter.Written one, Budget least, Budget unit) {
    double wanted = Math.ceil((request.onSceneS() - least.onSceneS()) / unit.onSceneS());
    double affordable = Math.floor(spareUnits(least, unit));
    double more = Math.max(0, Math.min(wanted, affordable));
    if (!path.round().isEmpty()) {
      int roomItems = firmware.missionItemsMax() - one.items().size();
      int roomTurns = roomItems / path.round().size();
      more = Math.min(more, roomTurns);
    }
    return 1 + (int) more;
  }

  /** How many more turns, or seconds of a hover, energy and validity allow beyond a flight. */
  private double spareUnits(Budget flight, Budget unit) {
    double spareWh = flight.usableWh() - flight.reserveWh() - onceMoreWh() - flight.energyWh();
    double spareS = request.validity().toMillis() / 1000.0 - flight.durationS();
    return Math.max(0, Math.min(spareWh / unit.energyWh(), spareS / unit.durationS()));
  }

  /** What one flight takes more than another. */
  private static Budget more(Budget longer, Budget shorter) {
    return new Budget(
        longer.durationS() - shorter.durationS(),
        0,
        longer.onSceneS() - shorter.onSceneS(),
        0,
        longer.energyWh() - shorter.energyWh(),
        0,
        0,
        0);
  }

  private FlightPlan plan(
      FlightPath path,
      SceneShape scene,
      OperationalVolume volume,
      List<BlockingZone> zones,
      MissionWriter.Written mission,
      List<Leg> legs,
      Budget budget,
      int turns) {
    AircraftModel aircraft = request.aircraft();
    VolumeTerms terms = volume.terms();
    VolumeParameters given = terms.parameters();
    double fenceHeightM = Math.floor(given.flightHeightM() + given.heightErrorM());
    List<LatLon> rally = request.site().rallyPoints();
    return new FlightPlan(
        request.flightId(),
        request.site().id(),
        aircraft.id(),
        firmware.id(),
        request.at(),
        request.until(),
        request.site().home(),
        request.start(),
        mission.items(),
        FenceWriter.fence(
            plane,
            volume.fence(),
            zones,
            firmware.fenceVerticesMax(request.limits().fenceVerticesMax()),
            firmware.autopilot()),
        FenceWriter.rally(rally, heightM, firmware.autopilot()),
        firmware.parameters(
            new Firmware.ReturnProfile(
                heightM,
                fenceHeightM,
                aircraft.commandMps(request.wind()),
                aircraft.climbMps(),
                aircraft.descentMps(),
                aircraft.maxTiltDeg(),
                BatteryWriter.limits(mission, aircraft, energy, plane.frame()))),
        mission.phases(),
        scene(path, scene, turns),
        new Volume(
            volume.flightGeography(),
            volume.contingencyVolume(),
            volume.groundRiskBuffer(),
            given.flightHeightM(),
            terms.contingencyHeightM(),
            terms(terms)),
        legs,
        budget,
        respected(zones));
  }

  /** What is seen; a flight home looks at nothing. */
  private Scene scene(FlightPath path, SceneShape shape, int turns) {
    Optional<Camera> camera = request.aircraft().camera();
    if (path.target().isEmpty() || camera.isEmpty()) {
      LatLon at = path.target().orElse(path.from());
      return new Scene(at.latE7(), at.lonE7(), shape.radiusM(), heightM, turns);
    }
    double heightAmslM = request.site().home().altitude().metres() + heightM;
    return new SceneFinder(request, camera.get(), plane, heightAmslM)
        .scene(shape, path.entry(), path.round(), heightM, turns);
  }

  private static List<String> respected(List<BlockingZone> zones) {
    return zones.stream().map(BlockingZone::identifier).distinct().sorted().toList();
  }

  private static List<Volume.Term> terms(VolumeTerms t) {
    VolumeParameters p = t.parameters();
    List<Volume.Term> terms = new ArrayList<>();
    terms.add(new Volume.Term("H_FG", p.flightHeightM()));
    terms.add(new Volume.Term("S_GPS", p.gnssErrorM()));
    terms.add(new Volume.Term("S_Pos", p.positionErrorM()));
    terms.add(new Volume.Term("S_K", p.mapErrorM()));
    terms.add(new Volume.Term("S_RZ", t.reactionM()));
    terms.add(new Volume.Term("S_CM", t.manoeuvreM()));
    terms.add(new Volume.Term("S_CV", t.contingencyM()));
    terms.add(new Volume.Term("H_delta", p.heightErrorM()));
    terms.add(new Volume.Term("H_RZ", t.reactionHeightM()));
    terms.add(new Volume.Term("H_CM", t.manoeuvreHeightM()));
    terms.add(new Volume.Term("H_CV", t.contingencyHeightM()));
    terms.add(new Volume.Term("H_ground", Math.max(0, p.groundBelowHomeM().orElseThrow())));
    terms.add(new Volume.Term("S_GRB", t.groundRiskM()));
    return terms;
  }

  private static NoPlan none(NoPlanCode code, String name, double value, double limit) {
    return new NoPlan(code, "", Map.of(name, value, "limit", limit));
  }
}
