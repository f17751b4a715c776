package org.vigie.planner.mission;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.planner.energy.EnergyModel;
import org.vigie.planner.energy.LegCost;
import org.vigie.planner.plan.Budget;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.Start;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Battery;

/** Legs of a written mission with their cost, and the sum of them. Confined to one writing. */
public final class LegTable {
  private final EnergyModel energy;
  private final LocalFrame frame;
  private final List<Leg> legs = new ArrayList<>();
  private int latE7;
  private int lonE7;
  private double heightM;
  private double speedMps;

  /** Ground speed at which the last item was passed. */
  private double passMps;

  private @Nullable Next next;
  private double durationS;
  private double energyWh;
  private double toSceneS;
  private double onSceneS;

  private LegTable(EnergyModel energy, LocalFrame frame, Start start) {
    this.energy = energy;
    this.frame = frame;
    this.latE7 = start.latE7();
    this.lonE7 = start.lonE7();
    this.heightM = start.heightM();
    this.energyWh = start.spentWh();
  }

  /** The legs of a mission, in the order in which they are flown. */
  public static LegTable of(
      MissionWriter.Written mission, Start start, EnergyModel energy, LocalFrame frame) {
    LegTable table = new LegTable(energy, frame, start);
    List<MissionItem> flown = mission.flown();
    for (int i = 0; i < flown.size(); i++) {
      MissionItem item = flown.get(i);
      table.next = next(flown, i);
      boolean onScene =
          item.seq() >= mission.phases().sceneFirst() && item.seq() <= mission.phases().sceneLast();
      if (item.seq() == mission.phases().sceneFirst()) {
        table.toSceneS = table.durationS;
      }
      table.onSceneS += onScene ? table.leastS(item) : 0;
      table.fly(item);
    }
    return table;
  }

  public List<Leg> legs() {
    return List.copyOf(legs);
  }

  /** The flight as it is planned, without a word on how long it could stay. */
  public Budget budget(AircraftModel aircraft) {
    return budget(aircraft, onSceneS);
  }

  /**
   * The sum of the legs.
   *
   * @param onSceneMaxS how long it could stay on scene, seconds
   */
  public Budget budget(AircraftModel aircraft, double onSceneMaxS) {
    return new Budget(
        milli(durationS),
        milli(toSceneS),
        milli(onSceneS),
        milli(onSceneMaxS),
        milli(energyWh),
        milli(aircraft.usableWh()),
        milli(aircraft.battery().map(Battery::labelWh).orElse(aircraft.usableWh())),
        milli(aircraft.reserveWh()));
  }

  private void fly(MissionItem item) {
    switch (item.command()) {
      case MavCmd.DO_CHANGE_SPEED -> speedMps = item.param2();
      case MavCmd.NAV_TAKEOFF -> leg(item, latE7, lonE7, item.z(), energy.takeOff(item.z()));
      case MavCmd.NAV_LAND -> leg(item, latE7, lonE7, 0, energy.land(heightM));
      case MavCmd.NAV_WAYPOINT -> {
        double endMps = endMps(item);
        leg(
            item,
            item.x(),
            item.y(),
            item.z(),
            energy.leg(here(), local(item), item.z() - heightM, speedMps, passMps, endMps));
        passMps = endMps;
        if (item.param1() > 0) {
          leg(item, item.x(), item.y(), item.z(), energy.hover(item.param1()));
        }
      }
      default -> {
        // the others are not flown to
      }
    }
  }

  /** What is flown after an item, and how fast. */
  private record Next(MissionItem item, double speedMps) {}

  private static @Nullable Next next(List<MissionItem> items, int index) {
    double changedMps = Double.NaN;
    for (MissionItem item : items.subList(index + 1, items.size())) {
      switch (item.command()) {
        case MavCmd.DO_CHANGE_SPEED -> changedMps = item.param2();
        case MavCmd.NAV_WAYPOINT -> {
          return new Next(item, changedMps);
        }
        case MavCmd.NAV_LAND -> {
          return null;
        }
        default -> {
          // done on the way
        }
      }
    }
    return null;
  }

  /**
   * Ground speed at which an item is passed: none where it waits, lands, climbs or sinks, or where
   * the same place follows.
   */
  private double endMps(MissionItem item) {
    Next after = next;
    if (after == null
        || item.param1() != 0
        || item.z() != heightM
        || after.item().z() != item.z()
        || local(after.item()).equals(local(item))) {
      return 0;
    }
    double nextMps = Double.isNaN(after.speedMps()) ? speedMps : after.speedMps();
    return energy.cornerMps(here(), local(item), local(after.item()), speedMps, nextMps);
  }

  /** No flight of an item is shorter: what is promised on scene is not what slow corners add. */
  private double leastS(MissionItem item) {
    return item.command() == MavCmd.NAV_WAYPOINT
        ? here().distanceM(local(item)) / speedMps + item.param1()
        : 0;
  }

  private void leg(MissionItem item, int toLatE7, int toLonE7, double toHeightM, LegCost cost) {
    double distanceM = here().distanceM(frame.toLocal(LatLon.ofE7(toLatE7, toLonE7)));
    durationS += cost.durationS();
    energyWh += cost.energyWh();
    if (cost.durationS() > 0) {
      legs.add(
          new Leg(
              item.seq(),
              latE7,
              lonE7,
              toLatE7,
              toLonE7,
              milli(heightM),
              milli(toHeightM),
              milli(distanceM),
              milli(cost.groundSpeedMps()),
              milli(cost.durationS()),
              milli(cost.energyWh())));
    }
    latE7 = toLatE7;
    lonE7 = toLonE7;
    heightM = toHeightM;
  }

  private Enu here() {
    return frame.toLocal(LatLon.ofE7(latE7, lonE7));
  }

  private Enu local(MissionItem item) {
    return frame.toLocal(LatLon.ofE7(item.x(), item.y()));
  }

  /** Plans are read by people too: no digits beyond the thousandth. */
  static double milli(double value) {
    return Math.rint(value * 1000) / 1000;
  }
}
