package org.vigie.planner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.planner.PlanOutcome.NoPlan;
import org.vigie.planner.plan.Autopilot;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.request.HomeError;
import org.vigie.planner.request.PlanRequest;

/**
 * Plans a flight from a site to an incident and back: the lowest height that clears ground and
 * obstacles, the soonest way round the zones in force, an orbit or a hover that sees the incident,
 * the way back along the way out. Pure: the same request gives the same plan.
 *
 * <p>A flight meets all zones between the ground and its top, since it may come down anywhere: a
 * greater height meets no fewer zones and takes longer to climb to. So no height gets there sooner
 * than the lowest at which the soonest way clears what is below, and heights are tried upwards.
 */
public final class MissionPlanner {
  /**
   * Half width of the flight geography, metres: what a multirotor needs to round a corner of
   * waypoints in wind, and more than 1.5 characteristic dimensions of any that is planned for.
   */
  public static final double HALF_WIDTH_M = 8;

  /** Slower against the wind nothing is flown to. */
  private static final double SLOWEST_MPS = 1;

  /** The flight geography's top above the legs: overshoot of a climb, metres. */
  public static final double OVERSHOOT_M = 3;

  /** Further from home the flat frame is not exact to a centimetre. */
  static final double RANGE_M_MAX = 3000;

  /** Heights are tried in this step, metres; whole metres are what all firmware stores exactly. */
  private static final int HEIGHT_STEP_M = 5;

  /** More heights than the widest limits hold. */
  private static final int HEIGHTS_MAX = 200;

  private MissionPlanner() {}

  /** The plan for a request, or why there is none; and what could be done about it. */
  public static PlanOutcome plan(PlanRequest request) {
    PlanOutcome outcome = plan(request, Errand.SCENE);
    return outcome.advised(new Adviser(request).on(outcome));
  }

  /** The plan of an errand, or why there is none; without advice. */
  public static PlanOutcome plan(PlanRequest request, Errand errand) {
    Optional<Firmware> firmware = Firmware.find(request.aircraft().firmware());
    if (firmware.isEmpty()) {
      return new NoPlan(NoPlanCode.FIRMWARE_UNKNOWN, request.aircraft().firmware(), Map.of());
    }
    if (request.start().airborne() && firmware.get().autopilot() == Autopilot.PX4) {
      // its return would leave the new mission's first place straight for home
      return new NoPlan(NoPlanCode.FIRMWARE_UNKNOWN, firmware.get().id() + " in flight", Map.of());
    }
    List<String> unknown =
        request.zones().unknownDuring(new TimeSpan(request.at(), request.until()));
    if (!unknown.isEmpty()) {
      return new NoPlan(NoPlanCode.ZONES_UNKNOWN, String.join(", ", unknown), Map.of());
    }
    if (request.wind().speedMps() > request.aircraft().maxWindMps()
        || request.wind().speedMps() >= request.aircraft().usableAirMps()
        || request.aircraft().commandMps(request.wind()) < SLOWEST_MPS) {
      return new NoPlan(
          NoPlanCode.WIND,
          "",
          Map.of(
              "windMps", request.wind().speedMps(), "limitMps", request.aircraft().maxWindMps()));
    }
    LatLon home = request.site().home().position();
    LatLon goal = errand == Errand.HOME ? home : request.incident().position();
    double distanceM = Geodesics.distanceM(home, goal);
    if (distanceM > RANGE_M_MAX) {
      return new NoPlan(
          NoPlanCode.RANGE, "incident", Map.of("distanceM", distanceM, "limitM", RANGE_M_MAX));
    }
    Optional<AltitudeAmsl> atHome = request.terrain().findGround(home);
    Optional<AltitudeAmsl> atIncident = request.terrain().findGround(goal);
    if (atHome.isEmpty() || atIncident.isEmpty()) {
      return new NoPlan(
          NoPlanCode.TERRAIN_UNKNOWN, atHome.isEmpty() ? "home" : "incident", Map.of());
    }
    double highestM = Math.max(atHome.get().metres(), atIncident.get().metres());
    return overHeights(Setting.of(request, errand, firmware.get(), atIncident.get()), highestM);
  }

  /** Tries the lowest height first and rises to what the ground below a route asks for. */
  private static PlanOutcome overHeights(Setting setting, double highestM) {
    PlanRequest request = setting.request();
    int heightM =
        stepped(
            highestM + HomeError.VERTICAL_M + request.limits().minHeightAglM() - setting.homeM());
    if (request.start().airborne()) {
      // it never has to come down through what it has not looked at
      heightM = Math.max(heightM, (int) Math.ceil(request.start().heightM()));
    }
    for (int i = 0; i < HEIGHTS_MAX; i++) {
      Attempt.Result result = new Attempt(setting, heightM).run();
      if (result instanceof Attempt.Final last) {
        return last.outcome();
      }
      heightM = next(setting, heightM, ((Attempt.Higher) result).neededM());
    }
    throw new IllegalStateException("heights did not end below the ceiling");
  }

  /**
   * The next height worth trying: where more zones are met the soonest way is another, which may
   * clear what is below; until then it is the same and asks for the same height.
   */
  private static int next(Setting setting, int heightM, double neededM) {
    int neededAtLeastM = Math.max(heightM + 1, stepped(neededM));
    AltitudeAmsl top = Attempt.top(setting, heightM);
    for (int higherM = stepped(heightM + 1.0); higherM < neededAtLeastM; higherM += HEIGHT_STEP_M) {
      if (setting.zones().isMoreClosed(top, Attempt.top(setting, higherM))) {
        return higherM;
      }
    }
    return neededAtLeastM;
  }

  private static int stepped(double heightM) {
    return (int) Math.ceil(heightM / HEIGHT_STEP_M) * HEIGHT_STEP_M;
  }
}
