package org.vigie.groundstation.demo.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.volume.FlightShape;
import org.vigie.geofence.volume.OperationalVolume;
import org.vigie.geofence.volume.VolumeBuilder;
import org.vigie.geofence.volume.VolumeParameters;
import org.vigie.geofence.volume.VolumeTerms;

/** Flight geography, contingency volume, ground risk buffer and fence of a route of 20 legs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class VolumeBenchmark {
  private static final int LEGS = 20;
  private static final double LEG_M = 150;
  private static final double HALF_WIDTH_M = 8;
  private static final int VERTICES_MAX = 70;
  private static final long SEED = 42;
  private static final LatLon HOME = new LatLon(45.4386, 4.3766);

  private final Plane plane = Plane.around(HOME);
  private final VolumeTerms terms =
      VolumeTerms.of(VolumeParameters.multirotor(10, 1, 60, 22).above(0));
  private FlightShape shape = new FlightShape(List.of(List.of(HOME, HOME)), List.of(), 1);

  /** Draws a route that wanders eastward. */
  @Setup
  public void route() {
    Random random = new Random(SEED);
    List<LatLon> route = new ArrayList<>();
    double eastM = 0;
    double northM = 0;
    for (int i = 0; i <= LEGS; i++) {
      route.add(plane.frame().toGeographic(new Enu(eastM, northM)));
      eastM += LEG_M * (0.5 + random.nextDouble());
      northM += LEG_M * (random.nextDouble() - 0.5);
    }
    shape = new FlightShape(List.of(route), List.of(), HALF_WIDTH_M);
    if (vigie().isEmpty()) {
      throw new IllegalStateException("the route has no volume");
    }
  }

  @Benchmark
  public Optional<OperationalVolume> vigie() {
    return VolumeBuilder.build(plane, shape, terms, VERTICES_MAX);
  }

  /** Three buffers with the library's defaults: no fence, no bound on what they leave out. */
  @Benchmark
  public Geometry jts() {
    Geometry geography = plane.line(shape.lines().get(0)).buffer(HALF_WIDTH_M);
    return geography.buffer(terms.contingencyM()).buffer(terms.groundRiskM());
  }
}
