package org.vigie.planner.scene;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.Scene;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.PlanRequest;

/**
 * Finds where to look from at a height: outside all zones, off the people, with the gimbal's reach
 * and the camera's pixels, and with nothing in between; orbits at a good angle first, then
 * stand-off hovers. Confined to one attempt at a plan.
 */
public final class SceneFinder {
  /** Farther away no camera that such aircraft carry is looked through without zoom. */
  public static final double STAND_OFF_M_MAX = 150;

  /** Bearings at which an orbit is looked from before its way in is known. */
  private static final int ORBIT_EYES = 8;

  /** Around the target, rings of points by the uncertainty's parts of radius. */
  private static final int[] RING_POINTS = {1, 6, 12};

  /** Points are stored to about a centimetre. */
  private static final double ROUNDING_M = 0.1;

  /** Less than one of the disc's points may be hidden, or it is not all of it. */
  private static final double WHOLE = 0.95;

  private final Plane plane;
  private final Camera camera;
  private final double eyeM;
  private final double uncertaintyM;
  private final double leastM;
  private final Coordinate target;
  private final Sight sight;
  private final Optional<Coordinate> looked;
  private final List<Coordinate> disc;
  private final Set<String> hiders = new TreeSet<>();

  /**
   * For one height.
   *
   * @param camera the aircraft's
   * @param heightAmslM altitude of the flight, metres
   */
  public SceneFinder(PlanRequest request, Camera camera, Plane plane, double heightAmslM) {
    this.plane = plane;
    this.camera = camera;
    this.eyeM = heightAmslM;
    this.uncertaintyM = request.incident().uncertaintyM();
    double keepOffM = request.incident().keepOffM();
    this.leastM = keepOffM > 0 ? keepOffM + uncertaintyM : 0;
    this.target = plane.coordinate(request.incident().position());
    this.sight = new Sight(request, plane, target, 2 * STAND_OFF_M_MAX + leastM + uncertaintyM);
    this.looked = sight.looked(target);
    this.disc = disc();
  }

  /**
   * Ways to look at the target, best first, each tried when it is asked for.
   *
   * @param blocked zones grown by the flight's margin
   * @param from where the flight comes from: of equal hovers the nearer is better
   */
  public Iterable<SceneShape> find(Geometry blocked, Coordinate from) {
    List<SceneShape> partly = new ArrayList<>();
    Stream<SceneShape> wholly =
        candidates(from)
            .filter(shape -> !isBlocked(shape, blocked))
            .filter(this::isUsable)
            .filter(
                shape -> {
                  double share = share(eyes(shape));
                  if (share > 0 && !isWhole(share)) {
                    partly.add(shape);
                  }
                  return isWhole(share);
                });
    Iterator<SceneShape> first = wholly.iterator();
    return () ->
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return first.hasNext() || next < partly.size();
          }

          @Override
          public SceneShape next() {
            return first.hasNext() ? first.next() : partly.get(next++);
          }
        };
  }

  private Stream<SceneShape> candidates(Coordinate from) {
    double heightM = looked.map(at -> eyeM - at.getZ()).orElse(0.0);
    if (heightM <= 0) {
      hiders.add(looked.isEmpty() ? "terrain-unknown" : "height");
      return Stream.empty();
    }
    if (leastM > STAND_OFF_M_MAX) {
      hiders.add("keep-off");
    }
    return Stream.concat(
        Candidates.orbits(target, heightM, leastM, STAND_OFF_M_MAX).stream(),
        Candidates.hovers(target, leastM, STAND_OFF_M_MAX, from).stream());
  }

  private boolean isBlocked(SceneShape shape, Geometry blocked) {
    if (blocked.isEmpty()) {
      return false;
    }
    Point aim = plane.factory().createPoint(shape.aim());
    return shape.orbit() ? aim.isWithinDistance(blocked, shape.radiusM()) : aim.intersects(blocked);
  }

  /** Whether gimbal and pixels suffice. */
  private boolean isUsable(SceneShape shape) {
    Coordinate nearest = eyes(shape).get(0);
    View view = new View(camera, nearest, looked.orElseThrow());
    if (!view.gimbalReaches()) {
      hiders.add("gimbal");
    } else if (!view.resolves()) {
      hiders.add("pixels");
    }
    return view.gimbalReaches() && view.resolves();
  }

  private List<Coordinate> eyes(SceneShape shape) {
    return shape.orbit()
        ? IntStream.range(0, ORBIT_EYES)
            .mapToObj(i -> place(shape.radiusM(), 2 * Math.PI * i / ORBIT_EYES, eyeM))
            .toList()
        : List.of(new Coordinate(shape.aim().x, shape.aim().y, eyeM));
  }

  /** Part of the uncertainty's disc that a hover at a place sees, 0 where it must not look from. */
  public double seenFrom(Coordinate place) {
    Coordinate eye = raised(place);
    if (looked.isEmpty() || looked.get().getZ() >= eyeM) {
      hiders.add("height");
      return 0;
    }
    if (place.distance(target) < leastM) {
      hiders.add("keep-off");
      return 0;
    }
    View view = new View(camera, eye, looked.get());
    if (!view.gimbalReaches() || !view.resolves()) {
      hiders.add(view.gimbalReaches() ? "pixels" : "gimbal");
      return 0;
    }
    return share(eye, false);
  }

  /** Whether so much of the disc is as good as all of it. */
  public static boolean isWhole(double share) {
    return share >= WHOLE;
  }

  /**
   * Whether a flight keeps off the people on its way, and sees the target from every corner of its
   * round and from between them.
   *
   * @param ways that it flies, the scene's own round aside
   */
  public boolean suits(List<List<LatLon>> ways, List<LatLon> round) {
    Point people = plane.factory().createPoint(target);
    boolean off =
        ways.stream().allMatch(way -> plane.line(way).distance(people) >= leastM - ROUNDING_M);
    return off && (round.isEmpty() || share(between(round)) > 0);
  }

  /** Least part of the disc that is seen from some points; 0 where the target itself is not. */
  private double share(List<Coordinate> eyes) {
    double least = 1;
    for (Coordinate eye : eyes) {
      least = Math.min(least, share(eye, false));
      if (least == 0) {
        return 0;
      }
    }
    return least;
  }

  /** Part of the disc that is seen from a point, and if asked for lies in the picture. */
  private double share(Coordinate eye, boolean pictured) {
    Coordinate middle = looked.orElseThrow();
    Optional<String> hider = sight.hider(eye, middle);
    if (hider.isPresent()) {
      hiders.add(hider.get());
      return 0;
    }
    View view = new View(camera, eye, middle);
    long seen =
        disc.stream()
            .filter(point -> !pictured || view.holds(point))
            .filter(point -> sight.hider(eye, point).isEmpty())
            .count();
    return disc.isEmpty() ? 1 : (double) seen / disc.size();
  }

  /** Points of the uncertainty's disc, each for as much of its area; unknown ground is not seen. */
  private List<Coordinate> disc() {
    if (uncertaintyM == 0 || looked.isEmpty()) {
      return List.of();
    }
    int all = IntStream.of(RING_POINTS).sum();
    List<Coordinate> points = new ArrayList<>();
    int before = 0;
    for (int count : RING_POINTS) {
      double radiusM = uncertaintyM * Math.sqrt((before + count / 2.0) / all);
      for (int i = 0; i < count; i++) {
        Coordinate flat = place(count == 1 ? 0 : radiusM, 2 * Math.PI * i / count, 0);
        points.add(
            sight.looked(flat).orElse(new Coordinate(flat.x, flat.y, Double.POSITIVE_INFINITY)));
      }
      before += count;
    }
    return points;
  }

  private Coordinate place(double distanceM, double angle, double z) {
    return new Coordinate(
        target.x + distanceM * Math.sin(angle), target.y + distanceM * Math.cos(angle), z);
  }

  /** What kept candidates from seeing: names of obstacles, terrain, gimbal, pixels. */
  public List<String> hiders() {
    return List.copyOf(hiders);
  }

  /** The place nearest to the target that would see it, whatever keeps it closed. */
  public Optional<Elsewhere> elsewhere(Coordinate from) {
    if (looked.isEmpty() || looked.get().getZ() >= eyeM) {
      return Optional.empty();
    }
    Set<String> before = Set.copyOf(hiders);
    Optional<Elsewhere> found =
        Candidates.hovers(target, leastM, 2 * STAND_OFF_M_MAX, from).stream()
            .filter(shape -> share(eyes(shape)) > 0)
            .findFirst()
            .map(shape -> new Elsewhere(shape.aim(), shape.radiusM(), against(shape)));
    hiders.retainAll(before);
    return found;
  }

  private Optional<String> against(SceneShape shape) {
    View view = new View(camera, eyes(shape).get(0), looked.orElseThrow());
    return view.gimbalReaches()
        ? view.resolves() ? Optional.empty() : Optional.of("pixels")
        : Optional.of("gimbal");
  }

  /**
   * A place that would see the target.
   *
   * @param distanceM from the target
   * @param against what of the camera is against it; empty: where it lies
   */
  public record Elsewhere(Coordinate place, double distanceM, Optional<String> against) {}

  /** What a plan says of a scene that is flown. */
  public Scene scene(SceneShape shape, LatLon entry, List<LatLon> round, int heightM, int turns) {
    Coordinate middle = looked.orElseThrow();
    Coordinate eye = raised(plane.coordinate(entry));
    View view = new View(camera, eye, middle);
    List<Coordinate> eyes = round.isEmpty() ? List.of(eye) : between(round);
    LatLon at = plane.latLon(target).quantised();
    return new Scene(
        at.latE7(),
        at.lonE7(),
        shape.radiusM(),
        heightM,
        turns,
        tenth(View.bearingDeg(target, eye)),
        tenth(view.pitchDeg()),
        tenth(view.yawDeg()),
        view.footprint(sight.terrain(), plane).map(List::of).orElse(List.of()),
        Math.floor(eyes.stream().mapToDouble(each -> share(each, true)).min().orElse(0) * 1000)
            / 1000);
  }

  /** The corners of a round and the middles of its legs. */
  private List<Coordinate> between(List<LatLon> round) {
    List<Coordinate> eyes = new ArrayList<>();
    Coordinate before = raised(plane.coordinate(round.get(round.size() - 1)));
    for (LatLon corner : round) {
      Coordinate at = raised(plane.coordinate(corner));
      eyes.add(Ground.between(before, at, 0.5));
      eyes.add(at);
      before = at;
    }
    return eyes;
  }

  private Coordinate raised(Coordinate at) {
    return new Coordinate(at.x, at.y, eyeM);
  }

  /** Angles of a gimbal are good to a tenth of a degree. */
  private static double tenth(double degrees) {
    return Math.rint(degrees * 10) / 10;
  }
}
