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
import org.vigie.groundstation.demo.bench.PlannerWorld;
import org.vigie.planner.MissionPlanner;
import org.vigie.planner.PlanOutcome;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.Prover;

/** Plan and full proof of a flight among zones; each call another world. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PlanBenchmark {
  private static final int WORLDS = 24;

  /** Zones of 20 corners each. */
  @Param({"100", "1000"})
  public int zones;

  private final List<PlannerWorld> worlds = new ArrayList<>();
  private int next;

  /** Draws worlds that have a plan. */
  @Setup
  public void draw() {
    double radiusM = zones > 100 ? 12 : 45;
    for (long seed = 1; worlds.size() < WORLDS; seed++) {
      PlannerWorld world = PlannerWorld.of(zones, radiusM, seed);
      if (MissionPlanner.plan(world.request()) instanceof PlanOutcome.Planned) {
        worlds.add(world);
      } else if (seed > 4 * WORLDS) {
        throw new IllegalStateException("most worlds have no plan");
      }
    }
  }

  @Benchmark
  public PlanOutcome plan() {
    return MissionPlanner.plan(world().request());
  }

  @Benchmark
  public Proof planAndProof() {
    PlannerWorld world = world();
    PlanOutcome.Planned planned = (PlanOutcome.Planned) MissionPlanner.plan(world.request());
    return Prover.prove(planned.plan(), world.inputs());
  }

  private PlannerWorld world() {
    next = (next + 1) % worlds.size();
    return worlds.get(next);
  }
}
