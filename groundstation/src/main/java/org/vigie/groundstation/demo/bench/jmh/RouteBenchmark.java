package org.vigie.groundstation.demo.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.vigie.groundstation.demo.bench.EagerRoute;
import org.vigie.groundstation.demo.bench.PlannerWorld;
import org.vigie.planner.route.Route;
import org.vigie.planner.route.TooComplexException;

/** The way alone, obstacles grown by their margin included; each call another world. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RouteBenchmark {
  private static final int WORLDS = 24;

  /** Zones of 20 corners each. */
  @Param({"100", "1000"})
  public int zones;

  private final List<PlannerWorld> worlds = new ArrayList<>();
  private int next;

  /** Draws worlds that have a way. */
  @Setup
  public void draw() throws TooComplexException {
    double radiusM = zones > 100 ? 12 : 45;
    for (long seed = 1; worlds.size() < WORLDS; seed++) {
      PlannerWorld world = PlannerWorld.of(zones, radiusM, seed);
      if (world.way().isPresent()) {
        worlds.add(world);
      } else if (seed > 4 * WORLDS) {
        throw new IllegalStateException("most worlds have no way");
      }
    }
  }

  @Benchmark
  public Optional<Route> vigie() throws TooComplexException {
    return world().way();
  }

  /** Everything grown and united first, then all lines between all corners asked of the library. */
  @Benchmark
  public double jts() {
    PlannerWorld world = world();
    List<Geometry> shapes = new ArrayList<>(world.shapes());
    return EagerRoute.lengthM(shapes, PlannerWorld.MARGIN_M, world.from(), world.to());
  }

  private PlannerWorld world() {
    next = (next + 1) % worlds.size();
    return worlds.get(next);
  }
}
