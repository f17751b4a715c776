package org.vigie.planner.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.Phases;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.Prover;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.PlanRequest;

/** A zone, a leg, a metre left out: the checker or the proof must see it. */
class SabotageTest {
  private static final int WORLDS = 12;
  private static final int WAYPOINT = 16;

  /** Worlds with nothing but a zone halfway, which stands at all heights for ever. */
  private static List<World> halfway() {
    List<World> worlds = new ArrayList<>();
    for (long seed = 500; worlds.size() < WORLDS; seed++) {
      World world = new World(seed);
      boolean limited = world.vlosM.isPresent() || world.area.isPresent();
      if (limited || Math.hypot(world.incidentX, world.incidentY) < 350) {
        continue;
      }
      world.masts.clear();
      world.zones.clear();
      world.zones.add(zone("HALFWAY", world, 0.5, 30));
      if (proven(world, world.zones, world.aircraft).isPresent()) {
        worlds.add(world);
      }
    }
    return worlds;
  }

  private static World.Zone zone(String id, World world, double along, double radiusM) {
    return new World.Zone(
        id,
        Ring.disc(world.incidentX * along, world.incidentY * along, radiusM),
        true,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        true,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }

  /** A plan with its proof. */
  private record Proven(FlightPlan plan, Proof proof) {}

  private static Optional<Proven> proven(
      World world, List<World.Zone> zones, AircraftModel aircraft) {
    PlanRequest request = world.request(zones, aircraft);
    if (MissionPlanner.plan(request) instanceof PlanOutcome.Planned outcome) {
      Proof proof = Prover.prove(outcome.plan(), World.inputs(request));
      return Optional.of(new Proven(outcome.plan(), proof)).filter(p -> p.proof().holds());
    }
    return Optional.empty();
  }

  private static List<String> violations(World world, FlightPlan plan, Proof proof) {
    return new DenseChecker(world, plan, proof).violations(new Random(7));
  }

  @Test
  void a_zone_that_planner_and_proof_were_not_told_of_is_flown_into_and_seen() {
    for (World world : halfway()) {
      Proven blind = proven(world, List.of(), world.aircraft).orElseThrow();
      assertThat(violations(world, blind.plan(), blind.proof())).isNotEmpty();
      assertThat(Prover.prove(blind.plan(), World.inputs(world.request())).holds()).isFalse();
      Proven told = proven(world, world.zones, world.aircraft).orElseThrow();
      assertThat(violations(world, told.plan(), told.proof())).isEmpty();
    }
  }

  @Test
  void any_zone_left_out_that_the_checker_misses_changes_nothing_that_is_flown() {
    int seen = 0;
    for (long seed = 1; seed <= 40; seed++) {
      World world = new World(seed);
      for (World.Zone dropped : world.zones) {
        List<World.Zone> others = world.zones.stream().filter(z -> !z.equals(dropped)).toList();
        Optional<Proven> blind = proven(world, others, world.aircraft);
        if (blind.isEmpty()) {
          continue;
        }
        boolean caught = !violations(world, blind.get().plan(), blind.get().proof()).isEmpty();
        boolean holds = Prover.prove(blind.get().plan(), World.inputs(world.request())).holds();
        assertThat(caught && holds).as("world %d without %s", seed, dropped.id()).isFalse();
        seen += caught ? 1 : 0;
      }
    }
    assertThat(seen).isGreaterThan(10);
  }

  @Test
  void a_turn_left_out_cuts_the_corner_and_fails() {
    int cut = 0;
    for (World world : halfway()) {
      Proven whole = proven(world, world.zones, world.aircraft).orElseThrow();
      for (MissionItem item : whole.plan().mission()) {
        if (bendDeg(whole.plan(), item.seq()) < 10) {
          continue;
        }
        FlightPlan shorter = without(whole.plan(), item.seq());
        Proof proof = Prover.prove(shorter, World.inputs(world.request()));
        boolean seen = !violations(world, shorter, whole.proof()).isEmpty();
        assertThat(seen && proof.holds()).as("without item %d", item.seq()).isFalse();
        cut += seen ? 1 : 0;
      }
    }
    assertThat(cut).isGreaterThan(WORLDS / 2);
  }

  /** How sharply the route out or back turns at a waypoint; 0 on scene and elsewhere. */
  private static double bendDeg(FlightPlan plan, int seq) {
    MissionItem item = plan.mission().get(seq);
    boolean route = seq < plan.phases().sceneFirst() || seq > plan.phases().returnStart();
    if (!route || item.command() != WAYPOINT || seq < 3 || seq + 1 >= plan.phases().land()) {
      return 0;
    }
    List<MissionItem> waypoints =
        plan.mission().stream().filter(i -> i.command() == WAYPOINT).toList();
    int at = waypoints.indexOf(item);
    MissionItem before = waypoints.get(at - 1);
    MissionItem after = waypoints.get(at + 1);
    double scale = Math.cos(Math.toRadians(item.x() / 1e7));
    double in = Math.atan2((item.y() - before.y()) * scale, item.x() - before.x());
    double out = Math.atan2((after.y() - item.y()) * scale, after.x() - item.x());
    return Math.abs(Math.toDegrees(Math.IEEEremainder(out - in, 2 * Math.PI)));
  }

  private static FlightPlan without(FlightPlan p, int seq) {
    List<MissionItem> items = new ArrayList<>();
    for (MissionItem i : p.mission()) {
      if (i.seq() != seq) {
        items.add(
            new MissionItem(
                items.size(),
                i.frame(),
                i.command(),
                i.param1(),
                i.param2(),
                i.param3(),
                i.param4(),
                i.x(),
                i.y(),
                i.z()));
      }
    }
    Phases f = p.phases();
    Phases phases =
        new Phases(
            f.takeoff(),
            less(f.sceneFirst(), seq),
            less(f.sceneLast(), seq),
            less(f.returnStart(), seq),
            less(f.land(), seq));
    return new FlightPlan(
        p.flightId(),
        p.siteId(),
        p.aircraftId(),
        p.firmware(),
        p.validFrom(),
        p.validUntil(),
        p.home(),
        p.start(),
        items,
        p.fence(),
        p.rally(),
        p.parameters(),
        phases,
        p.scene(),
        p.volume(),
        p.legs(),
        p.budget(),
        p.zonesRespected());
  }

  private static int less(int phase, int seq) {
    return phase > seq ? phase - 1 : phase;
  }

  private static AircraftModel stopping(AircraftModel a, double metresMore) {
    return new AircraftModel(
        a.id(),
        a.firmware(),
        a.massKg(),
        a.dimensionM(),
        a.cruiseMps(),
        a.climbMps(),
        a.descentMps(),
        a.hoverW(),
        a.cruiseW(),
        a.usableWh(),
        a.reserveFraction(),
        a.stoppingDistanceM() + metresMore,
        a.maxWindMps(),
        a.maxAirMps(),
        a.maxTiltDeg(),
        a.battery(),
        a.camera(),
        a.measured());
  }

  @Test
  void an_aircraft_that_stops_a_metre_later_than_it_said_fails_the_proof() {
    for (World world : halfway()) {
      // a volume that is a metre too narrow fails once the formula is not the longer one
      AircraftModel slow = stopping(world.aircraft, 10);
      Proven plan = proven(world, world.zones, slow).orElseThrow();
      PlanRequest later = world.request(world.zones, stopping(slow, 1));
      assertThat(failed(Prover.prove(plan.plan(), World.inputs(later))))
          .contains("geography-in-contingency");
    }
  }

  @Test
  void a_zone_that_comes_a_metre_nearer_than_the_margin_fails_the_proof_and_soon_the_checker() {
    for (World world : halfway()) {
      Proven plan = proven(world, world.zones, world.aircraft).orElseThrow();
      double marginM =
          plan.proof().findings().stream()
              .filter(finding -> finding.check().equals("volume-clear-of-zones"))
              .mapToDouble(ProofFinding::margin)
              .min()
              .orElseThrow();
      world.zones.set(0, zone("HALFWAY", world, 0.5, 30 + marginM + 1));
      Proof proof = Prover.prove(plan.plan(), World.inputs(world.request()));
      assertThat(failed(proof)).contains("volume-clear-of-zones");
      world.zones.set(0, zone("HALFWAY", world, 0.5, 30 + marginM + 12));
      assertThat(violations(world, plan.plan(), plan.proof())).isNotEmpty();
    }
  }

  @Test
  void a_minimum_height_a_metre_above_what_is_left_fails_the_proof() {
    for (World world : halfway()) {
      Proven plan = proven(world, world.zones, world.aircraft).orElseThrow();
      double marginM =
          plan.proof().findings().stream()
              .filter(finding -> finding.check().equals("ground-clearance"))
              .mapToDouble(ProofFinding::margin)
              .min()
              .orElseThrow();
      world.minAglM += marginM + 1;
      Proof proof = Prover.prove(plan.plan(), World.inputs(world.request()));
      assertThat(failed(proof)).contains("ground-clearance");
      // the proof's boxes hold more ground than lies below the line
      world.minAglM += 10;
      assertThat(violations(world, plan.plan(), plan.proof())).isNotEmpty();
    }
  }

  private static List<String> failed(Proof proof) {
    return proof.findings().stream()
        .filter(finding -> !finding.holds())
        .map(ProofFinding::check)
        .distinct()
        .toList();
  }
}
