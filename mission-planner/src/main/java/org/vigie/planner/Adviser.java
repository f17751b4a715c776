package org.vigie.planner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneAccess;
import org.vigie.planner.PlanOutcome.NoPlan;
import org.vigie.planner.PlanOutcome.Planned;
import org.vigie.planner.request.FlightLimits;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.route.FreeSpace;
import org.vigie.planner.route.ZoneBoxes;

/**
 * Finds what could be done for a flight, or for a shorter one, by planning as if it were done.
 * Confined to one planning.
 */
final class Adviser {
  /** Nobody holds an aircraft ready for longer. */
  private static final Duration AHEAD = Duration.ofHours(6);

  /** Each take-off that is tried costs a plan; the soonest count. */
  private static final int TAKE_OFFS_MAX = 8;

  /** Each set of authorisations that is tried costs a plan. */
  private static final int AUTHORISATIONS_MAX = 3;

  /** Ground under the route, the volume and the fall each may ask for a little more. */
  private static final int CEILINGS_MAX = 5;

  /** A gain of less is not worth a word. */
  private static final double GAIN_S_MIN = 5;

  private static final Set<NoPlanCode> BLOCKED =
      Set.of(
          NoPlanCode.HOME_BLOCKED,
          NoPlanCode.START_BLOCKED,
          NoPlanCode.SCENE_BLOCKED,
          NoPlanCode.ROUTE_BLOCKED);

  private final PlanRequest request;
  private final ZoneAccess access;
  private final ZoneBoxes boxes;

  Adviser(PlanRequest request) {
    this.request = request;
    this.access = ZoneAccess.of(request.zones().zones(), request.authorisedZones());
    this.boxes =
        new ZoneBoxes(Plane.around(request.site().home().position()), MissionPlanner.RANGE_M_MAX);
  }

  List<Advice> on(PlanOutcome outcome) {
    List<Advice> advice = new ArrayList<>(outcome.advice());
    if (outcome instanceof Planned planned) {
      double nowS = planned.plan().budget().toSceneS();
      later(Optional.of(nowS)).ifPresent(advice::add);
    } else if (outcome instanceof NoPlan none && none.code() == NoPlanCode.HEIGHT) {
      ceiling(none).ifPresent(advice::add);
    } else if (outcome instanceof NoPlan none && BLOCKED.contains(none.code())) {
      authorised(none).ifPresent(advice::add);
      larger(none).ifPresent(advice::add);
      later(Optional.empty()).ifPresent(advice::add);
    }
    return advice;
  }

  /** The ceiling that the flight would need. */
  private Optional<Advice> ceiling(NoPlan none) {
    FlightLimits limits = request.limits();
    NoPlan last = none;
    for (int i = 0; i < CEILINGS_MAX && last.code() == NoPlanCode.HEIGHT; i++) {
      double neededM = Math.ceil(Objects.requireNonNull(last.values().get("neededM")));
      FlightLimits higher =
          new FlightLimits(
              neededM,
              limits.minHeightAglM(),
              limits.fenceVerticesMax(),
              limits.area(),
              limits.vlosM());
      PlanOutcome outcome =
          MissionPlanner.plan(with(request.authorisedZones(), higher), Errand.SCENE);
      if (outcome instanceof NoPlan again) {
        last = again;
      } else {
        return Optional.of(
            new Advice(
                AdviceCode.CEILING,
                "",
                Optional.empty(),
                Optional.empty(),
                Map.of("neededM", neededM, "limitM", limits.maxHeightAglM())));
      }
    }
    return Optional.empty();
  }

  /** The first later take-off with a plan, or of those with a shorter one the best. */
  private Optional<Advice> later(Optional<Double> nowS) {
    List<Advice> found = new ArrayList<>();
    for (Map.Entry<Instant, Set<String>> end : ends().entrySet()) {
      Optional<Double> thenS = toSceneS(request.from(request.start(), end.getKey()));
      boolean better =
          thenS.isPresent() && (nowS.isEmpty() || nowS.get() - thenS.get() >= GAIN_S_MIN);
      if (better) {
        found.add(
            tried(
                AdviceCode.WAIT,
                String.join(",", end.getValue()),
                Optional.of(end.getKey()),
                thenS.get(),
                nowS));
      }
      if (better && nowS.isEmpty()) {
        break;
      }
    }
    return found.stream().min(Comparator.comparingDouble(one -> one.values().get("toSceneS")));
  }

  /** The instants at which closed zones near the flight cease to be in force, and those zones. */
  private Map<Instant, Set<String>> ends() {
    TreeMap<Instant, Set<String>> ends = new TreeMap<>();
    Instant last = request.at().plus(AHEAD);
    for (UasZone zone : request.zones().zones()) {
      if (!access.isClosed(zone) || boxes.find(zone.box()).isEmpty()) {
        continue;
      }
      for (TimeSpan span : zone.periods(request.at(), last)) {
        boolean blocks = span.from().isBefore(request.until());
        if (blocks && span.until().isBefore(last)) {
          // its last instant belongs to it
          Instant free = span.until().plusSeconds(1);
          ends.computeIfAbsent(free, any -> new TreeSet<>()).add(zone.key());
        }
      }
    }
    while (ends.size() > TAKE_OFFS_MAX) {
      ends.pollLastEntry();
    }
    return ends;
  }

  /** With an authorisation for what stands in the way, if it can be had. */
  private Optional<Advice> authorised(NoPlan none) {
    Set<String> asked = new TreeSet<>();
    String subject = none.subject();
    for (int i = 0; i < AUTHORISATIONS_MAX && !subject.isEmpty(); i++) {
      asked.addAll(Arrays.asList(subject.split(",")));
      if (asked.contains(FreeSpace.AREA) || !areAuthorisable(asked)) {
        return Optional.empty();
      }
      PlanRequest with = authorising(asked);
      PlanOutcome outcome = MissionPlanner.plan(with, Errand.SCENE);
      if (outcome instanceof Planned planned) {
        return Optional.of(
            tried(
                AdviceCode.AUTHORISE,
                String.join(",", asked),
                Optional.empty(),
                planned.plan().budget().toSceneS(),
                Optional.empty()));
      }
      subject = BLOCKED.contains(((NoPlan) outcome).code()) ? ((NoPlan) outcome).subject() : "";
    }
    return Optional.empty();
  }

  private boolean areAuthorisable(Set<String> keys) {
    Set<String> all = new HashSet<>(request.authorisedZones());
    all.addAll(keys);
    ZoneAccess with = ZoneAccess.of(request.zones().zones(), all);
    return request.zones().zones().stream()
        .filter(zone -> keys.contains(zone.key()))
        .noneMatch(with::isClosed);
  }

  /** Without the limits of the allowed area, if it is they that stand in the way. */
  private Optional<Advice> larger(NoPlan none) {
    if (!none.subject().equals(FreeSpace.AREA)) {
      return Optional.empty();
    }
    FlightLimits limits = request.limits();
    FlightLimits anywhere =
        new FlightLimits(
            limits.maxHeightAglM(),
            limits.minHeightAglM(),
            limits.fenceVerticesMax(),
            Optional.empty(),
            limits.vlosM());
    return toSceneS(with(request.authorisedZones(), anywhere))
        .map(thenS -> tried(AdviceCode.LARGER_AREA, "", Optional.empty(), thenS, Optional.empty()));
  }

  private PlanRequest authorising(Set<String> keys) {
    Set<String> all = new HashSet<>(request.authorisedZones());
    all.addAll(keys);
    return with(all, request.limits());
  }

  private PlanRequest with(Set<String> authorisedZones, FlightLimits limits) {
    return new PlanRequest(
        request.flightId(),
        request.site(),
        request.aircraft(),
        request.incident(),
        request.start(),
        request.zones(),
        authorisedZones,
        request.terrain(),
        request.obstacles(),
        request.wind(),
        limits,
        request.at(),
        request.validity(),
        request.onSceneS());
  }

  private static Optional<Double> toSceneS(PlanRequest changed) {
    return MissionPlanner.plan(changed, Errand.SCENE) instanceof Planned planned
        ? Optional.of(planned.plan().budget().toSceneS())
        : Optional.empty();
  }

  private static Advice tried(
      AdviceCode code, String subject, Optional<Instant> at, double thenS, Optional<Double> nowS) {
    Map<String, Double> values = new HashMap<>();
    values.put("toSceneS", thenS);
    nowS.ifPresent(seconds -> values.put("gainS", seconds - thenS));
    return new Advice(code, subject, at, Optional.empty(), values);
  }
}
