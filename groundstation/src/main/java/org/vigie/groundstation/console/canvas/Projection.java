package org.vigie.groundstation.console.canvas;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import org.vigie.geofence.geo.LatLon;

/**
 * From places to pixels of what is seen of the map now.
 *
 * @param scale pixels of the whole map's side
 * @param left pixels of the map left of what is seen
 * @param top pixels of the map above what is seen
 */
record Projection(double scale, double left, double top) {
  static Projection of(Rectangle viewport, int zoom) {
    double scale = (double) MapTiles.SIZE_PX * (1L << (MapTiles.ZOOM_TOTAL - zoom));
    return new Projection(scale, viewport.getX(), viewport.getY());
  }

  Point2D.Double at(LatLon place) {
    Point2D.Double point = Mercator.of(place);
    return new Point2D.Double(point.x * scale - left, point.y * scale - top);
  }

  /** A shape of the Mercator square as pixels. */
  Shape at(Shape shape) {
    return new AffineTransform(scale, 0, 0, scale, -left, -top).createTransformedShape(shape);
  }

  /** Pixels of so many metres at a place. */
  double pixels(double metres, LatLon at) {
    return metres * Mercator.metre(at.latDeg()) * scale;
  }
}
