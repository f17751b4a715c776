package org.vigie.groundstation.demo.bench.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.zone.io.ZoneFile;
import org.vigie.geofence.zone.io.ZoneReader;
import org.vigie.groundstation.demo.bench.SyntheticCountry;

/**
 * Reading what a country publishes, 10,000 zones, in a Java machine of 200 MB that holds the file
 * and the zones. The first reading of a machine counts: a station reads once.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
public class LoadBenchmark {
  /** The ED-318 file. */
  @State(Scope.Benchmark)
  public static class Ed318File {
    @Param("")
    String folder = "";

    private byte[] bytes = new byte[0];

    /** Reads the bytes. */
    @Setup
    public void read() throws IOException {
      bytes = Files.readAllBytes(Path.of(folder, SyntheticCountry.ED318));
    }
  }

  /** The ED-269 file. */
  @State(Scope.Benchmark)
  public static class Ed269File {
    @Param("")
    String folder = "";

    private byte[] bytes = new byte[0];

    /** Reads the bytes. */
    @Setup
    public void read() throws IOException {
      bytes = Files.readAllBytes(Path.of(folder, SyntheticCountry.ED269));
    }
  }

  @Benchmark
  @Fork(jvmArgsAppend = "-Xmx200m")
  public ZoneFile ed318(Ed318File file) throws DocumentException {
    return ZoneReader.read(SyntheticCountry.ED318, file.bytes);
  }

  @Benchmark
  @Fork(jvmArgsAppend = "-Xmx200m")
  public ZoneFile ed269(Ed269File file) throws DocumentException {
    return ZoneReader.read(SyntheticCountry.ED269, file.bytes);
  }

  /** The corners alone, by Jackson's tree and as JTS polygons: nothing checked, nothing placed. */
  @Benchmark
  @Fork(jvmArgsAppend = "-Xmx1g")
  public List<Polygon> jts(Ed269File file) throws IOException {
    List<Polygon> polygons = new ArrayList<>();
    GeometryFactory factory = new GeometryFactory();
    for (JsonNode zone : new ObjectMapper().readTree(file.bytes).path("features")) {
      JsonNode ring = zone.at("/geometry/0/horizontalProjection/coordinates/0");
      Coordinate[] corners = new Coordinate[ring.size()];
      for (int i = 0; i < corners.length; i++) {
        corners[i] = new Coordinate(ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble());
      }
      polygons.add(factory.createPolygon(corners));
    }
    return polygons;
  }
}
