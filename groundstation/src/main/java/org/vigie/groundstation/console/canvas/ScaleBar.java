package org.vigie.groundstation.console.canvas;

import java.awt.Graphics2D;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.console.look.Look;

/** How long so many metres are on the map now. */
final class ScaleBar {
  private static final int MOST_PX = 140;
  private static final int[] STEPS = {1, 2, 5};

  private ScaleBar() {}

  static void paint(Graphics2D pen, Look look, Projection projection, int width, int height) {
    double y = (projection.top() + height / 2.0) / projection.scale();
    LatLon middle = Mercator.place((projection.left() + width / 2.0) / projection.scale(), y);
    double metre = projection.pixels(1, middle);
    long length = 1;
    for (long power = 1; power <= 1_000_000; power *= 10) {
      for (int step : STEPS) {
        length = step * power * metre <= MOST_PX ? step * power : length;
      }
    }
    int pixels = (int) Math.round(length * metre);
    int right = width - 16;
    pen.setFont(look.small());
    String text = length >= 1000 ? length / 1000 + "\u00a0km" : length + "\u00a0m";
    Labels.paint(
        pen,
        look.tokens(),
        text,
        right - pen.getFontMetrics().stringWidth(text),
        height - 22f,
        look.tokens().muted());
    pen.setColor(look.tokens().muted());
    pen.setStroke(Strokes.solid(2));
    pen.drawLine(right - pixels, height - 12, right, height - 12);
  }
}
