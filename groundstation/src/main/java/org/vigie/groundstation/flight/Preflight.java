package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.vehicle.AutopilotProfile;
import org.vigie.groundstation.vehicle.LinkState;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.RemoteIdState;
import org.vigie.groundstation.vehicle.way.WayGrade;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.proof.ProofFinding;

/**
 * The checks between read-back and clearance, made again when the pilot clears. What is not known
 * is not passed. Immutable.
 */
record Preflight(List<CheckResult> checks) {
  /** GNSS without augmentation drifts a few metres; more means the wrong place. */
  private static final double PLACE_M_MAX = 15;

  /** GPS_FIX_TYPE_3D_FIX. */
  private static final double FIX_MIN = 3;

  private static final double SATELLITES_MIN = 6;

  private static final Duration POSITION_AGE_MAX = Duration.ofSeconds(2);

  /** Status comes once or twice a second: what is older is not known. */
  static final Duration STATUS_AGE_MAX = Duration.ofSeconds(5);

  /**
   * Home is set when the satellites are first found, before they agree; it is set again at arming
   * and then has to be exact.
   */
  private static final double HOME_M_MAX = 50;

  /** An estimate is asked for each five seconds, and two may be lost. */
  private static final Duration WIND_AGE_MAX = Duration.ofSeconds(15);

  /** What the proof calls it. */
  private static final String WIND = "wind";

  /** Per cent: a budget without numbers is no budget. */
  private static final double NEVER_ENOUGH = 1000;

  Preflight {
    checks = List.copyOf(checks);
  }

  boolean passed() {
    return !checks.isEmpty() && checks.stream().allMatch(CheckResult::passed);
  }

  /** The first check that did not pass; empty text when all did. */
  String firstFailed() {
    return checks.stream()
        .filter(check -> !check.passed())
        .map(CheckResult::check)
        .findFirst()
        .orElse("");
  }

  static Preflight of(
      FlightOrder order,
      AutopilotProfile profile,
      VehicleSnapshot vehicle,
      Instant pilotSeen,
      PilotPatience patience,
      Instant now) {
    List<CheckResult> checks = new ArrayList<>();
    checks.add(yes("link", vehicle.link() == LinkState.OK));
    checks.add(linkQuality(vehicle.linkGrade()));
    checks.add(yes("disarmed", !vehicle.armed()));
    checks.add(yes("autopilot-checks", vehicle.prearmHealthy()));
    checks.add(autopilot(profile, vehicle));
    checks.add(firmware(order, profile, vehicle));
    checks.add(
        atMost("pilot-age", seconds(pilotSeen, now), (double) patience.lost().toSeconds(), "s"));
    checks.add(
        atMost(
            "position-age",
            vehicle.positionAge(now).map(Preflight::seconds).orElse(OptionalDouble.empty()),
            (double) POSITION_AGE_MAX.toSeconds(),
            "s"));
    checks.add(atLeast("gps-fix", fixType(vehicle, now), FIX_MIN, ""));
    checks.add(atLeast("satellites", satellites(vehicle, now), SATELLITES_MIN, ""));
    checks.add(estimator(vehicle.ekf(), now));
    checks.add(
        atMost(
            "distance-from-site",
            vehicle
                .findPosition()
                .map(p -> OptionalDouble.of(fromSiteM(order, p.point())))
                .orElse(OptionalDouble.empty()),
            PLACE_M_MAX,
            "m"));
    checks.add(
        atMost(
            "home-from-site",
            vehicle
                .findHome()
                .map(home -> OptionalDouble.of(fromSiteM(order, home.point())))
                .orElse(OptionalDouble.empty()),
            HOME_M_MAX,
            "m"));
    checks.add(wind(order, vehicle.wind(), now));
    remoteId(vehicle.remoteId()).ifPresent(checks::add);
    checks.add(atLeast("battery", batteryPercent(vehicle, now), batteryNeeded(order), "%"));
    checks.add(yes("decision-valid", now.isBefore(order.decision().validUntil())));
    checks.add(yes("plan-valid", now.isBefore(order.plan().validUntil())));
    return new Preflight(checks);
  }

  /** Where orders need several tries a flight is not begun; in the air it would be lived with. */
  private static CheckResult linkQuality(WayGrade grade) {
    boolean known = grade != WayGrade.SILENT;
    boolean usable = grade == WayGrade.GOOD || grade == WayGrade.FAIR;
    return new CheckResult("link-quality", usable, known, usable ? 1 : 0, 1, "");
  }

  /**
   * No more wind than the plan was proven for. A multirotor on the ground seldom estimates any:
   * then what it was proven for is compared with what the aircraft may fly in, and called planned;
   * how long that may be relied on is part of the plan's own validity.
   */
  private static CheckResult wind(
      FlightOrder order, VehicleSnapshot.@Nullable Wind measured, Instant now) {
    Optional<ProofFinding> proven =
        order.proof().findings().stream().filter(f -> f.check().equals(WIND)).findFirst();
    if (proven.isEmpty()) {
      return new CheckResult("wind-planned", false, false, -1, 0, "m/s");
    }
    double provenMps = proven.get().value();
    if (measured == null || Duration.between(measured.at(), now).compareTo(WIND_AGE_MAX) > 0) {
      return atMost("wind-planned", OptionalDouble.of(provenMps), proven.get().limit(), "m/s");
    }
    return atMost(WIND, OptionalDouble.of(measured.speedMps()), provenMps, "m/s");
  }

  /** Nothing when nobody broadcasts: whether the law allows that was decided. */
  private static Optional<CheckResult> remoteId(RemoteIdState state) {
    return switch (state.carrier()) {
      case NOBODY -> Optional.empty();
      case MODULE -> Optional.of(yes("remote-id-module", true));
      case AUTOPILOT -> {
        boolean good = state.status() == RemoteIdState.Status.GOOD;
        boolean known = good || state.status() == RemoteIdState.Status.FAIL;
        yield Optional.of(new CheckResult("remote-id", good, known, good ? 1 : 0, 1, ""));
      }
    };
  }

  private static OptionalDouble fixType(VehicleSnapshot vehicle, Instant now) {
    VehicleSnapshot.Gps gps = vehicle.gps();
    return gps == null || old(gps.at(), now)
        ? OptionalDouble.empty()
        : OptionalDouble.of(gps.fixType());
  }

  private static OptionalDouble satellites(VehicleSnapshot vehicle, Instant now) {
    VehicleSnapshot.Gps gps = vehicle.gps();
    return gps == null || old(gps.at(), now) || gps.satellites().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(gps.satellites().getAsInt());
  }

  private static OptionalDouble batteryPercent(VehicleSnapshot vehicle, Instant now) {
    return vehicle
        .findBattery()
        .filter(battery -> !old(battery.at(), now))
        .map(VehicleSnapshot.Battery::percent)
        .orElse(OptionalDouble.empty());
  }

  private static double fromSiteM(FlightOrder order, LatLon point) {
    return Geodesics.distanceM(point, order.plan().home().position());
  }

  /** Per cent of the label, as the autopilot counts; over 100 never passes. */
  private static double batteryNeeded(FlightOrder order) {
    double needed = order.plan().budget().neededPercent();
    return Double.isFinite(needed) && needed >= 0 ? needed : NEVER_ENOUGH;
  }

  private static boolean old(Instant at, Instant now) {
    return Duration.between(at, now).compareTo(STATUS_AGE_MAX) > 0;
  }

  private static CheckResult estimator(VehicleSnapshot.@Nullable Ekf ekf, Instant now) {
    boolean known = ekf != null && !old(ekf.at(), now);
    boolean good = ekf != null && known && ekf.positionGood();
    return new CheckResult("estimator", good, known, good ? 1 : 0, 1, "");
  }

  /** The orders of one autopilot mean something else to another. */
  private static CheckResult autopilot(AutopilotProfile profile, VehicleSnapshot vehicle) {
    VehicleSnapshot.Identity identity = vehicle.identity();
    boolean known = identity != null;
    boolean same = identity != null && profile.flies(identity.autopilot(), identity.type());
    return new CheckResult("autopilot", same, known, same ? 1 : 0, 1, "");
  }

  /** The plan is quantised for one version's storage and parameters; no other may fly it. */
  static CheckResult firmware(
      FlightOrder order, AutopilotProfile profile, VehicleSnapshot vehicle) {
    VehicleSnapshot.Identity identity = vehicle.identity();
    String version = identity == null ? "" : identity.version();
    String table = order.plan().firmware();
    boolean same =
        table.startsWith(profile.firmware() + "-")
            && Firmware.find(table)
                .map(
                    firmware ->
                        firmware.covers(version)
                            || (firmware.isOf(version) && version.equals(profile.preRelease())))
                .orElse(false);
    return new CheckResult("firmware", same, !version.isEmpty(), same ? 1 : 0, 1, "");
  }

  private static OptionalDouble seconds(Instant from, Instant to) {
    return seconds(Duration.between(from, to));
  }

  private static OptionalDouble seconds(Duration age) {
    return OptionalDouble.of(age.toMillis() / 1000.0);
  }

  private static CheckResult yes(String check, boolean found) {
    return new CheckResult(check, found, true, found ? 1 : 0, 1, "");
  }

  private static CheckResult atMost(String check, OptionalDouble value, double limit, String unit) {
    boolean passed = value.isPresent() && value.getAsDouble() <= limit;
    return new CheckResult(check, passed, value.isPresent(), value.orElse(-1), limit, unit);
  }

  private static CheckResult atLeast(
      String check, OptionalDouble value, double limit, String unit) {
    boolean passed = value.isPresent() && value.getAsDouble() >= limit;
    return new CheckResult(check, passed, value.isPresent(), value.orElse(-1), limit, unit);
  }
}
