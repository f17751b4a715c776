package org.vigie.geofence.plane;

import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * An area made ready to be asked often how near other shapes are. Answers are those of the plain
 * distance: 0 where the two share a point. Confined to one thread.
 */
public final class AskedArea {
  private final Geometry area;
  private final Envelope box;
  private final PreparedGeometry prepared;
  private final IndexedFacetDistance edge;

  /**
   * @param area polygons, valid, not empty
   */
  public AskedArea(Geometry area) {
    this.area = area;
    this.box = area.getEnvelopeInternal();
    this.prepared = PreparedGeometryFactory.prepare(area);
    this.edge = new IndexedFacetDistance(area);
  }

  /**
   * How near another shape comes.
   *
   * @param at the point of the area that is nearest; where they meet, one of those they share
   */
  public record Nearest(double metres, Coordinate at) {}

  /** Distance and nearest point of a shape that is not empty. */
  public Nearest nearest(Geometry other) {
    Coordinate[] nearest = edge.nearestPoints(other);
    double metres = nearest[0].distance(nearest[1]);
    if (metres > 0 && prepared.intersects(point(other.getCoordinate()))) {
      return new Nearest(0, other.getCoordinate());
    }
    return metres > 0 && isHeldBy(other)
        ? new Nearest(0, area.getCoordinate())
        : new Nearest(metres, nearest[0]);
  }

  /** The plain distance; 0 for an empty shape. */
  public double metres(Geometry other) {
    return other.isEmpty() ? 0 : nearest(other).metres();
  }

  /** Whether the shape comes nearer than a distance or just as near. */
  public boolean isWithin(Geometry other, double metres) {
    return !other.isEmpty()
        && (edge.isWithinDistance(other, metres)
            || prepared.intersects(point(other.getCoordinate()))
            || isHeldBy(other));
  }

  private boolean isHeldBy(Geometry other) {
    return other.getEnvelopeInternal().contains(box)
        && other.getDimension() == 2
        && SimplePointInAreaLocator.locate(area.getCoordinate(), other) != Location.EXTERIOR;
  }

  private Geometry point(Coordinate at) {
    return area.getFactory().createPoint(at);
  }
}
