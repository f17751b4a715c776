package org.vigie.planner.foreign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.planner.io.Autopilot;
import org.vigie.planner.io.FenceShape;
import org.vigie.planner.io.FileItem;
import org.vigie.planner.io.PlanFile;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.PlanRequest;

/**
 * Proves a plan that somebody else made. It holds only if every item is understood, every line that
 * is flown and every straight return is clear, and energy lasts. Unlike our own plans it has no
 * volume, so the line itself keeps the contingency distance S_CV from zones.
 */
public final class ForeignProver {
  /** ArduCopter's default RTL_ALT, metres above home: the lowest return that is flown unasked. */
  public static final double RETURN_HEIGHT_M_DEFAULT = 15;

  /** Further from home the flat frame is not exact to a centimetre. */
  private static final double RANGE_M_MAX = 3000;

  /** How far the site may lie from the home that the file plans with, metres. */
  private static final double HOME_M_MAX = 5;

  /** How far home's altitude may be from the ground model's, which is smooth and old, metres. */
  private static final double HOME_HEIGHT_M_MAX = 10;

  private ForeignProver() {}

  /**
   * Proves a mission file.
   *
   * @param request what it is proven against; without it only its form is looked at, and the proof
   *     does not hold
   * @param returnHeightM height above home that returns climb to at least, metres
   */
  public static ForeignProof prove(
      PlanFile file, Optional<PlanRequest> request, double returnHeightM) {
    Optional<Home> home = request.map(r -> r.site().home()).or(file::home);
    if (home.isEmpty()) {
      return onlyForm(
          Optional.empty(),
          List.of(ForeignFinding.of(ForeignCheck.HOME_KNOWN, false, "", Optional.empty())));
    }
    double reachM = reachM(file, home.get().position());
    ForeignFinding range =
        ForeignFinding.atMost(ForeignCheck.WITHIN_RANGE, reachM, RANGE_M_MAX, "", Optional.empty());
    boolean nearPole = Math.abs(home.get().position().latDeg()) > LocalFrame.LATITUDE_DEG_MAX;
    if (!range.holds() || nearPole) {
      return onlyForm(home, List.of(range));
    }
    Plane plane = Plane.around(home.get().position());
    ForeignMission mission = mission(file, request, home.get(), plane, returnHeightM);
    List<ForeignFinding> form = new ArrayList<>(form(mission));
    form.add(range);
    if (request.isEmpty()) {
      form.add(
          ForeignFinding.of(
              ForeignCheck.INPUTS_GIVEN,
              false,
              "site, zones, terrain, aircraft, wind",
              Optional.empty()));
      fence(file, plane, mission).ifPresent(form::add);
      return new ForeignProof(
          form, home, legs(mission.legs(), plane, Optional.empty()), Double.NaN, Double.NaN);
    }
    AircraftModel aircraft = request.get().aircraft();
    double windMps = request.get().wind().speedMps();
    if (windMps >= aircraft.usableAirMps()) {
      // there is no time and no energy of a flight that the wind carries away
      form.add(whole(ForeignCheck.WIND, windMps, aircraft.maxWindMps(), aircraft.id()));
      return new ForeignProof(
          form, home, legs(mission.legs(), plane, Optional.empty()), Double.NaN, Double.NaN);
    }
    ForeignCase c =
        new ForeignCase(file, request.get(), home.get(), plane, mission.legs(), returnHeightM);
    form.forEach(c::add);
    check(c);
    return new ForeignProof(
        c.findings(),
        home,
        legs(mission.legs(), plane, Optional.of(c.clock())),
        c.clock().durationS(),
        c.clock().energyWh());
  }

  private static ForeignProof onlyForm(Optional<Home> home, List<ForeignFinding> findings) {
    return new ForeignProof(findings, home, List.of(), Double.NaN, Double.NaN);
  }

  private static ForeignMission mission(
      PlanFile file, Optional<PlanRequest> request, Home home, Plane plane, double returnHeightM) {
    Optional<Autopilot> autopilot =
        file.autopilot().or(() -> request.map(r -> Autopilot.ofFirmware(r.aircraft().firmware())));
    double speedMps =
        request.map(r -> r.aircraft().cruiseMps()).orElse(file.hoverSpeedMps().orElse(0));
    return MissionReading.read(plane, home, autopilot, speedMps, returnHeightM, file.mission());
  }

  private static List<ForeignFinding> form(ForeignMission mission) {
    List<ForeignFinding> form = new ArrayList<>();
    mission
        .notUnderstood()
        .values()
        .forEach(
            why ->
                form.add(
                    ForeignFinding.of(ForeignCheck.ITEM_UNDERSTOOD, false, why, Optional.empty())));
    if (form.isEmpty()) {
      form.add(ForeignFinding.of(ForeignCheck.ITEM_UNDERSTOOD, true, "", Optional.empty()));
    }
    form.add(ForeignFinding.of(ForeignCheck.TAKES_OFF, mission.takesOff(), "", Optional.empty()));
    form.add(ForeignFinding.of(ForeignCheck.ENDS_ON_GROUND, mission.lands(), "", Optional.empty()));
    return form;
  }

  private static void check(ForeignCase c) {
    PlanRequest request = c.request();
    List<String> unknown =
        request.zones().unknownDuring(new TimeSpan(request.at(), request.until()));
    c.add(
        ForeignFinding.atMost(
            ForeignCheck.ZONES_KNOWN,
            unknown.size(),
            0,
            String.join(", ", unknown),
            Optional.empty()));
    home(c);
    WayChecks.run(c);
    HeightChecks.run(c);
    Optional<Geometry> fence = FenceArea.of(c.plane(), c.file().fence());
    if (fence.isPresent()) {
      InsideCheck.worst(c, ForeignCheck.FENCE_HOLDS_ROUTE, fence.get(), 0);
    } else {
      c.add(noFence(c.file()));
    }
    ReturnSweep.run(c, fence);
    budget(c);
  }

  private static Optional<ForeignFinding> fence(
      PlanFile file, Plane plane, ForeignMission mission) {
    Optional<Geometry> fence = FenceArea.of(plane, file.fence());
    if (fence.isEmpty()) {
      return Optional.of(noFence(file));
    }
    return mission.legs().stream()
        .mapToDouble(leg -> InsideCheck.insideM(fence.get(), leg.line(plane)))
        .boxed()
        .min(Double::compare)
        .map(
            insideM ->
                ForeignFinding.atLeast(
                    ForeignCheck.FENCE_HOLDS_ROUTE, insideM, 0, "", Optional.empty()));
  }

  private static ForeignFinding noFence(PlanFile file) {
    boolean none = file.fence().stream().noneMatch(FenceShape::inclusion);
    return ForeignFinding.atLeast(
        ForeignCheck.FENCE_HOLDS_ROUTE,
        Double.NaN,
        0,
        none ? "no inclusion fence" : "no area is left inside the fence",
        Optional.empty());
  }

  private static void home(ForeignCase c) {
    Home site = c.request().site().home();
    c.file()
        .home()
        .ifPresent(
            planned ->
                c.add(
                    ForeignFinding.atMost(
                        ForeignCheck.HOME_IS_SITE,
                        Geodesics.distanceM(planned.position(), site.position()),
                        HOME_M_MAX,
                        c.request().site().id(),
                        Optional.empty())));
    double apartM =
        c.request()
            .terrain()
            .findGround(site.position())
            .map(ground -> Math.abs(ground.metres() - site.altitude().metres()))
            .orElse(Double.NaN);
    c.add(
        ForeignFinding.atMost(
            ForeignCheck.HOME_ON_GROUND, apartM, HOME_HEIGHT_M_MAX, "", Optional.empty()));
  }

  private static void budget(ForeignCase c) {
    AircraftModel aircraft = c.request().aircraft();
    double availableWh = aircraft.usableWh() - aircraft.reserveWh();
    c.add(whole(ForeignCheck.ENERGY, c.clock().energyWh(), availableWh, aircraft.id()));
    c.add(
        whole(
            ForeignCheck.WIND,
            c.request().wind().speedMps(),
            aircraft.maxWindMps(),
            aircraft.id()));
    double fastestMps = c.legs().stream().mapToDouble(ForeignLeg::speedMps).max().orElse(0);
    c.add(whole(ForeignCheck.SPEED, fastestMps, aircraft.cruiseMps(), aircraft.id()));
    Duration validity = c.request().validity();
    c.add(whole(ForeignCheck.VALIDITY, c.clock().durationS(), validity.toMillis() / 1000.0, ""));
  }

  private static ForeignFinding whole(
      ForeignCheck check, double value, double limit, String subject) {
    return ForeignFinding.atMost(check, value, limit, subject, Optional.empty());
  }

  private static double reachM(PlanFile file, LatLon home) {
    return Stream.concat(
            file.mission().stream().map(FileItem::findPosition).flatMap(Optional::stream),
            file.rally().stream().map(PlanFile.Place::position))
        .mapToDouble(place -> Geodesics.distanceM(home, place))
        .max()
        .orElse(0);
  }

  private static List<Leg> legs(List<ForeignLeg> flown, Plane plane, Optional<LegClock> clock) {
    List<Leg> legs = new ArrayList<>();
    double usedWh = 0;
    for (int i = 0; i < flown.size(); i++) {
      ForeignLeg leg = flown.get(i);
      LatLon from = plane.latLon(leg.from());
      LatLon to = plane.latLon(leg.to());
      double durationS = Double.NaN;
      double energyWh = Double.NaN;
      if (clock.isPresent()) {
        durationS = clock.get().startS(i + 1) - clock.get().startS(i);
        energyWh = clock.get().endWh(i) - usedWh;
        usedWh = clock.get().endWh(i);
      }
      legs.add(
          new Leg(
              leg.seq(),
              from.latE7(),
              from.lonE7(),
              to.latE7(),
              to.lonE7(),
              leg.fromM(),
              leg.toM(),
              leg.lengthM(),
              leg.speedMps(),
              durationS,
              energyWh));
    }
    return legs;
  }
}
