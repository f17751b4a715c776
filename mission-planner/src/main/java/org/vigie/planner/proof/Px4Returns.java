package org.vigie.planner.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.proof.FlownMission.ReturnLeg;

/**
 * To which place a return goes first. Out of the mission it is the place passed last, or the one
 * before that; out of any other mode it is the nearest in three dimensions, of equal ones the first
 * in the mission. Which of the two happens depends on the mode before, so both are proven from
 * everywhere.
 *
 * @source PX4 rtl_mission_fast_reverse.cpp on_activation (versions differ by one place);
 *     mission_base.cpp setMissionToClosestItem; recording of RTL_TYPE 2, current 3 then 1
 */
final class Px4Returns {
  /** A return from the mission begins so many places back at most. */
  private static final int BACK_MAX = 2;

  private final FlightPlan plan;
  private final List<Way> ways;
  private final List<ReturnLeg> places;
  private final List<FlownLeg> out;

  Px4Returns(FlightPlan plan, FlownMission mission, List<Way> ways) {
    this.plan = plan;
    this.ways = ways;
    // the landing is no place that a return goes to first
    this.places = mission.returnLegs().subList(0, Math.max(0, mission.returnLegs().size() - 1));
    this.out = mission.legs().subList(0, places.size());
  }

  List<ReturnStretch> stretches() {
    List<ReturnStretch> stretches = new ArrayList<>();
    for (Way way : ways) {
      stretches.addAll(nearest(way));
      if (way.leg().seq() < plan.phases().returnStart()) {
        stretches.addAll(passed(way));
      }
    }
    return stretches;
  }

  /** Out of the mission: the places before the one that is flown to. */
  private List<ReturnStretch> passed(Way way) {
    List<ReturnStretch> stretches = new ArrayList<>();
    for (int number = 0; number < out.size(); number++) {
      if (out.get(number).seq() == way.leg().seq()) {
        for (int back = 1; back <= BACK_MAX; back++) {
          int to = Math.max(0, number - back);
          stretches.add(new ReturnStretch(way, 0, 1, places.size() - 1 - to));
        }
      }
    }
    return stretches;
  }

  /** Out of a hold: pieces of the way, each with every place that may be nearest to some of it. */
  private List<ReturnStretch> nearest(Way way) {
    int pieces = Math.max(1, (int) Math.ceil(way.lengthM() / ReturnStretch.PIECE_M));
    double slackM = 2 * (way.lengthM() / pieces / 2 + ReturnStretch.ERROR_M);
    int[] begun = new int[places.size()];
    Arrays.fill(begun, -1);
    List<ReturnStretch> stretches = new ArrayList<>();
    for (int piece = 0; piece <= pieces; piece++) {
      double part = (piece + 0.5) / pieces;
      double leastM = piece < pieces ? leastM(way, part) : Double.NaN;
      for (int i = 0; i < begun.length; i++) {
        boolean picked =
            piece < pieces && !isLater(i) && distanceM(way, part, i) <= leastM + slackM;
        if (picked && begun[i] < 0) {
          begun[i] = piece;
        } else if (!picked && begun[i] >= 0) {
          stretches.add(
              new ReturnStretch(way, (double) begun[i] / pieces, (double) piece / pieces, i));
          begun[i] = -1;
        }
      }
    }
    return stretches;
  }

  private double leastM(Way way, double part) {
    double leastM = Double.POSITIVE_INFINITY;
    for (int i = 0; i < places.size(); i++) {
      leastM = Math.min(leastM, distanceM(way, part, i));
    }
    return leastM;
  }

  /** Whether the mission has the same place before: it is found first and kept. */
  private boolean isLater(int index) {
    ReturnLeg place = places.get(index);
    return places.subList(index + 1, places.size()).stream()
        .anyMatch(
            earlier ->
                earlier.to().equals2D(place.to()) && earlier.toHeightM() == place.toHeightM());
  }

  private double distanceM(Way way, double part, int index) {
    Coordinate at = way.at(part);
    ReturnLeg place = places.get(index);
    return Math.hypot(at.distance(place.to()), way.heightM(part) - place.toHeightM());
  }
}
