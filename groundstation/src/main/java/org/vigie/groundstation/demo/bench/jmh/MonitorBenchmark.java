package org.vigie.groundstation.demo.bench.jmh;

import org.openjdk.jmh.annotations.Benchmark;

/** x. */
public class MonitorBenchmark {
  @Benchmark
  public double x() {
    return Math.sin(3);
  }
}
