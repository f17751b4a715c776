package org.vigie.groundstation.console.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.client.MapDocument;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;

/**
 * Where the flight is meant to be: flight geography thin white, contingency volume amber dashes,
 * ground risk buffer grey dots, planned line magenta, return thin magenta dashes, rally places, and
 * what the camera sees translucent cyan.
 */
final class PlanLayer {
  private final Look look;

  PlanLayer(Look look) {
    this.look = look;
  }

  void paint(Graphics2D pen, Projection projection, PlanDocument plan) {
    Tokens tokens = look.tokens();
    plan.footprint().forEach(outline -> footprint(pen, projection, outline));
    PlanDocument.PlanVolume volume = plan.volume();
    ring(pen, projection, volume.riskBuffer(), tokens.muted(), Strokes.dots(2));
    ring(pen, projection, volume.contingency(), tokens.amber(), Strokes.dashes(1.5f, 9, 6));
    ring(
        pen,
        projection,
        volume.geography(),
        Tokens.faded(tokens.flown(), 0.85),
        new BasicStroke(1));
    line(pen, projection, plan.path(PlanDocument.Part.RETURN), Strokes.dashes(1.5f, 7, 5), -4);
    line(pen, projection, plan.path(PlanDocument.Part.OUTBOUND), Strokes.solid(2.5f), 0);
    line(pen, projection, plan.path(PlanDocument.Part.SCENE), Strokes.solid(2.5f), 0);
    plan.rally().forEach(place -> rally(pen, projection, place));
    if (plan.target() != null) {
      target(pen, projection.at(plan.target()));
    }
  }

  /** What the camera sees of the ground; under all lines. */
  private void footprint(Graphics2D pen, Projection projection, List<LatLon> outline) {
    if (!outline.isEmpty()) {
      Shape seen = projection.at(Mercator.ring(outline));
      pen.setColor(Tokens.faded(look.tokens().cyan(), 0.16));
      pen.fill(seen);
      pen.setColor(Tokens.faded(look.tokens().cyan(), 0.6));
      pen.setStroke(Strokes.solid(1));
      pen.draw(seen);
    }
  }

  private static void ring(
      Graphics2D pen, Projection projection, List<LatLon> ring, Color color, BasicStroke stroke) {
    if (!ring.isEmpty()) {
      pen.setStroke(stroke);
      pen.setColor(color);
      pen.draw(projection.at(Mercator.ring(ring)));
    }
  }

  /** The way back lies on the way out; it is drawn a little to the side so that both are seen. */
  private void line(
      Graphics2D pen,
      Projection projection,
      List<LatLon> places,
      BasicStroke stroke,
      double aside) {
    pen.setStroke(stroke);
    pen.setColor(look.tokens().magenta());
    Path2D.Double path = new Path2D.Double();
    Point2D.Double before = null;
    for (LatLon place : places) {
      Point2D.Double point = projection.at(place);
      if (before != null && before.distance(point) > 1) {
        double length = before.distance(point);
        double dx = -(point.y - before.y) / length * aside;
        double dy = (point.x - before.x) / length * aside;
        path.append(
            new Line2D.Double(before.x + dx, before.y + dy, point.x + dx, point.y + dy), true);
      }
      before = point;
    }
    pen.draw(path);
  }

  private void rally(Graphics2D pen, Projection projection, LatLon place) {
    Point2D.Double point = projection.at(place);
    pen.setColor(look.tokens().magenta());
    pen.setStroke(Strokes.solid(1.5f));
    pen.draw(new Ellipse2D.Double(point.x - 7, point.y - 7, 14, 14));
    pen.setFont(look.small().deriveFont(10f));
    pen.drawString("R", (float) point.x - 3, (float) point.y + 4);
  }

  private void target(Graphics2D pen, Point2D.Double point) {
    pen.setColor(look.tokens().magenta());
    pen.setStroke(Strokes.solid(1.5f));
    pen.draw(new Line2D.Double(point.x - 6, point.y, point.x + 6, point.y));
    pen.draw(new Line2D.Double(point.x, point.y - 6, point.x, point.y + 6));
  }

  void places(
      Graphics2D pen, Projection projection, List<MapDocument.Place> places, boolean cameras) {
    for (MapDocument.Place place : places) {
      Point2D.Double point = projection.at(place.position());
      pen.setColor(look.tokens().text());
      pen.setStroke(Strokes.solid(1.5f));
      if (cameras) {
        Path2D.Double sign = new Path2D.Double();
        sign.moveTo(point.x - 7, point.y - 4);
        sign.lineTo(point.x + 2, point.y - 4);
        sign.lineTo(point.x + 2, point.y + 4);
        sign.lineTo(point.x - 7, point.y + 4);
        sign.closePath();
        sign.moveTo(point.x + 2, point.y);
        sign.lineTo(point.x + 7, point.y - 4);
        sign.lineTo(point.x + 7, point.y + 4);
        sign.closePath();
        pen.draw(sign);
      } else {
        Path2D.Double sign = new Path2D.Double();
        sign.moveTo(point.x - 7, point.y + 6);
        sign.lineTo(point.x, point.y - 7);
        sign.lineTo(point.x + 7, point.y + 6);
        sign.closePath();
        pen.draw(sign);
      }
    }
  }

  /** The names of places. */
  List<Label> labels(Projection projection, List<MapDocument.Place> places, boolean cameras) {
    return places.stream()
        .map(
            place ->
                new Label(
                    cameras ? Label.Rank.CAMERA : Label.Rank.SITE,
                    place.name(),
                    look.small(),
                    look.tokens().muted(),
                    projection.at(place.position()),
                    12,
                    0))
        .toList();
  }
}
