package org.vigie.geofence.volume;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.vigie.geofence.plane.Plane;
import org.vigie.geofence.terrain.GroundRange;
import org.vigie.geofence.terrain.Terrain;

/**
 * Lowest and highest ground below an area of any form: boxes are quartered until they lie within it
 * or are small, and none that meets it is left out. Confined to one question.
 */
public final class GroundBelow {
  /** Boxes at the area's edge are at most this long: so much ground beside it may count. */
  private static final double BOX_M = 5;

  /** Parallels bend by less than this within 3 km: a flat box stays inside its corners. */
  private static final double BEND_M = 1;

  private final Terrain terrain;
  private final Plane plane;
  private final PreparedGeometry area;
  private Optional<GroundRange> range = Optional.empty();
  private boolean known = true;

  private GroundBelow(Terrain terrain, Plane plane, Geometry area) {
    this.terrain = terrain;
    this.plane = plane;
    this.area = PreparedGeometryFactory.prepare(area);
  }

  /** The range of all ground below an area; empty when some of it is unknown. */
  public static Optional<GroundRange> of(Terrain terrain, Plane plane, Geometry area) {
    GroundBelow below = new GroundBelow(terrain, plane, area);
    below.look(area.getEnvelopeInternal());
    return below.known ? below.range : Optional.empty();
  }

  private void look(Envelope box) {
    Geometry ground = plane.factory().toGeometry(box);
    if (!known || !area.intersects(ground)) {
      return;
    }
    if (Math.max(box.getWidth(), box.getHeight()) > BOX_M && !area.covers(ground)) {
      Coordinate middle = box.centre();
      look(new Envelope(box.getMinX(), middle.x, box.getMinY(), middle.y));
      look(new Envelope(middle.x, box.getMaxX(), box.getMinY(), middle.y));
      look(new Envelope(box.getMinX(), middle.x, middle.y, box.getMaxY()));
      look(new Envelope(middle.x, box.getMaxX(), middle.y, box.getMaxY()));
      return;
    }
    Optional<GroundRange> found =
        terrain.findRange(
            plane.latLon(new Coordinate(box.getMinX() - BEND_M, box.getMinY() - BEND_M)),
            plane.latLon(new Coordinate(box.getMaxX() + BEND_M, box.getMaxY() + BEND_M)));
    known = found.isPresent();
    range = found.map(here -> range.map(here::and).orElse(here));
  }
}
