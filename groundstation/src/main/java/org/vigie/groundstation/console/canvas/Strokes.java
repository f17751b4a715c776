package org.vigie.groundstation.console.canvas;

import java.awt.BasicStroke;

/** Lines that say what they are without colour. */
final class Strokes {
  private Strokes() {}

  static BasicStroke dashes(float width, float dash, float gap) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, gap}, 0);
  }

  static BasicStroke dots(float width) {
    return new BasicStroke(
        width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {0.1f, width * 3}, 0);
  }

  static BasicStroke solid(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
