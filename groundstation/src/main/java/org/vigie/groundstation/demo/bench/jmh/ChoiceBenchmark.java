package org.vigie.groundstation.demo.bench.jmh;

import java.time.Duration;
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
import org.vigie.planner.choice.AircraftChoice;
import org.vigie.planner.choice.Candidate;

/** Choice among ten aircraft at sites that are all about as far away; each call another world. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ChoiceBenchmark {
  private static final int WORLDS = 8;
  private static final int SITES = 10;

  /** Zones of 20 corners each. */
  @Param("1000")
  public int zones;

  private final List<List<Candidate>> worlds = new ArrayList<>();
  private int next;

  /** Draws worlds of which some aircraft has a proven plan. */
  @Setup
  public void draw() {
    for (long seed = 1; worlds.size() < WORLDS; seed++) {
      List<Candidate> candidates =
          PlannerWorld.around(SITES, zones, zones > 100 ? 12 : 45, seed).stream()
              .map(world -> new Candidate(world.request(), world.inputs(), Duration.ZERO))
              .toList();
      if (AircraftChoice.among(candidates).best().isPresent()) {
        worlds.add(candidates);
      } else if (seed > 4 * WORLDS) {
        throw new IllegalStateException("most worlds have no plan");
      }
    }
  }

  @Benchmark
  public AircraftChoice choice() {
    next = (next + 1) % worlds.size();
    return AircraftChoice.among(worlds.get(next));
  }
}
