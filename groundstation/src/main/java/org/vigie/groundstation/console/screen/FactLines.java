package org.vigie.groundstation.console.screen;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.Level;

/** A title and what to look at under it: labels at the left, values at the right. */
final class FactLines extends Painted {
  private static final long serialVersionUID = 1L;
  private static final int ROW = 20;
  private static final int TITLE = 33;
  private static final int LABEL_MAX = 168;
  private static final int GAP = 12;

  private transient Facts shown = new Facts("", Level.NORMAL, List.of(), 88);

  /**
   * What it shows.
   *
   * @param labelPx at least so wide are the labels
   */
  record Facts(String title, Level level, List<Line> lines, int labelPx) {}

  /** One line; a good one is green. */
  record Line(String label, String value, Level level, boolean good) {}

  FactLines(Look look, String name) {
    super(look, name);
  }

  void show(Facts next) {
    if (!next.equals(shown)) {
      boolean grown = next.lines().size() != shown.lines().size();
      shown = next;
      if (grown) {
        revalidate();
      }
      repaint();
    }
  }

  private int labels() {
    FontMetrics metrics = getFontMetrics(look.small());
    int wide = shown.labelPx();
    for (Line line : shown.lines()) {
      wide = Math.max(wide, metrics.stringWidth(line.label()) + GAP);
    }
    return Math.min(LABEL_MAX, wide);
  }

  private List<String> lines(Line line, int width) {
    return Wrap.lines(line.value(), getFontMetrics(look.small()), width - labels() - 32);
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getParent() == null ? 320 : Math.max(160, getParent().getWidth());
    int rows = 0;
    for (Line line : shown.lines()) {
      rows += lines(line, width).size();
    }
    return new Dimension(width, TITLE + rows * ROW);
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    pen.setFont(look.bodyBold());
    pen.setColor(shown.level() == Level.NORMAL ? tokens.text() : tokens.of(shown.level()));
    String mark =
        switch (shown.level()) {
          case RED -> MARK_RED + " ";
          case AMBER -> MARK_AMBER + " ";
          default -> "";
        };
    pen.drawString(Wrap.cut(mark + shown.title(), pen.getFontMetrics(), width - 32), 16, 24);
    pen.setFont(look.small());
    FontMetrics metrics = pen.getFontMetrics();
    int left = 16 + labels();
    int y = 46;
    for (Line line : new ArrayList<>(shown.lines())) {
      pen.setColor(tokens.muted());
      pen.drawString(Wrap.cut(line.label(), metrics, labels() - 4), 16, y);
      pen.setColor(colour(line));
      for (String words : lines(line, width)) {
        pen.drawString(words, left, y);
        y += ROW;
      }
    }
  }

  private Color colour(Line line) {
    return line.good()
        ? tokens.green()
        : line.level() == Level.NORMAL ? tokens.text() : tokens.of(line.level());
  }
}
