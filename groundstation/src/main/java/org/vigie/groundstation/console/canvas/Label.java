package org.vigie.groundstation.console.canvas;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Point2D;

/**
 * Words that want a place on the map.
 *
 * @param at what they belong to, or where they begin
 * @param besidePx how far beside it they stand; 0: they begin exactly there, or are not shown
 * @param risePx how far above the thing's middle their line lies at first
 */
record Label(
    Rank rank, String text, Font font, Color color, Point2D.Double at, int besidePx, int risePx) {
  /** What is read first; words of a later rank give way. */
  enum Rank {
    SELECTED_AIRCRAFT,
    AIRCRAFT,
    INCIDENT,
    SITE,
    CAMERA,
    ZONE
  }

  /** Words that stand where they are told or nowhere. */
  static Label fixed(Rank rank, String text, Font font, Color color, double left, double baseline) {
    return new Label(rank, text, font, color, new Point2D.Double(left, baseline), 0, 0);
  }
}
