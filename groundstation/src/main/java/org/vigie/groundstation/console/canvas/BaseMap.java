package org.vigie.groundstation.console.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.MapFeature;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;

/**
 * Streets, buildings, parks and water as a drawing: works with no network.
 *
 * @threading immutable; tiles are drawn on any thread
 */
final class BaseMap {
  private static final double STREET_WIDTH_M = 8;

  /** From this width on a street's name fits in it. */
  private static final double NAMED_FROM_PX = 9;

  private final List<Shape> areas = new ArrayList<>();
  private final List<Street> streets = new ArrayList<>();
  private final Tokens tokens;
  private final Look look;

  private record Shape(Path2D.Double path, Rectangle2D bounds, Color fill) {}

  private record Street(
      Path2D.Double path, Rectangle2D bounds, double width, String name, Line2D.Double label) {}

  BaseMap(List<MapFeature> features, Look look) {
    this.look = look;
    this.tokens = look.tokens();
    List<Shape> buildings = new ArrayList<>();
    for (MapFeature feature : features) {
      Path2D.Double path = Mercator.path(feature.lines(), feature.closed());
      if (!feature.closed()) {
        streets.add(street(feature, path));
      } else if (feature.kind().equals("building")) {
        buildings.add(new Shape(path, path.getBounds2D(), tokens.building()));
      } else {
        areas.add(new Shape(path, path.getBounds2D(), fill(feature.kind())));
      }
    }
    areas.addAll(buildings);
  }

  private Color fill(String kind) {
    return switch (kind) {
      case "park" -> tokens.park();
      case "water" -> tokens.water();
      case "square", "street" -> tokens.street();
      default -> tokens.building();
    };
  }

  private static Street street(MapFeature feature, Path2D.Double path) {
    double metre = Mercator.metre(feature.lines().get(0).get(0).latDeg());
    double width = feature.widthM() == null ? STREET_WIDTH_M : feature.widthM();
    Rectangle2D bounds = path.getBounds2D();
    Line2D.Double label = new Line2D.Double();
    double longest = 0;
    List<LatLon> line = feature.lines().get(0);
    for (int i = 1; i < line.size(); i++) {
      Point2D.Double a = Mercator.of(line.get(i - 1));
      Point2D.Double b = Mercator.of(line.get(i));
      if (a.distance(b) > longest) {
        longest = a.distance(b);
        label = new Line2D.Double(a, b);
      }
    }
    return new Street(path, bounds, width * metre, feature.name(), label);
  }

  /** Draws a part of the map: its upper left corner and its scale, pixels a side. */
  BufferedImage tile(double left, double top, double scale, int sizePx) {
    BufferedImage image = new BufferedImage(sizePx, sizePx, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = Look.smooth(image.createGraphics());
    pen.setColor(tokens.land());
    pen.fillRect(0, 0, sizePx, sizePx);
    double part = sizePx / scale;
    Rectangle2D seen = new Rectangle2D.Double(left - part / 2, top - part / 2, part * 2, part * 2);
    AffineTransform place = new AffineTransform(scale, 0, 0, scale, -left * scale, -top * scale);
    for (Shape area : areas) {
      if (!area.fill().equals(tokens.building()) && seen.intersects(area.bounds())) {
        pen.setColor(area.fill());
        pen.fill(place.createTransformedShape(area.path()));
      }
    }
    streets(pen, seen, place, scale);
    for (Shape area : areas) {
      if (area.fill().equals(tokens.building()) && seen.intersects(area.bounds())) {
        pen.setColor(area.fill());
        pen.fill(place.createTransformedShape(area.path()));
      }
    }
    names(pen, seen, place, scale);
    pen.dispose();
    return image;
  }

  private void streets(Graphics2D pen, Rectangle2D seen, AffineTransform place, double scale) {
    pen.setColor(tokens.street());
    for (Street street : streets) {
      if (touches(seen, street.bounds())) {
        float width = (float) Math.max(1, street.width() * scale);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(place.createTransformedShape(street.path()));
      }
    }
  }

  /** A straight street has bounds without an area, which {@code intersects} denies. */
  private static boolean touches(Rectangle2D seen, Rectangle2D bounds) {
    return bounds.getMaxX() >= seen.getMinX()
        && bounds.getMinX() <= seen.getMaxX()
        && bounds.getMaxY() >= seen.getMinY()
        && bounds.getMinY() <= seen.getMaxY();
  }

  private void names(Graphics2D pen, Rectangle2D seen, AffineTransform place, double scale) {
    pen.setFont(look.small().deriveFont(11f));
    pen.setColor(Tokens.faded(tokens.muted(), 0.7));
    for (Street street : streets) {
      double length = street.label().getP1().distance(street.label().getP2()) * scale;
      int width = pen.getFontMetrics().stringWidth(street.name());
      if (!street.name().isEmpty()
          && street.width() * scale >= NAMED_FROM_PX
          && length > width
          && touches(seen, street.bounds())) {
        name(pen, street, place, width);
      }
    }
  }

  private static void name(Graphics2D pen, Street street, AffineTransform place, int width) {
    Point2D from = place.transform(street.label().getP1(), null);
    Point2D to = place.transform(street.label().getP2(), null);
    double angle = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
    if (Math.abs(angle) > Math.PI / 2) {
      angle += Math.PI;
    }
    AffineTransform before = pen.getTransform();
    pen.translate((from.getX() + to.getX()) / 2, (from.getY() + to.getY()) / 2);
    pen.rotate(angle);
    pen.drawString(street.name(), -width / 2f, 4f);
    pen.setTransform(before);
  }
}
