package org.vigie.groundstation.demo.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.vigie.groundstation.demo.bench.MidFlight;
import org.vigie.groundstation.demo.bench.PlannerWorld;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.replan.Replan;

/**
 * Plans made anew in flight, round a zone that has just appeared on the way: on to the scene, by
 * both ways back and each with its proof, or home. Each call another world.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReplanBenchmark {
  private static final int WORLDS = 16;

  /** Zones of 20 corners each, but for the new one. */
  @Param({"100", "1000"})
  public int zones;

  private final List<PlannerWorld> worlds = new ArrayList<>();
  private int next;

  /** Draws worlds of which the new plan is proven. */
  @Setup
  public void draw() {
    for (long seed = 1; worlds.size() < WORLDS; seed++) {
      PlannerWorld world = PlannerWorld.of(zones, zones > 100 ? 12 : 45, seed);
      if (MissionPlanner.plan(world.request()) instanceof PlanOutcome.Planned planned) {
        PlannerWorld held = MidFlight.of(world, planned.plan(), seed);
        if (Replan.toScene(held.request(), held.inputs()).best().isPresent()
            && Replan.home(held.request(), held.inputs()).best().isPresent()) {
          worlds.add(held);
        }
      }
      if (seed > 8 * WORLDS) {
        throw new IllegalStateException("most worlds have no new plan");
      }
    }
  }

  @Benchmark
  public Replan toScene() {
    PlannerWorld world = world();
    return Replan.toScene(world.request(), world.inputs());
  }

  @Benchmark
  public Replan home() {
    PlannerWorld world = world();
    return Replan.home(world.request(), world.inputs());
  }

  private PlannerWorld world() {
    next = (next + 1) % worlds.size();
    return worlds.get(next);
  }
}
