package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;

/**
 * What ArduCopter makes of the stored mission: the legs that it flies, and the legs of the return
 * path among which a failsafe picks the nearest.
 *
 * @param legs in the order flown
 * @param returnLegs legs between located items from DO_RETURN_PATH_START to the landing
 * @param wrongItems sequence numbers of items that are not of the expected form
 */
record FlownMission(List<FlownLeg> legs, List<ReturnLeg> returnLegs, List<Integer> wrongItems) {
  FlownMission {
    legs = List.copyOf(legs);
    returnLegs = List.copyOf(returnLegs);
    wrongItems = List.copyOf(wrongItems);
  }

  /**
   * A leg that a failsafe may pick; the aircraft then flies straight to its end.
   *
   * @source ArduPilot AP_Mission: jump_to_closest_mission_leg, distance_to_mission_leg (3D distance
   *     to legs between located items, up to the first landing)
   */
  record ReturnLeg(Coordinate from, double fromHeightM, Coordinate to, double toHeightM) {}

  static FlownMission read(FlightPlan plan, Plane plane) {
    Reading reading = new Reading(plan, plane);
    plan.mission().forEach(reading::item);
    return new FlownMission(reading.legs, reading.returnLegs, reading.wrong());
  }

  /** One pass over the items. */
  private static final class Reading {
    private final FlightPlan plan;
    private final Plane plane;
    private final List<FlownLeg> legs = new ArrayList<>();
    private final List<ReturnLeg> returnLegs = new ArrayList<>();
    private final List<Integer> wrongItems = new ArrayList<>();
    private final boolean airborne;
    private Coordinate at;
    private double heightM;
    private double speedMps;
    private boolean returning;
    private boolean landed;
    private Coordinate lastLocated = new Coordinate(Double.NaN, Double.NaN);
    private double lastLocatedHeightM;
    private int returnStarts;
    private int takeoffs;

    Reading(FlightPlan plan, Plane plane) {
      this.plan = plan;
      this.plane = plane;
      this.airborne = plan.start().airborne();
      this.at = plane.coordinate(plan.start().position());
      this.heightM = plan.start().heightM();
    }

    void item(MissionItem item) {
      int index = legs.size();
      if (item.seq() == 0) {
        require(item, item.command() == MavCmd.NAV_WAYPOINT && item.frame() == 0);
        require(item, airborne || place(item).equals2D(at));
        return;
      }
      require(item, !landed && item.param2() + item.param3() == expectedSum(item));
      switch (item.command()) {
        case MavCmd.NAV_TAKEOFF -> {
          takeoffs++;
          require(item, item.seq() == plan.phases().takeoff() && item.seq() == 1 && item.z() > 0);
          require(item, item.x() == 0 && item.y() == 0 && stored(item, 0));
          fly(item.seq(), FlownLeg.CLIMB, at, item.z(), 0);
        }
        case MavCmd.NAV_WAYPOINT -> {
          boolean first = airborne && legs.isEmpty();
          require(item, stored(item, 0) && item.z() > 0 && (first || !legs.isEmpty()));
          require(item, !first || (beginsHere(item) && item.seq() == plan.phases().takeoff()));
          // without a commanded speed the autopilot flies its own: a leg of unknown cost
          require(item, speedMps > 0);
          fly(item.seq(), branch(item), place(item), item.z(), item.param1());
        }
        case MavCmd.NAV_LAND -> {
          require(item, item.seq() == plan.phases().land() && item.z() == 0 && stored(item, 1));
          require(item, item.param1() == 0 && place(item).distance(at) < SAME_PLACE_M);
          fly(item.seq(), FlownLeg.LANDING, place(item), 0, 0);
          landed = true;
        }
        case MavCmd.DO_CHANGE_SPEED -> {
          require(item, item.frame() == 0 && item.param1() == 1 && item.param2() > 0);
          speedMps = item.param2();
        }
        case MavCmd.DO_RETURN_PATH_START -> {
          returnStarts++;
          require(item, item.seq() == plan.phases().returnStart() && stored(item, 0));
          returning = true;
        }
        case MavCmd.DO_SET_ROI_LOCATION -> require(item, stored(item, 0));
        case MavCmd.DO_SET_ROI_NONE -> require(item, item.frame() == 0);
        default -> require(item, false);
      }
      located(item, index);
    }

    List<Integer> wrong() {
      boolean whole =
          landed && returnStarts == 1 && takeoffs == (airborne ? 0 : 1) && !returnLegs.isEmpty();
      boolean phased =
          plan.phases().sceneFirst() <= plan.phases().sceneLast()
              && plan.phases().sceneLast() < plan.phases().returnStart();
      for (int i = 0; i < plan.mission().size(); i++) {
        require(plan.mission().get(i), plan.mission().get(i).seq() == i);
      }
      if (!whole || !phased) {
        wrongItems.add(plan.mission().size());
      }
      return wrongItems.stream().distinct().sorted().toList();
    }

    /** Items with a place, from the return's start on, are the ends of the return's legs. */
    private void located(MissionItem item, int legsBefore) {
      boolean navigates = legs.size() > legsBefore;
      if (!returning || (!navigates && item.command() != MavCmd.DO_RETURN_PATH_START)) {
        return;
      }
      Coordinate place = place(item);
      if (!Double.isNaN(lastLocated.x)) {
        returnLegs.add(new ReturnLeg(lastLocated, lastLocatedHeightM, place, item.z()));
      }
      lastLocated = place;
      lastLocatedHeightM = item.z();
    }

    private void fly(int seq, String branch, Coordinate to, double toHeightM, double holdS) {
      legs.add(new FlownLeg(branch, seq, at, heightM, to, toHeightM, speedMps, holdS));
      at = to;
      heightM = toHeightM;
    }

    private String branch(MissionItem item) {
      if (airborne && legs.isEmpty()) {
        return FlownLeg.CLIMB;
      }
      if (returning) {
        return FlownLeg.RETURN_PATH;
      }
      return item.seq() < plan.phases().sceneFirst() ? FlownLeg.OUTBOUND : FlownLeg.SCENE;
    }

    /** It goes up where it holds, and never down through what nobody looked at. */
    private boolean beginsHere(MissionItem item) {
      return place(item).distance(at) < SAME_PLACE_M && item.z() >= heightM;
    }

    private Coordinate place(MissionItem item) {
      return plane.coordinate(LatLon.ofE7(item.x(), item.y()));
    }

    private static boolean stored(MissionItem item, float param4) {
      return item.frame() == MavCmd.FRAME_RELATIVE
          && item.param4() == param4
          && item.z() == Math.rint(item.z() * 100.0f) / 100.0f
          && item.param1() == Math.rint(item.param1());
    }

    /** Only a change of speed carries a second and third parameter. */
    private static float expectedSum(MissionItem item) {
      return item.command() == MavCmd.DO_CHANGE_SPEED ? item.param2() - 1 : 0;
    }

    private void require(MissionItem item, boolean condition) {
      if (!condition) {
        wrongItems.add(item.seq());
      }
    }
  }

  /** A landing whose place differs from the last waypoint by more would fly a leg of its own. */
  private static final double SAME_PLACE_M = 0.05;
}
