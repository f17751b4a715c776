package org.vigie.planner.proof;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.obstacle.Obstacle;
import org.vigie.geofence.obstacle.ObstacleFile;
import org.vigie.geofence.obstacle.ObstacleShape;
import org.vigie.geofence.obstacle.Surface;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.geofence.zone.ZoneSet;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.request.Obstacles;

/** What a proof was given of zones, ground and obstacles, by content: files may be named anyhow. */
final class GivenWorld {
  private final AskedTerrain ground;
  private final List<AskedTerrain> surfaces;
  private final ProofInputs inputs;

  /** The same inputs, of which everything that is asked is remembered. */
  GivenWorld(ProofInputs given) {
    this.ground = new AskedTerrain(given.terrain());
    List<Surface> models = given.obstacles().surfaces();
    this.surfaces = models.stream().map(model -> new AskedTerrain(model.heights())).toList();
    List<Surface> watched =
        IntStream.range(0, models.size())
            .mapToObj(i -> new Surface(models.get(i).name(), surfaces.get(i)))
            .toList();
    this.inputs =
        new ProofInputs(
            given.site(),
            given.aircraft(),
            given.zones(),
            given.authorisedZones(),
            ground,
            new Obstacles(watched, given.obstacles().files(), given.obstacles().clearanceM()),
            given.wind(),
            given.limits(),
            given.files());
  }

  ProofInputs inputs() {
    return inputs;
  }

  /** What the terrain answered to what was asked of it. */
  ContentHash groundHash() {
    ContentDigest digest = new ContentDigest();
    ground.digest(digest);
    return digest.hash();
  }

  /** Every zone and every source. */
  static ContentHash zonesHash(ZoneSet zones) {
    ContentDigest digest = new ContentDigest();
    digest.number(zones.sources().size());
    zones.sources().forEach(source -> digest.text(source.toString()));
    digest.number(zones.zones().size());
    zones.zones().forEach(zone -> zone(digest, zone));
    return digest.hash();
  }

  /** Every obstacle, and what the surface models answered. */
  ContentHash obstaclesHash() {
    ContentDigest digest = new ContentDigest();
    digest.number(inputs.obstacles().clearanceM());
    digest.number(surfaces.size());
    for (int i = 0; i < surfaces.size(); i++) {
      digest.text(inputs.obstacles().surfaces().get(i).name());
      surfaces.get(i).digest(digest);
    }
    digest.number(inputs.obstacles().files().size());
    for (ObstacleFile file : inputs.obstacles().files()) {
      digest.number(file.coverage().size());
      file.coverage().forEach(outline -> outline(digest, outline.ring()));
      digest.number(file.obstacles().size());
      file.obstacles().forEach(obstacle -> obstacle(digest, obstacle));
    }
    return digest.hash();
  }

  private static void zone(ContentDigest digest, UasZone zone) {
    digest.text(zone.identifier());
    digest.text(zone.country());
    digest.text(zone.variant().name());
    digest.text(zone.restriction().name());
    digest.text(zone.reasons().toString());
    digest.text(zone.applicability().toString());
    digest.text(zone.information().toString());
    digest.flag(zone.understood());
    digest.number(zone.geometry().size());
    for (ZoneGeometry solid : zone.geometry()) {
      digest.text(solid.band().toString());
      if (solid.projection() instanceof HorizontalProjection.Polygon polygon) {
        outline(digest, polygon.outer().ring());
        digest.number(polygon.holes().size());
        for (GeoPolygon hole : polygon.holes()) {
          outline(digest, hole.ring());
        }
      } else {
        digest.text(solid.projection().toString());
      }
    }
  }

  private static void obstacle(ContentDigest digest, Obstacle obstacle) {
    digest.text(obstacle.name());
    digest.text(obstacle.top().toString());
    if (obstacle.shape() instanceof ObstacleShape.Path path) {
      digest.number(path.radiusM());
      outline(digest, path.points());
    } else {
      digest.text(obstacle.shape().toString());
    }
  }

  private static void outline(ContentDigest digest, List<LatLon> points) {
    digest.number(points.size());
    for (LatLon point : points) {
      digest.number(point.latDeg());
      digest.number(point.lonDeg());
    }
  }
}
