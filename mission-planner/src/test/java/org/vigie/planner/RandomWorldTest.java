package org.vigie.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.Restriction;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MavCmd;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.PlanRequest;
import org.vigie.planner.request.Wind;

/** Seeded worlds of round zones: every plan proves, and a checker of a few lines agrees. */
class RandomWorldTest {
  /** S_CV for 8 m/s and a measured stop of 18 m: 3 + 3 + 1 + 8 + 18. */
  private static final double CONTINGENCY_M = 33;

  private static final double HALF_WIDTH_M = 8;

  private record Round(LatLon centre, double radiusM) {}

  @Test
  void plans_of_random_worlds_hold_and_keep_their_distance() {
    Random random = new Random(31);
    int planned = 0;
    for (int round = 0; round < 120; round++) {
      List<Round> rounds = new ArrayList<>();
      List<UasZone> zones = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(7); i++) {
        LatLon centre =
            Geodesics.destination(Demo.HOME, 60 + random.nextInt(120), 150 + random.nextInt(800));
        rounds.add(new Round(centre, 10 + random.nextInt(90)));
        zones.add(zone("Z" + i, rounds.get(i)));
      }
      LatLon incident =
          Geodesics.destination(Demo.HOME, 80 + random.nextInt(80), 300 + random.nextInt(500));
      PlanRequest request =
          Demo.request(
              Demo.AIRCRAFT, incident, zones, new Wind(random.nextInt(360), random.nextInt(8)));
      if (MissionPlanner.plan(request) instanceof PlanOutcome.Planned outcome) {
        planned++;
        Proof proof = Prover.prove(outcome.plan(), Demo.inputs(request));
        assertThat(proof.findings())
            .as("round %d", round)
            .filteredOn(finding -> !finding.holds())
            .isEmpty();
        assertDistances(outcome.plan(), rounds);
      }
    }
    assertThat(planned).isGreaterThan(60);
  }

  /** Every 2 m of every leg, on the ellipsoid. */
  private static void assertDistances(FlightPlan plan, List<Round> zones) {
    LatLon at = Demo.HOME;
    for (MissionItem item : plan.mission()) {
      if (item.command() != MavCmd.NAV_WAYPOINT || item.seq() == 0) {
        continue;
      }
      LatLon to = LatLon.ofE7(item.x(), item.y());
      double lengthM = Geodesics.distanceM(at, to);
      for (double way = 0; way <= lengthM; way += 2) {
        LatLon point = Geodesics.destination(at, Geodesics.azimuthDeg(at, to), way);
        for (Round zone : zones) {
          assertThat(Geodesics.distanceM(point, zone.centre()) - zone.radiusM())
              .isGreaterThan(CONTINGENCY_M + HALF_WIDTH_M);
        }
      }
      at = to;
    }
  }

  private static UasZone zone(String id, Round round) {
    return UasZone.permanent(
        id,
        "FRA",
        Restriction.PROHIBITED,
        List.of(
            new ZoneGeometry(
                new HorizontalProjection.Circle(round.centre(), round.radiusM()),
                VerticalBand.UNLIMITED)));
  }
}
