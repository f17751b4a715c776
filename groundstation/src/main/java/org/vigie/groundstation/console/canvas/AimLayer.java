package org.vigie.groundstation.console.canvas;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.MapScene;

/** The place that a person has chosen for the scene: a cross in a ring, and the way there. */
final class AimLayer {
  private static final double RING_PX = 14;
  private static final double ARM_PX = 22;

  private AimLayer() {}

  static void paint(Graphics2D pen, Projection projection, MapScene.Aim aim, Look look) {
    Point2D.Double at = projection.at(aim.place());
    pen.setColor(look.tokens().cyan());
    @Nullable LatLon from = aim.from();
    if (from != null) {
      pen.setStroke(Strokes.dashes(1.5f, 6, 5));
      pen.draw(new Line2D.Double(projection.at(from), at));
    }
    pen.setStroke(Strokes.solid(2));
    pen.draw(new Ellipse2D.Double(at.x - RING_PX, at.y - RING_PX, 2 * RING_PX, 2 * RING_PX));
    pen.draw(new Line2D.Double(at.x - ARM_PX, at.y, at.x + ARM_PX, at.y));
    pen.draw(new Line2D.Double(at.x, at.y - ARM_PX, at.x, at.y + ARM_PX));
    pen.setFont(look.small());
    FontMetrics metrics = pen.getFontMetrics();
    Labels.paint(
        pen,
        look.tokens(),
        aim.label(),
        (float) (at.x - metrics.stringWidth(aim.label()) / 2.0),
        (float) (at.y + ARM_PX + metrics.getAscent() + 4),
        look.tokens().cyan());
  }
}
