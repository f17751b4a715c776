package org.vigie.planner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.BothReadings;
import org.vigie.geofence.plane.DegreeEdges;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.volume.VolumeBuilder;
import org.vigie.geofence.volume.VolumeParameters;
import org.vigie.geofence.volume.VolumeTerms;
import org.vigie.planner.PlanOutcome.NoPlan;
import org.vigie.planner.energy.EnergyModel;
import org.vigie.planner.mission.FlightPath;
import org.vigie.planner.mission.PathBuilder;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.HomeError;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.route.FewerTurns;
import org.vigie.planner.route.FreeSpace;
import org.vigie.planner.route.Opening;
import org.vigie.planner.route.Openings;
import org.vigie.planner.route.RouteFinder;
import org.vigie.planner.route.RouteObstacle;
import org.vigie.planner.route.TooComplexException;
import org.vigie.planner.route.TravelTime;
import org.vigie.planner.scene.SceneFinder;
import org.vigie.planner.scene.SceneShape;

/** A plan for one request at one height: the soonest way there, and a scene at its end. */
final class Attempt {
  /** Rounding of stored points and of bearings, metres. */
  private static final double ROUNDING_M = 0.5;

  /** Nobody looks from further away than this and the height flown at, metres. */
  private static final double SCENE_M = SceneFinder.STAND_OFF_M_MAX + 100;

  /** A place further from the incident than this is another one, metres. */
  private static final double OTHER_PLACE_M = 1000;

  /** Clear of the edge by more than rounding, metres. */
  private static final double OUTSIDE_M = 0.5;

  private final Setting setting;
  private final PlanRequest request;
  private final Plane plane;
  private final int heightM;

  /** What stands in the way where the aircraft would fly out of its pilot's sight. */
  static final String SIGHT = "distance-of-sight";

  /** Edges of a quarter of the circle: 2 m less at most of sight 1,000 m wide. */
  private static final int SIGHT_SEGMENTS = 12;

  private final VolumeTerms terms;
  private final EnergyModel energy;
  private final Coordinate home;
  private final Coordinate from;
  private final Coordinate incident;
  private final RouteFinder routes;

  Attempt(Setting setting, int heightM) {
    this.setting = setting;
    this.request = setting.request();
    this.plane = setting.plane();
    this.heightM = heightM;
    this.terms = terms(setting, heightM);
    this.energy = new EnergyModel(request.aircraft(), request.wind());
    this.home = plane.coordinate(request.site().home().position());
    this.from = plane.coordinate(request.start().position());
    this.incident = plane.coordinate(request.incident().position());
    AircraftModel aircraft = request.aircraft();
    this.routes =
        new RouteFinder(
            space(),
            TravelTime.find(
                    aircraft.commandMps(request.wind()), aircraft.usableAirMps(), request.wind())
                .orElseThrow());
  }

  private static VolumeTerms terms(Setting setting, int heightM) {
    AircraftModel aircraft = setting.request().aircraft();
    return VolumeTerms.of(
        VolumeParameters.multirotor(
            aircraft.cruiseMps(),
            aircraft.dimensionM(),
            heightM + MissionPlanner.OVERSHOOT_M,
            aircraft.stoppingDistanceM()));
  }

  /** The top of the contingency volume at a height, wherever home's error puts it. */
  static AltitudeAmsl top(Setting setting, int heightM) {
    return new HeightAboveHome(terms(setting, heightM).contingencyHeightM() + HomeError.VERTICAL_M)
        .over(setting.request().site().home().altitude());
  }

  private FreeSpace space() {
    double marginM =
        MissionPlanner.HALF_WIDTH_M
            + VolumeBuilder.OVERSIZE_M
            + terms.contingencyM()
            + VolumeBuilder.OVERSIZE_M
            + new DegreeEdges(plane).bowM(home, twice(incident))
            + ROUNDING_M;
    List<RouteObstacle> obstacles =
        new ArrayList<>(setting.zones().obstacles(top(setting, heightM), marginM));
    Optional<Geometry> area =
        request.limits().area().map(allowed -> BothReadings.of(plane, allowed).least());
    OptionalDouble vlosM = request.limits().vlosM();
    if (vlosM.isPresent()) {
      // the margin belongs to the area's edge, not to sight's
      Geometry sight = sight(vlosM.getAsDouble(), marginM);
      area = Optional.of(area.map(allowed -> allowed.intersection(sight)).orElse(sight));
    }
    return area.map(all -> FreeSpace.within(all, marginM, obstacles))
        .orElseGet(() -> FreeSpace.among(obstacles));
  }

  /** Where the aircraft is seen at its height, and a margin round it. */
  private Geometry sight(double vlosM, double marginM) {
    double levelM = Math.sqrt(Math.max(0, vlosM * vlosM - (double) heightM * heightM)) - ROUNDING_M;
    return plane
        .factory()
        .createPoint(home)
        .buffer(Math.max(ROUNDING_M, levelM) + marginM, SIGHT_SEGMENTS);
  }

  /** A leg round zones is seldom longer; the proof looks at those that are. */
  private static Coordinate twice(Coordinate incident) {
    return new Coordinate(2 * incident.x, 2 * incident.y);
  }

  /** Names for people: where sight alone bounds the flight, it is that which stands in the way. */
  private List<String> told(List<String> names) {
    if (request.limits().vlosM().isEmpty() || !names.contains(FreeSpace.AREA)) {
      return names;
    }
    List<String> told = new ArrayList<>(names);
    if (request.limits().area().isEmpty()) {
      told.remove(FreeSpace.AREA);
    }
    told.add(SIGHT);
    return told;
  }

  /** What an attempt ends in. */
  sealed interface Result {}

  /** The answer. */
  record Final(PlanOutcome outcome) implements Result {}

  /** Only a greater height above home clears what is below. */
  record Higher(double neededM) implements Result {}

  Result run() {
    List<String> atHome = routes.space().namesAt(home);
    if (!atHome.isEmpty()) {
      return none(NoPlanCode.HOME_BLOCKED, told(atHome), Map.of());
    }
    List<String> atStart = routes.space().namesAt(from);
    if (!atStart.isEmpty()) {
      return none(NoPlanCode.START_BLOCKED, told(atStart), Map.of());
    }
    try {
      return setting.errand() == Errand.HOME ? home() : along();
    } catch (TooComplexException e) {
      return none(
          NoPlanCode.ROUTE_COMPLEX,
          List.of(),
          Map.of("lines", (double) e.lines(), "limit", (double) RouteFinder.LINES_MAX));
    }
  }

  private Result home() throws TooComplexException {
    SceneShape here = new SceneShape(from, from, 0, false);
    Optional<List<Coordinate>> way = way(from, home);
    return way.isPresent() ? over(PathBuilder.home(plane, way.get()), here) : blocked(home);
  }

  private Result along() throws TooComplexException {
    Optional<Camera> camera = request.aircraft().camera();
    if (camera.isEmpty()) {
      return none(NoPlanCode.CAMERA_UNKNOWN, List.of(request.aircraft().id()), Map.of());
    }
    double altitudeM = setting.homeM() + heightM;
    SceneFinder finder = new SceneFinder(request, camera.get(), plane, altitudeM);
    Envelope seen = new Envelope(incident);
    seen.expandBy(SCENE_M + altitudeM - setting.groundAtIncident().metres());
    Optional<Coordinate> aim = Optional.empty();
    for (SceneShape scene : finder.find(routes.space().obstaclesAround(seen), from)) {
      aim = Optional.of(aim.orElse(scene.aim()));
      Optional<List<Coordinate>> route = way(from, scene.aim());
      Optional<FlightPath> path =
          route.isPresent() ? thereAndBack(route.get(), scene) : Optional.empty();
      if (path.isPresent() && finder.suits(path.get().lines(), path.get().round())) {
        return over(path.get(), scene);
      }
    }
    return aim.isPresent() ? blocked(aim.get()) : hidden(finder);
  }

  /** Nothing sees the target: what hides it, and the nearest place that would. */
  private Result hidden(SceneFinder finder) throws TooComplexException {
    List<String> hiders = finder.hiders();
    if (hiders.isEmpty()) {
      return sceneBlocked();
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
            .orElseGet(() -> String.join(",", routes.space().namesAt(elsewhere.get().place())));
    return new Final(
        new NoPlan(
            NoPlanCode.SCENE_HIDDEN,
            hidden + "; " + against,
            Map.of(
                "placeLatDeg", place.latDeg(),
                "placeLonDeg", place.lonDeg(),
                "placeM", elsewhere.get().distanceM())));
  }

  /** Nowhere to look from: the nearest place outside of what is closed may do. */
  private Final sceneBlocked() throws TooComplexException {
    Final none = none(NoPlanCode.SCENE_BLOCKED, told(routes.space().namesAt(incident)), Map.of());
    Envelope near = new Envelope(incident);
    near.expandBy(OTHER_PLACE_M);
    Geometry closed = routes.space().blockedAround(near).getBoundary();
    Coordinate edge = DistanceOp.nearestPoints(closed, plane.factory().createPoint(incident))[0];
    double distanceM = edge.distance(incident);
    double beyond = (distanceM + OUTSIDE_M) / distanceM;
    Coordinate place =
        new Coordinate(
            incident.x + (edge.x - incident.x) * beyond,
            incident.y + (edge.y - incident.y) * beyond);
    return distanceM > OTHER_PLACE_M || way(from, place).isEmpty()
        ? none
        : new Final(
            none.outcome()
                .advised(
                    List.of(
                        new Advice(
                            AdviceCode.OTHER_PLACE,
                            "",
                            Optional.empty(),
                            Optional.of(plane.latLon(place)),
                            Map.of("distanceM", place.distance(incident))))));
  }

  private Optional<FlightPath> thereAndBack(List<Coordinate> route, SceneShape scene)
      throws TooComplexException {
    FreeSpace space = routes.space();
    if (setting.errand() == Errand.SCENE_OTHER_WAY_BACK) {
      return way(scene.aim(), home)
          .flatMap(back -> PathBuilder.otherWay(plane, route, back, scene, space));
    }
    Optional<List<Coordinate>> toHome =
        request.start().airborne() ? way(from, home) : Optional.of(List.of(home));
    return toHome.flatMap(back -> PathBuilder.sameWay(plane, route, back, scene, space));
  }

  private Optional<List<Coordinate>> way(Coordinate one, Coordinate other)
      throws TooComplexException {
    return routes
        .fastest(one, other)
        .map(route -> FewerTurns.of(route.points(), routes.space(), this::wayS));
  }

  private double wayS(List<Coordinate> way) {
    double cruiseMps = request.aircraft().commandMps(request.wind());
    double seconds = 0;
    double passMps = 0;
    for (int i = 1; i < way.size(); i++) {
      Enu before = enu(way.get(i - 1));
      Enu at = enu(way.get(i));
      double endMps =
          i + 1 == way.size()
              ? 0
              : energy.cornerMps(before, at, enu(way.get(i + 1)), cruiseMps, cruiseMps);
      seconds += energy.leg(before, at, 0, cruiseMps, passMps, endMps).durationS();
      passMps = endMps;
    }
    return seconds;
  }

  private static Enu enu(Coordinate at) {
    return new Enu(at.x, at.y);
  }

  /** No way: the fewest zones without which there is one, and how long it would take. */
  private Final blocked(Coordinate to) {
    List<Opening> openings = Openings.find(routes, from, to).soonestFirst();
    return openings.isEmpty()
        ? none(NoPlanCode.ROUTE_BLOCKED, List.of(), Map.of())
        : none(
            NoPlanCode.ROUTE_BLOCKED,
            told(List.copyOf(openings.get(0).names())),
            Map.of("withoutS", openings.get(0).route().seconds()));
  }

  /** A path is there: ground, ceiling and volume. */
  private Result over(FlightPath path, SceneShape scene) {
    return new VolumeFit(setting, heightM, terms).fit(path, scene);
  }

  static Final none(NoPlanCode code, Collection<String> subjects, Map<String, Double> values) {
    return new Final(new NoPlan(code, String.join(",", new TreeSet<>(subjects)), values));
  }
}
