package org.vigie.planner.mission;

import java.util.Optional;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.planner.energy.EnergyModel;
import org.vigie.planner.plan.BatteryLimits;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Battery;

/**
 * Chooses the charge at which a low battery turns the aircraft round: the reserve, or what the
 * dearest way home takes where that is more. The dearest begins at the point of the mission that
 * lies farthest from the return path's start, and flies all of it at the speed that takes most.
 */
public final class BatteryWriter {
  private static final double MAH_PER_AH = 1000;

  /** Thresholds are rounded up to this, milliampere-hours. */
  private static final int STEP_MAH = 10;

  /** The proof reckons anew, in its own way. */
  private static final double MORE = 1.1;

  private BatteryWriter() {}

  /** The limits for a mission; empty when nothing is known of the battery. */
  public static Optional<BatteryLimits> limits(
      MissionWriter.Written mission, AircraftModel aircraft, EnergyModel energy, LocalFrame frame) {
    return aircraft.battery().map(battery -> limits(mission, aircraft, battery, energy, frame));
  }

  private static BatteryLimits limits(
      MissionWriter.Written mission,
      AircraftModel aircraft,
      Battery battery,
      EnergyModel energy,
      LocalFrame frame) {
    double topM = mission.flown().stream().mapToDouble(MissionItem::z).max().orElse(0);
    double landWh = MORE * energy.land(topM).energyWh();
    double climbWh = energy.climb(topM).energyWh();
    double homeWh = MORE * (backWh(mission, energy, frame) + climbWh) + landWh;
    double mahPerWh = MAH_PER_AH / battery.nominalV();
    double capacityMah = battery.capacityAh() * MAH_PER_AH;
    double uselessMah = capacityMah - aircraft.usableWh() * mahPerWh;
    double turnMah = Math.max(aircraft.reserveWh(), homeWh * BatteryLimits.LAST_CHARGE) * mahPerWh;
    return new BatteryLimits(
        (int) Math.floor(capacityMah),
        stepped(uselessMah + turnMah),
        stepped(uselessMah + landWh * BatteryLimits.LAST_CHARGE * mahPerWh));
  }

  private static int stepped(double mah) {
    return (int) Math.ceil(Math.max(0, mah) / STEP_MAH) * STEP_MAH;
  }

  /** At the speed that takes most: slow takes long, fast takes power. */
  private static double backWh(
      MissionWriter.Written mission, EnergyModel energy, LocalFrame frame) {
    if (mission.returnsByItself()) {
      return flownBackWh(mission, energy, frame);
    }
    return mission.items().stream()
        .filter(item -> item.command() == MavCmd.DO_CHANGE_SPEED)
        .mapToDouble(item -> backWh(mission, energy, frame, item.param2()))
        .max()
        .orElseThrow();
  }

  private static double backWh(
      MissionWriter.Written mission, EnergyModel energy, LocalFrame frame, double speedMps) {
    int start = mission.phases().returnStart();
    Enu at = local(mission.items().get(start), frame);
    double wayWh = 0;
    for (MissionItem item : mission.items().subList(1, start)) {
      if (item.command() == MavCmd.NAV_WAYPOINT && item.seq() >= mission.phases().sceneFirst()) {
        double aloneWh = energy.leg(local(item, frame), at, 0, speedMps, 0, 0).energyWh();
        wayWh = Math.max(wayWh, aloneWh);
      }
    }
    for (MissionItem item : mission.items().subList(start, mission.phases().land())) {
      if (item.command() == MavCmd.NAV_WAYPOINT) {
        Enu to = local(item, frame);
        wayWh += energy.leg(at, to, 0, speedMps, 0, 0).energyWh();
        at = to;
      }
    }
    return wayWh;
  }

  /** All of the way back from the mission's end: no point of it is farther along that way. */
  private static double flownBackWh(
      MissionWriter.Written mission, EnergyModel energy, LocalFrame frame) {
    double wayWh = 0;
    double speedMps = 0;
    Enu at = new Enu(0, 0);
    for (MissionItem item : mission.flown()) {
      if (item.command() == MavCmd.DO_CHANGE_SPEED) {
        speedMps = item.param2();
      } else if (item.command() == MavCmd.NAV_WAYPOINT) {
        Enu to = local(item, frame);
        wayWh +=
            item.seq() < mission.phases().returnStart()
                ? 0
                : energy.leg(at, to, 0, speedMps, 0, 0).energyWh();
        at = to;
      }
    }
    return wayWh;
  }

  private static Enu local(MissionItem item, LocalFrame frame) {
    return frame.toLocal(LatLon.ofE7(item.x(), item.y()));
  }
}
