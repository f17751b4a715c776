package org.vigie.groundstation.console.canvas;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import org.vigie.groundstation.console.look.Tokens;

/** Words on the map, on a plate so that they are read over anything. */
final class Labels {
  private Labels() {}

  static void paint(
      Graphics2D pen, Tokens tokens, String text, float left, float baseline, Color color) {
    FontMetrics metrics = pen.getFontMetrics();
    pen.setColor(Tokens.faded(tokens.background(), 0.78));
    pen.fill(
        new RoundRectangle2D.Double(
            left - 4,
            baseline - metrics.getAscent() - 1,
            metrics.stringWidth(text) + 8,
            metrics.getHeight() + 1,
            4,
            4));
    pen.setColor(color);
    pen.drawString(text, left, baseline);
  }
}
