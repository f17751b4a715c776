package org.vigie.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.AreaRange;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.volume.FallGround;
import org.vigie.geofence.volume.FlightShape;
import org.vigie.geofence.volume.OperationalVolume;
import org.vigie.geofence.volume.VolumeBuilder;
import org.vigie.geofence.volume.VolumeParameters;
import org.vigie.geofence.volume.VolumeTerms;
import org.vigie.planner.PlanOutcome.NoPlan;
import org.vigie.planner.mission.FlightPath;
import org.vigie.planner.mission.PathBuilder;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.HomeError;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.route.BlockedArea;
import org.vigie.planner.route.BlockingZone;
import org.vigie.planner.route.FewerTurns;
import org.vigie.planner.route.RouteFinder;
import org.vigie.planner.route.TooComplexException;
import org.vigie.planner.route.ZoneSelection;
import org.vigie.planner.scene.SceneFinder;
import org.vigie.planner.scene.SceneShape;

/** A plan for one request at one height. */
final class Attempt {
  /** Rounding of stored points and of bearings, metres. */
  private static final double ROUNDING_M = 0.5;

  /** Zones beyond the range cannot be met. */
  private static final double REACH_M = MissionPlanner.RANGE_M_MAX + 500;

  private final PlanRequest request;
  private final Errand errand;
  private final Firmware firmware;
  private final AltitudeAmsl groundAtIncident;
  private final int heightM;
  private final Plane plane;
  private final VolumeTerms terms;
  private final List<BlockingZone> zones;
  private final BlockedArea blocked;
  private final Coordinate home;
  private final Coordinate from;
  private final Coordinate incident;

  Attempt(
      PlanRequest request,
      Errand errand,
      Firmware firmware,
      AltitudeAmsl groundAtIncident,
      int heightM) {
    this.request = request;
    this.errand = errand;
    this.firmware = firmware;
    this.groundAtIncident = groundAtIncident;
    this.heightM = heightM;
    this.plane = Plane.around(request.site().home().position());
    this.terms =
        VolumeTerms.of(
            VolumeParameters.multirotor(
                request.aircraft().cruiseMps(),
                request.aircraft().dimensionM(),
                heightM + MissionPlanner.OVERSHOOT_M,
                request.aircraft().stoppingDistanceM()));
    this.home = plane.coordinate(request.site().home().position());
    this.from = plane.coordinate(request.start().position());
    this.incident = plane.coordinate(request.incident().position());
    AltitudeAmsl top =
        new HeightAboveHome(terms.contingencyHeightM() + HomeError.VERTICAL_M)
            .over(request.site().home().altitude());
    this.zones = ZoneSelection.blocking(request, plane, top, REACH_M);
    this.blocked =
        new BlockedArea(
            plane,
            zones,
            MissionPlanner.HALF_WIDTH_M
                + VolumeBuilder.OVERSIZE_M
                + terms.contingencyM()
                + VolumeBuilder.OVERSIZE_M
                + new DegreeEdges(plane).bowM(home, twice(incident))
                + ROUNDING_M);
  }

  /** What an attempt ends in. */
  sealed interface Result {}

  /** The answer. */
  record Final(PlanOutcome outcome) implements Result {}

  /** Only a greater height above home clears the ground. */
  record Higher(double neededM) implements Result {}

  Result run() {
    List<String> atHome = blocked.identifiersAt(home);
    if (!atHome.isEmpty()) {
      return none(NoPlanCode.HOME_BLOCKED, atHome, Map.of());
    }
    List<String> atStart = blocked.identifiersAt(from);
    if (!atStart.isEmpty()) {
      return none(NoPlanCode.START_BLOCKED, atStart, Map.of());
    }
    try {
      RouteFinder routes = new RouteFinder(blocked.union());
      return errand == Errand.HOME ? home(routes) : along(routes);
    } catch (TooComplexException e) {
      return none(
          NoPlanCode.ROUTE_COMPLEX,
          List.of(),
          Map.of("vertices", (double) e.vertices(), "limit", (double) RouteFinder.VERTICES_MAX));
    }
  }

  private Result home(RouteFinder routes) {
    SceneShape here = new SceneShape(from, from, 0, false);
    return way(routes, from, home)
        .map(route -> over(PathBuilder.home(plane, route), here))
        .orElseGet(
            () -> none(NoPlanCode.ROUTE_BLOCKED, blocked.identifiersBetween(from, home), Map.of()));
  }

  private Result along(RouteFinder routes) {
    Optional<Camera> camera = request.aircraft().camera();
    if (camera.isEmpty()) {
      return none(NoPlanCode.CAMERA_UNKNOWN, List.of(request.aircraft().id()), Map.of());
    }
    SceneFinder finder = new SceneFinder(request, camera.get(), plane, heightAmslM());
    boolean any = false;
    for (SceneShape scene : finder.find(blocked.union(), from)) {
      any = true;
      Optional<FlightPath> path =
          way(routes, from, scene.aim())
              .flatMap(route -> thereAndBack(routes, route, scene))
              .filter(flown -> finder.suits(flown.lines(), flown.round()));
      if (path.isPresent()) {
        return over(path.get(), scene);
      }
    }
    return any
        ? none(NoPlanCode.ROUTE_BLOCKED, blocked.identifiersBetween(from, incident), Map.of())
        : hidden(finder);
  }

  /** Nothing sees the target: what hides it, and the nearest place that would. */
  private Result hidden(SceneFinder finder) {
    List<String> hiders = finder.hiders();
    if (hiders.isEmpty()) {
      return none(NoPlanCode.SCENE_BLOCKED, blocked.identifiersAt(incident), Map.of());
    }
    Optional<SceneFinder.Elsewhere> elsewhere = finder.elsewhere(from);
    String hidden = String.join(",", hiders);
    if (elsewhere.isEmpty()) {
      return new Final(new NoPlan(NoPlanCode.SCENE_HIDDEN, hidden, Map.of()));
    }
    LatLon place = plane.latLon(elsewhere.get().place());
    String against =
        elsewhere
            .get()
            .against()
            .orElseGet(() -> String.join(",", blocked.identifiersAt(elsewhere.get().place())));
    return new Final(
        new NoPlan(
            NoPlanCode.SCENE_HIDDEN,
            hidden + "; " + against,
            Map.of(
                "placeLatDeg", place.latDeg(),
                "placeLonDeg", place.lonDeg(),
                "placeM", elsewhere.get().distanceM())));
  }

  private Optional<FlightPath> thereAndBack(
      RouteFinder routes, List<Coordinate> route, SceneShape scene) {
    if (errand == Errand.SCENE_OTHER_WAY_BACK) {
      return way(routes, scene.aim(), home)
          .flatMap(back -> PathBuilder.otherWay(plane, route, back, scene, blocked.union()));
    }
    Optional<List<Coordinate>> toHome =
        request.start().airborne() ? way(routes, from, home) : Optional.of(List.of(home));
    return toHome.flatMap(back -> PathBuilder.sameWay(plane, route, back, scene, blocked.union()));
  }

  private static Optional<List<Coordinate>> way(
      RouteFinder routes, Coordinate from, Coordinate to) {
    return routes.shortest(from, to).map(route -> FewerTurns.of(route, routes));
  }

  /** A path is there: ground, ceiling and volume. */
  private Result over(FlightPath path, SceneShape scene) {
    for (LatLon point : path.lines().stream().flatMap(List::stream).toList()) {
      Coordinate at = plane.coordinate(point);
      double distanceM = Math.hypot(at.x, at.y);
      if (distanceM > MissionPlanner.RANGE_M_MAX) {
        return none(
            NoPlanCode.RANGE,
            List.of("route"),
            Map.of("distanceM", distanceM, "limitM", MissionPlanner.RANGE_M_MAX));
      }
    }
    Optional<GroundRange> ground =
        TerrainClearance.below(plane, request.terrain(), flownOver(path));
    if (ground.isEmpty()) {
      return none(NoPlanCode.TERRAIN_UNKNOWN, List.of("route"), Map.of());
    }
    double neededM =
        ground.get().highest().metres()
            + HomeError.VERTICAL_M
            + request.limits().minHeightAglM()
            - homeM();
    double topAglM = topAmslM() - ground.get().lowest().metres();
    if (topAglM > request.limits().maxHeightAglM()) {
      return none(
          NoPlanCode.HEIGHT,
          List.of(),
          Map.of("neededM", topAglM, "limitM", request.limits().maxHeightAglM()));
    }
    if (neededM > heightM) {
      return new Higher(neededM);
    }
    FlightShape shape =
        new FlightShape(path.lines(), List.of(path.area()), MissionPlanner.HALF_WIDTH_M);
    // the contingency volume does not depend on the ground: that of the route will do so far
    VolumeTerms overRoute =
        VolumeTerms.of(terms.parameters().above(homeM() - ground.get().lowest().metres()));
    Optional<OperationalVolume> volume =
        VolumeBuilder.build(plane, shape, overRoute, fenceVerticesMax());
    if (volume.isEmpty()) {
      return noFence();
    }
    Optional<GroundRange> below =
        AreaRange.of(request.terrain(), plane, plane.polygon(volume.get().contingencyVolume()));
    if (below.isEmpty()) {
      return none(NoPlanCode.TERRAIN_UNKNOWN, List.of("volume"), Map.of());
    }
    double topOfAllM = topAmslM() - below.get().lowest().metres();
    if (topOfAllM > request.limits().maxHeightAglM()) {
      return none(
          NoPlanCode.HEIGHT,
          List.of(),
          Map.of("neededM", topOfAllM, "limitM", request.limits().maxHeightAglM()));
    }
    // a fall ends on the ground, not at the height of home, and beside the volume
    Optional<VolumeTerms> settled =
        FallGround.settle(
            request.terrain(),
            plane,
            BothReadings.of(plane, volume.get().contingencyVolume()).most(),
            request.site().home().altitude(),
            terms);
    if (settled.isEmpty()) {
      return none(NoPlanCode.TERRAIN_UNKNOWN, List.of("ground-risk-buffer"), Map.of());
    }
    return VolumeBuilder.build(plane, shape, settled.get(), fenceVerticesMax())
        .<Result>map(buffered -> assembled(path, scene, buffered))
        .orElseGet(this::noFence);
  }

  private Final assembled(FlightPath path, SceneShape scene, OperationalVolume volume) {
    return new Final(
        new PlanAssembly(request, firmware, plane, heightM, targetHeightM())
            .assemble(path, scene, volume, zones));
  }

  private Final noFence() {
    return none(NoPlanCode.FENCE, List.of(), Map.of("limit", (double) fenceVerticesMax()));
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

  private static List<List<LatLon>> flownOver(FlightPath path) {
    List<List<LatLon>> lines = new ArrayList<>(path.lines());
    lines.add(spokes(path));
    return lines;
  }

  /** A leg round zones is seldom longer; the proof looks at those that are. */
  private static Coordinate twice(Coordinate incident) {
    return new Coordinate(2 * incident.x, 2 * incident.y);
  }

  private int fenceVerticesMax() {
    return firmware.fenceVerticesMax(request.limits().fenceVerticesMax());
  }

  private double homeM() {
    return request.site().home().altitude().metres();
  }

  /** Of the flight geography, wherever home's error puts it. */
  private double topAmslM() {
    return heightAmslM() + MissionPlanner.OVERSHOOT_M + HomeError.VERTICAL_M;
  }

  private double heightAmslM() {
    return homeM() + heightM;
  }

  private int targetHeightM() {
    return (int) Math.round(groundAtIncident.metres() - homeM());
  }

  private static Final none(NoPlanCode code, List<String> subjects, Map<String, Double> values) {
    return new Final(new NoPlan(code, String.join(",", new TreeSet<>(subjects)), values));
  }
}
