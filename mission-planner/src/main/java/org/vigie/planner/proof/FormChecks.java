package org.vigie.planner.proof;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.BatteryLimits;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.plan.Home;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;

/** Whether the plan is of the form that the other checks understand. */
final class FormChecks {
  private static final String WHOLE = "whole-flight";

  /** The frame is exact to a centimetre within this distance of home. */
  private static final double RANGE_M_MAX = 3000;

  private static final Coordinate HOME = new Coordinate(0, 0);

  private FormChecks() {}

  static void run(Case c) {
    List<Integer> wrong = c.mission().wrongItems();
    c.add(
        ProofCheck.MISSION_FORM.atMost(
            WHOLE,
            wrong.size(),
            0,
            wrong.stream().map(String::valueOf).collect(Collectors.joining(","))));
    home(c);
    c.add(ProofCheck.WITHIN_RANGE.atMost(WHOLE, farthestM(c), RANGE_M_MAX, ""));
    double fastestMps =
        c.plan().mission().stream()
            .filter(item -> item.command() == MavCmd.DO_CHANGE_SPEED)
            .mapToDouble(MissionItem::param2)
            .max()
            .orElse(Double.NaN);
    c.add(ProofCheck.SPEED_WITHIN_VOLUME.atMost(WHOLE, fastestMps, (float) commandMps(c), ""));
    parameters(c);
  }

  /** No faster than the volume is made for, and than height is kept at against the wind. */
  private static double commandMps(Case c) {
    return Math.min(
        c.terms().parameters().speedMps(), c.inputs().aircraft().commandMps(c.inputs().wind()));
  }

  private static double farthestM(Case c) {
    return c.mission().legs().stream()
        .mapToDouble(leg -> leg.to().distance(HOME))
        .max()
        .orElse(Double.NaN);
  }

  /** How far from home anything of the plan lies, legs and volume, metres. */
  static double reachM(Case c) {
    double volumeM =
        Stream.of(
                c.plan().volume().flightGeography(),
                c.plan().volume().contingencyVolume(),
                c.plan().volume().groundRiskBuffer())
            .flatMap(outline -> outline.ring().stream())
            .map(c.plane()::coordinate)
            .mapToDouble(corner -> corner.distance(HOME))
            .max()
            .orElse(0);
    return Math.max(volumeM, farthestM(c));
  }

  private static void home(Case c) {
    Home site = c.inputs().site().home();
    MissionItem first = c.plan().mission().get(0);
    boolean homeFirst = AutopilotReading.autopilot(c.plan()).homeFirst();
    double apartM =
        Geodesics.distanceM(LatLon.ofE7(first.x(), first.y()), site.position())
            + (homeFirst ? Math.abs(first.z() - site.altitudeAmslCm() / 100f) : 0);
    boolean same = apartM == 0 && c.plan().home().equals(site);
    c.add(
        ProofCheck.HOME_IS_SITE.finding(
            WHOLE,
            same && c.plan().siteId().equals(c.inputs().site().id()),
            apartM,
            0,
            c.inputs().site().id()));
  }

  /** Their sizes are for {@link BatteryChecks}; here they must be there, whole and in order. */
  private static Optional<BatteryLimits> battery(Case c) {
    if (c.inputs().aircraft().battery().isEmpty()) {
      return Optional.empty();
    }
    AutopilotReading.Charge charge = c.reading().charge(c);
    int capacityMah = Math.max(1, (int) charge.counted());
    int lowMah = Math.max(0, (int) charge.low());
    int criticalMah = Math.max(0, (int) charge.critical());
    return Optional.of(new BatteryLimits(capacityMah, lowMah, Math.min(criticalMah, lowMah)));
  }

  private static void parameters(Case c) {
    Optional<Firmware> firmware = Firmware.find(c.plan().firmware());
    boolean expectedFirmware = c.plan().firmware().equals(c.inputs().aircraft().firmware());
    if (firmware.isEmpty() || !expectedFirmware) {
      c.add(ProofCheck.PARAMETER.finding(WHOLE, false, 0, 0, c.plan().firmware()));
      return;
    }
    Firmware.ReturnProfile profile =
        new Firmware.ReturnProfile(
            c.cruiseHeightM(),
            Math.floor(c.plan().volume().flightHeightM() + c.terms().parameters().heightErrorM()),
            commandMps(c),
            c.inputs().aircraft().climbMps(),
            c.inputs().aircraft().descentMps(),
            c.inputs().aircraft().maxTiltDeg(),
            battery(c));
    List<ParameterSetting> expected = firmware.get().parameters(profile);
    for (ParameterSetting setting : expected) {
      Optional<Float> found = c.parameter(setting.name());
      c.add(
          ProofCheck.PARAMETER.finding(
              WHOLE,
              found.isPresent() && found.get() == setting.value(),
              found.map(Float::doubleValue).orElse(Double.NaN),
              setting.value(),
              setting.name()));
    }
    long names = c.plan().parameters().stream().map(ParameterSetting::name).distinct().count();
    if (names != expected.size() || c.plan().parameters().size() != expected.size()) {
      c.add(
          ProofCheck.PARAMETER.finding(
              WHOLE, false, c.plan().parameters().size(), expected.size(), "count"));
    }
  }
}
