package org.vigie.planner.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.volume.VolumeParameters;
import org.vigie.geofence.volume.VolumeTerms;
import org.vigie.planner.io.PlanFile;
import org.vigie.planner.plan.Home;
import org.vigie.planner.request.PlanRequest;

/** One foreign plan under proof: what all checks look at. Confined to one proof. */
final class ForeignCase {
  private final PlanFile file;
  private final PlanRequest request;
  private final Home home;
  private final Plane plane;
  private final List<ForeignLeg> legs;
  private final double returnHeightM;
  private final VolumeTerms terms;
  private final LegClock clock;
  private final List<ClosedZone> zones;
  private final List<ForeignFinding> findings = new ArrayList<>();

  ForeignCase(
      PlanFile file,
      PlanRequest request,
      Home home,
      Plane plane,
      List<ForeignLeg> legs,
      double returnHeightM) {
    this.file = file;
    this.request = request;
    this.home = home;
    this.plane = plane;
    this.legs = List.copyOf(legs);
    this.returnHeightM = returnHeightM;
    double fastestMps = legs.stream().mapToDouble(ForeignLeg::speedMps).max().orElse(0);
    double highestM = legs.stream().mapToDouble(ForeignLeg::highM).max().orElse(0);
    this.terms =
        VolumeTerms.of(
            VolumeParameters.multirotor(
                Math.max(fastestMps, request.aircraft().cruiseMps()),
                request.aircraft().dimensionM(),
                Math.max(highestM, 3 * request.aircraft().dimensionM()),
                request.aircraft().stoppingDistanceM()));
    this.clock = LegClock.of(legs, request.aircraft(), request.wind());
    this.zones = ClosedZone.all(request, plane);
  }

  PlanFile file() {
    return file;
  }

  PlanRequest request() {
    return request;
  }

  Plane plane() {
    return plane;
  }

  List<ForeignLeg> legs() {
    return legs;
  }

  List<ClosedZone> zones() {
    return zones;
  }

  LegClock clock() {
    return clock;
  }

  double returnHeightM() {
    return returnHeightM;
  }

  /** S_CV: what the aircraft needs to notice, to react and to stop, metres. */
  double contingencyM() {
    return terms.contingencyM();
  }

  /** How far a height may be wrong, metres. */
  double heightErrorM() {
    return terms.parameters().heightErrorM();
  }

  AltitudeAmsl amsl(double heightM) {
    return new AltitudeAmsl(home.altitude().metres() + heightM);
  }

  double homeM() {
    return home.altitude().metres();
  }

  /** The moment at which a part of a leg is flown. */
  Optional<FlightMoment> moment(int leg, double part) {
    ForeignLeg flown = legs.get(leg);
    return Optional.of(
        new FlightMoment(
            flown.seq(),
            plane.latLon(flown.at(part)),
            flown.heightM(part),
            clock.startS(leg) + part * clock.flyS(leg)));
  }

  /** The moment at which a leg passes a point that lies on it. */
  Optional<FlightMoment> moment(int leg, Coordinate near) {
    ForeignLeg flown = legs.get(leg);
    double lengthM = flown.lengthM();
    double part = lengthM == 0 ? 0 : Math.min(1, flown.from().distance(near) / lengthM);
    return moment(leg, part);
  }

  void add(ForeignFinding finding) {
    findings.add(finding);
  }

  List<ForeignFinding> findings() {
    return findings;
  }
}
