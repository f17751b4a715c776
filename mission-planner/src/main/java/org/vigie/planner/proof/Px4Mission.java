package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.Autopilot;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;
import org.vigie.planner.proof.FlownMission.ReturnLeg;

/**
 * What PX4 makes of the stored mission: up from home, place by place, and at its return all places
 * back again. The return legs are the way back from the last place, the landing last. One pass.
 *
 * @source PX4 mission.cpp, rtl_mission_fast_reverse.cpp (waits and orders are left out, landing at
 *     home below the take-off's place); FeasibilityChecker.cpp (the take-off comes first)
 */
final class Px4Mission {
  private final FlightPlan plan;
  private final Plane plane;
  private final List<FlownLeg> legs = new ArrayList<>();
  private final List<ReturnLeg> back = new ArrayList<>();
  private final List<Integer> wrongItems = new ArrayList<>();
  private final Coordinate home;
  private Coordinate at;
  private double heightM;
  private double speedMps;
  private boolean returned;

  private Px4Mission(FlightPlan plan, Plane plane) {
    this.plan = plan;
    this.plane = plane;
    this.home = plane.coordinate(plan.home().position());
    this.at = plane.coordinate(plan.start().position());
    this.heightM = plan.start().heightM();
  }

  static FlownMission read(FlightPlan plan, Plane plane) {
    Px4Mission reading = new Px4Mission(plan, plane);
    plan.mission().forEach(reading::item);
    return new FlownMission(reading.legs, reading.back, reading.wrong());
  }

  private void item(MissionItem item) {
    if (returned) {
      wrongItems.add(item.seq());
      return;
    }
    switch (item.command()) {
      case MavCmd.NAV_TAKEOFF -> {
        require(item, item.seq() == 0 && item.seq() == plan.phases().takeoff());
        require(item, item.param1() == 0 && stored(item) && item.z() > 0);
        require(item, !plan.start().airborne() && place(item).equals2D(home));
        fly(FlownLeg.CLIMB, item);
      }
      case MavCmd.NAV_WAYPOINT -> {
        require(item, stored(item) && item.z() > 0 && !legs.isEmpty());
        // without a commanded speed the autopilot flies its own: a leg of unknown cost
        require(item, speedMps > 0);
        boolean out = item.seq() < plan.phases().sceneFirst();
        fly(out ? FlownLeg.OUTBOUND : FlownLeg.SCENE, item);
      }
      case MavCmd.DO_CHANGE_SPEED -> {
        require(item, item.frame() == Autopilot.PX4.orderFrame() && item.param1() == 1);
        require(item, item.param2() > 0 && item.param3() == -1 && item.param4() == 0);
        require(item, isNowhere(item));
        speedMps = item.param2();
      }
      case MavCmd.DO_SET_ROI_LOCATION -> require(item, stored(item) && item.param1() == 0);
      case MavCmd.NAV_RETURN_TO_LAUNCH -> {
        require(item, item.frame() == Autopilot.PX4.orderFrame() && isNowhere(item));
        require(item, item.param1() == 0 && item.param2() == 0);
        require(item, item.param3() == 0 && item.param4() == 0);
        require(item, item.seq() == plan.phases().returnStart());
        require(item, item.seq() == plan.phases().land());
        flyBack(item.seq());
      }
      // a landing among the items would turn every return round
      default -> require(item, false);
    }
  }

  private void fly(String branch, MissionItem item) {
    Coordinate to = place(item);
    legs.add(new FlownLeg(branch, item.seq(), at, heightM, to, item.z(), speedMps, item.param1()));
    at = to;
    heightM = item.z();
  }

  private void flyBack(int seq) {
    returned = true;
    double returnMps =
        plan.parameters().stream()
            .filter(setting -> setting.name().equals("MPC_XY_CRUISE"))
            .mapToDouble(ParameterSetting::value)
            .findFirst()
            .orElse(Double.NaN);
    List<FlownLeg> out = List.copyOf(legs);
    for (int i = out.size() - 1; i >= 0; i--) {
      FlownLeg leg = out.get(i);
      back.add(new ReturnLeg(at, heightM, leg.to(), leg.toHeightM()));
      if (i < out.size() - 1) {
        legs.add(
            new FlownLeg(
                FlownLeg.RETURN_PATH, seq, at, heightM, leg.to(), leg.toHeightM(), returnMps, 0));
      }
      at = leg.to();
      heightM = leg.toHeightM();
    }
    back.add(new ReturnLeg(at, heightM, home, 0));
    legs.add(new FlownLeg(FlownLeg.LANDING, seq, at, heightM, home, 0, returnMps, 0));
  }

  private List<Integer> wrong() {
    for (int i = 0; i < plan.mission().size(); i++) {
      require(plan.mission().get(i), plan.mission().get(i).seq() == i);
    }
    boolean phased =
        plan.phases().sceneFirst() > 0
            && plan.phases().sceneFirst() <= plan.phases().sceneLast()
            && plan.phases().sceneLast() < plan.phases().returnStart();
    boolean first =
        plan.mission().get(0).command() == MavCmd.NAV_TAKEOFF
            && plan.mission().stream().filter(i -> i.command() == MavCmd.NAV_TAKEOFF).count() == 1;
    if (!returned || !phased || !first) {
      wrongItems.add(plan.mission().size());
    }
    return wrongItems.stream().distinct().sorted().toList();
  }

  private Coordinate place(MissionItem item) {
    return plane.coordinate(LatLon.ofE7(item.x(), item.y()));
  }

  /** With a place, as it reads back equal: no radius, heading north, whole seconds. */
  private static boolean stored(MissionItem item) {
    return item.frame() == Autopilot.PX4.relativeFrame()
        && item.param1() >= 0
        && item.param1() == Math.rint(item.param1())
        && item.param2() == 0
        && item.param3() == 0
        && item.param4() == 0;
  }

  private static boolean isNowhere(MissionItem item) {
    return item.x() == 0 && item.y() == 0 && item.z() == 0;
  }

  private void require(MissionItem item, boolean condition) {
    if (!condition) {
      wrongItems.add(item.seq());
    }
  }
}
