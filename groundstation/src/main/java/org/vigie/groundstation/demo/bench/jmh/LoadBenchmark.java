package org.vigie.groundstation.demo.bench.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
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
import org.vigie.geofence.zone.ZoneSource;
import org.vigie.geofence.zone.io.Ed318Writer;
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
    ZoneSource source =
        new ZoneSource("country", "", Optional.empty(), Optional.empty(), Optional.empty(), true);
    ed318 = Ed318Writer.write(zones, source).getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public ZoneFile ed318() throws DocumentException {
    return ZoneReader.read("country.json", ed318);
  }

  /** The corners alone, by Jackson's tree and as JTS polygons: nothing checked, nothing placed. */
  @Benchmark
  @Fork(value = 1, jvmArgsAppend = "-Xmx1g")
  public List<Polygon> jts() throws IOException {
    List<Polygon> polygons = new ArrayList<>();
    GeometryFactory factory = new GeometryFactory();
    for (JsonNode zone : new ObjectMapper().readTree(ed269).path("features")) {
      JsonNode ring = zone.at("/geometry/0/horizontalProjection/coordinates/0");
      Coordinate[] corners = new Coordinate[ring.size()];
      for (int i = 0; i < corners.length; i++) {
        corners[i] = new Coordinate(ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble());
      }
      polygons.add(factory.createPolygon(corners));
    }
    return polygons;
  }

  @Benchmark
  public ZoneFile ed269() throws DocumentException {
    return ZoneReader.read("country.json", ed269);
  }
}
