package org.vigie.groundstation.demo.bench.jmh;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.geofence.zone.io.ZoneReader;
import org.vigie.groundstation.demo.bench.Ed269Text;
import org.vigie.groundstation.demo.bench.SyntheticCountry;

/**
 * Reading what a country publishes, 10,000 zones: a cold start, in a Java machine of 200 MB that
 * holds the file and the zones.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx200m")
public class LoadBenchmark {
  private static final int ZONES = 10_000;
  private static final long SEED = 42;

  private byte[] ed318 = new byte[0];
  private byte[] ed269 = new byte[0];

  /** Writes the file. */
  @Setup
  public void write() throws IOException {
    List<UasZone> zones = SyntheticCountry.zones(ZONES, SEED);
    ed269 = Ed269Text.of(zones);
  }

  @Benchmark
  public ZoneFile ed318() throws DocumentException {
    return ZoneReader.read("country.json", ed318);
  }

  @Benchmark
  public ZoneFile ed269() throws DocumentException {
    return ZoneReader.read("country.json", ed269);
  }
}
