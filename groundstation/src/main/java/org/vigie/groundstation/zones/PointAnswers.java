package org.vigie.groundstation.zones;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.document.Problem;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Geoid;
import org.vigie.geofence.geo.GeoidUndulation;
import org.vigie.geofence.geo.HeightAboveEllipsoid;
import org.vigie.geofence.geo.HeightAboveGround;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.geofence.zone.HeightSpan;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.UndulationRange;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;
import org.vigie.geofence.zone.index.ZoneAnswer;
import org.vigie.geofence.zone.index.ZoneHit;
import org.vigie.geofence.zone.index.ZoneIndex;
import org.vigie.geofence.zone.index.ZoneLayer;
import org.vigie.geofence.zone.io.ZoneFile;

/**
 * Which zones are in force at points, one JSON object for each line of a file of points. A height
 * that cannot be compared with a zone's limit, for want of terrain, counts as within it.
 */
public final class PointAnswers {
  /** Under the lowest and over the highest place that any aircraft reaches. */
  private static final AltitudeAmsl LOWEST = new AltitudeAmsl(-1_000);

  private static final AltitudeAmsl HIGHEST = new AltitudeAmsl(100_000);
  private static final double GEOID_ERROR_M = Geoid.INTERPOLATION_ERROR_M + Geoid.MODEL_ERROR_M;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ZoneIndex index;
  private final Terrain terrain;
  private final Instant now;

  /**
   * @param terrain that converts heights above ground; one that knows nothing is allowed
   * @param now that ages count to
   */
  public PointAnswers(List<ZoneFile> files, Terrain terrain, Instant now) {
    this.index =
        ZoneIndex.of(
            files.stream().map(file -> new ZoneLayer(file.source(), file.zones())).toList());
    this.terrain = terrain;
    this.now = now;
  }

  /**
   * Whether a line asks nothing: empty, a comment, or, before the first point, the names of the
   * columns.
   *
   * @param asked whether a line before this one was no such line
   */
  public static boolean isNone(boolean asked, String line) {
    return PointLine.isNone(asked, line);
  }

  /**
   * The answer to a line.
   *
   * @param file the name that errors carry
   * @param number the line's number, from 1
   * @throws DocumentException if the line asks nothing that can be understood
   */
  public String answer(String file, int number, String line) throws DocumentException {
    PointLine asked = PointLine.read(file, number, line);
    Optional<AltitudeAmsl> ground = terrain.findGround(asked.point());
    ZoneAnswer answer =
        index.at(asked.point(), heights(asked, ground), new TimeSpan(asked.at(), asked.at()));
    ObjectNode node = NODES.objectNode().put("line", number);
    node.put("lat", asked.point().latDeg()).put("lon", asked.point().lonDeg());
    node.put("heightM", asked.heightM()).put("reference", asked.reference().name());
    node.put("at", asked.at().toString());
    ground.ifPresent(altitude -> node.put("groundAmslM", altitude.metres()));
    ArrayNode zones = node.putArray("zones");
    for (ZoneHit hit : answer.hits()) {
      if (ground.isPresent() || mayHold(hit.zone(), asked)) {
        zones.add(zone(hit));
      }
    }
    node.put("complete", answer.complete());
    ArrayNode sources = node.putArray("sources");
    answer.sources().forEach(source -> sources.add(ZoneJson.source(source, now)));
    return text(node);
  }

  /** What is said of a line that could not be answered. */
  public static String unanswered(int number, DocumentException why) {
    Problem problem = why.problems().get(0);
    ObjectNode node = NODES.objectNode().put("line", number).put("column", problem.column());
    node.put("error", problem.toString());
    return text(node);
  }

  private static HeightSpan heights(PointLine asked, Optional<AltitudeAmsl> ground) {
    GeoidUndulation geoid = Geoid.egm96().at(asked.point());
    HeightSpan span =
        switch (asked.reference()) {
          case AMSL -> exactly(new AltitudeAmsl(asked.heightM()));
          case WGS84 -> exactly(new HeightAboveEllipsoid(asked.heightM()).aboveSea(geoid));
          case AGL ->
              ground
                  .map(altitude -> exactly(new HeightAboveGround(asked.heightM()).over(altitude)))
                  .orElse(HeightSpan.of(LOWEST, HIGHEST));
        };
    HeightSpan known =
        span.with(
            new UndulationRange(geoid.metres() - GEOID_ERROR_M, geoid.metres() + GEOID_ERROR_M));
    return ground.map(altitude -> known.over(new GroundRange(altitude, altitude))).orElse(known);
  }

  private static HeightSpan exactly(AltitudeAmsl altitude) {
    return HeightSpan.of(altitude, altitude);
  }

  /** Without terrain a height above ground still tells which limits above ground it keeps. */
  private static boolean mayHold(UasZone zone, PointLine asked) {
    return asked.reference() != VerticalReference.AGL
        || zone.geometry().stream().anyMatch(solid -> mayHold(solid.band(), asked.heightM()));
  }

  private static boolean mayHold(VerticalBand band, double aboveGroundM) {
    boolean below = band.upperReference() != VerticalReference.AGL || band.upperM() >= aboveGroundM;
    boolean above = band.lowerReference() != VerticalReference.AGL || band.lowerM() <= aboveGroundM;
    return below && above;
  }

  private static ObjectNode zone(ZoneHit hit) {
    UasZone zone = hit.zone();
    ObjectNode node = NODES.objectNode().put("key", zone.key()).put("name", zone.name());
    node.put("restriction", zone.restriction().name()).put("understood", zone.understood());
    return node.put("source", hit.source().name());
  }

  private static String text(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
