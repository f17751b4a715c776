package org.vigie.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.obstacle.HighestThing;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.volume.FallGround;
import org.vigie.geofence.volume.FlightShape;
import org.vigie.geofence.volume.InnerVolume;
import org.vigie.geofence.volume.OperationalVolume;
import org.vigie.geofence.volume.VolumeBuilder;
import org.vigie.geofence.volume.VolumeTerms;
import org.vigie.planner.Attempt.Final;
import org.vigie.planner.Attempt.Higher;
import org.vigie.planner.Attempt.Result;
import org.vigie.planner.mission.FlightPath;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.HomeError;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.route.BlockingZone;
import org.vigie.planner.scene.SceneShape;

/** Puts a volume around a path, if what is below and the ceiling leave room at its height. */
final class VolumeFit {
  /** A zone is gone round when the volume comes this near to it: named, and maybe a fence. */
  private static final double RESPECTED_M = 500;

  private final Setting setting;
  private final PlanRequest request;
  private final FlightLimits limits;
  private final Plane plane;
  private final int heightM;
  private final VolumeTerms terms;

  VolumeFit(Setting setting, int heightM, VolumeTerms terms) {
    this.setting = setting;
    this.request = setting.request();
    this.limits = request.limits();
    this.plane = setting.plane();
    this.heightM = heightM;
    this.terms = terms;
  }

  Result fit(FlightPath path, SceneShape scene) {
    for (LatLon point : path.lines().stream().flatMap(List::stream).toList()) {
      Coordinate at = plane.coordinate(point);
      double distanceM = Math.hypot(at.x, at.y);
      if (distanceM > MissionPlanner.RANGE_M_MAX) {
        return Attempt.none(
            NoPlanCode.RANGE,
            List.of("route"),
            Map.of("distanceM", distanceM, "limitM", MissionPlanner.RANGE_M_MAX));
      }
    }
    Optional<GroundRange> ground =
        TerrainClearance.below(plane, request.terrain(), flownOver(path));
    if (ground.isEmpty()) {
      return Attempt.none(NoPlanCode.TERRAIN_UNKNOWN, List.of("route"), Map.of());
    }
    Optional<HighestThing> highest = setting.things().highest(path);
    if (highest.isPresent() && highest.get() instanceof HighestThing.Unknown unknown) {
      return Attempt.none(NoPlanCode.OBSTACLES_UNKNOWN, List.of(unknown.reason()), Map.of());
    }
    if (!isBelowCeiling(ground.get().lowest())) {
      return tooHigh(ground.get().lowest());
    }
    double neededM = neededM(ground.get(), highest);
    if (neededM > heightM) {
      return new Higher(neededM);
    }
    return volume(path, scene);
  }

  /** The least height above home that clears ground and things, whatever home's error is. */
  private double neededM(GroundRange ground, Optional<HighestThing> highest) {
    double amslM = ground.highest().metres() + limits.minHeightAglM();
    if (highest.isPresent() && highest.get() instanceof HighestThing.Known known) {
      amslM = Math.max(amslM, known.top().metres() + request.obstacles().clearanceM());
    }
    return amslM + HomeError.VERTICAL_M - setting.homeM();
  }

  private Result volume(FlightPath path, SceneShape scene) {
    FlightShape shape =
        new FlightShape(path.lines(), List.of(path.area()), MissionPlanner.HALF_WIDTH_M);
    Optional<InnerVolume> inner =
        VolumeBuilder.inner(plane, shape, terms, setting.fenceVerticesMax());
    if (inner.isEmpty()) {
      return noFence();
    }
    BothReadings contingency = inner.get().contingency();
    Optional<AltitudeAmsl> below = AreaRange.lowest(request.terrain(), plane, contingency.metres());
    if (below.isEmpty()) {
      return Attempt.none(NoPlanCode.TERRAIN_UNKNOWN, List.of("volume"), Map.of());
    }
    if (!isBelowCeiling(below.get())) {
      return tooHigh(below.get());
    }
    // a fall ends on the ground, not at the height of home, and beside the volume
    Optional<VolumeTerms> settled =
        FallGround.settle(
            request.terrain(), plane, contingency.most(), request.site().home().altitude(), terms);
    if (settled.isEmpty()) {
      return Attempt.none(NoPlanCode.TERRAIN_UNKNOWN, List.of("ground-risk-buffer"), Map.of());
    }
    return inner
        .get()
        .over(settled.get())
        .<Result>map(whole -> assembled(path, scene, whole))
        .orElseGet(this::noFence);
  }

  private Final assembled(FlightPath path, SceneShape scene, OperationalVolume volume) {
    List<BlockingZone> near =
        setting
            .zones()
            .near(
                plane.polygon(volume.contingencyVolume()),
                RESPECTED_M,
                Attempt.top(setting, heightM));
    int targetHeightM = (int) Math.round(setting.groundAtIncident().metres() - setting.homeM());
    return new Final(
        new PlanAssembly(request, setting.firmware(), plane, heightM, targetHeightM)
            .assemble(path, scene, volume, near));
  }

  private double topAglM(AltitudeAmsl lowest) {
    return setting.homeM()
        + heightM
        + MissionPlanner.OVERSHOOT_M
        + HomeError.VERTICAL_M
        - lowest.metres();
  }

  private boolean isBelowCeiling(AltitudeAmsl lowest) {
    return topAglM(lowest) <= limits.maxHeightAglM();
  }

  private Final tooHigh(AltitudeAmsl lowest) {
    return Attempt.none(
        NoPlanCode.HEIGHT,
        List.of(),
        Map.of("neededM", topAglM(lowest), "limitM", limits.maxHeightAglM()));
  }

  private Final noFence() {
    return Attempt.none(
        NoPlanCode.FENCE, List.of(), Map.of("limit", (double) setting.fenceVerticesMax()));
  }

  private static List<List<LatLon>> flownOver(FlightPath path) {
    List<List<LatLon>> lines = new ArrayList<>(path.lines());
    lines.add(spokes(path));
    return lines;
  }

  /** Lines from the scene's centre to its points: the ground below the whole scene. */
  private static List<LatLon> spokes(FlightPath path) {
    List<LatLon> spokes = new ArrayList<>(path.area());
    for (LatLon point : path.round()) {
      path.target().ifPresent(spokes::add);
      spokes.add(point);
    }
    return spokes;
  }
}
