package org.vigie.groundstation.console.canvas;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.groundstation.console.look.Tokens;

/**
 * Words on the map, on plates so that they are read over anything. No two overlap: by rank, each
 * takes its first place that is free, to the right of its thing, to the left, below or above; one
 * that finds none is not shown.
 */
final class Labels {
  /** More are not read; each costs a comparison with all before it. */
  static final int SHOWN_MAX = 200;

  private static final int PAD_PX = 4;

  private Labels() {}

  /** A label and where it stands. */
  record Placed(Label label, float left, float baseline, Rectangle2D plate) {}

  /**
   * Finds a place for each label that can have one.
   *
   * @param taken where no label may stand
   * @param seen what is seen of the map; a place within goes before one that is cut off
   */
  static List<Placed> place(
      Graphics2D pen, List<Label> labels, List<Rectangle2D> taken, Rectangle2D seen) {
    List<Rectangle2D> full = new ArrayList<>(taken);
    List<Placed> placed = new ArrayList<>();
    List<Label> byRank = new ArrayList<>(labels);
    byRank.sort(Comparator.comparing(Label::rank));
    for (Label label : byRank.subList(0, Math.min(SHOWN_MAX, byRank.size()))) {
      List<Placed> places = new ArrayList<>(places(pen, label));
      places.sort(Comparator.comparing(one -> !seen.contains(one.plate())));
      for (Placed tried : places) {
        if (full.stream().noneMatch(tried.plate()::intersects)) {
          placed.add(tried);
          full.add(tried.plate());
          break;
        }
      }
    }
    return placed;
  }

  private static List<Placed> places(Graphics2D pen, Label label) {
    FontMetrics metrics = pen.getFontMetrics(label.font());
    double width = metrics.stringWidth(label.text());
    Point2D.Double at = label.at();
    if (label.besidePx() == 0) {
      return List.of(at(metrics, label, at.x, at.y));
    }
    double beside = label.besidePx();
    double level = at.y + 5;
    double middle = at.x - width / 2;
    return List.of(
        at(metrics, label, at.x + beside, level - label.risePx()),
        at(metrics, label, at.x + beside, level + label.risePx()),
        at(metrics, label, at.x - beside - width, level - label.risePx()),
        at(metrics, label, middle, at.y + beside + metrics.getAscent()),
        at(metrics, label, middle, at.y - beside - metrics.getDescent()));
  }

  private static Placed at(FontMetrics metrics, Label label, double left, double baseline) {
    Rectangle2D plate = plate(metrics, label.text(), left, baseline);
    return new Placed(label, (float) left, (float) baseline, plate);
  }

  /** What a text would cover. */
  static Rectangle2D plate(FontMetrics metrics, String text, double left, double baseline) {
    return new Rectangle2D.Double(
        left - PAD_PX,
        baseline - metrics.getAscent() - 1,
        metrics.stringWidth(text) + 2.0 * PAD_PX,
        metrics.getHeight() + 1.0);
  }

  static void paint(Graphics2D pen, Tokens tokens, List<Placed> placed) {
    for (Placed one : placed) {
      pen.setFont(one.label().font());
      paint(pen, tokens, one.label().text(), one.left(), one.baseline(), one.label().color());
    }
  }

  /** Words that stand where they are told. */
  static void paint(
      Graphics2D pen, Tokens tokens, String text, float left, float baseline, Color color) {
    Rectangle2D plate = plate(pen.getFontMetrics(), text, left, baseline);
    pen.setColor(Tokens.faded(tokens.background(), 0.78));
    pen.fill(
        new RoundRectangle2D.Double(
            plate.getX(), plate.getY(), plate.getWidth(), plate.getHeight(), 4, 4));
    pen.setColor(color);
    pen.drawString(text, left, baseline);
  }
}
