package org.vigie.groundstation.console.screen;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.Gauge;
import org.vigie.groundstation.console.model.Level;

/** Six numbers in two columns. */
final class GaugePanel extends Painted {
  private static final long serialVersionUID = 1L;

  /** Height and battery have a line more than the last row: references, and plan and reserve. */
  private static final int[] ROW_TOPS = {4, 81, 158};

  private static final int HEIGHT = 224;

  private static final int COLUMNS = 2;

  private final String none;
  private transient List<Gauge> gauges = List.of();

  GaugePanel(Look look, String none) {
    super(look, "gauges");
    this.none = none;
  }

  void show(List<Gauge> next) {
    if (!next.equals(gauges)) {
      gauges = List.copyOf(next);
      repaint();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(320, HEIGHT);
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    if (gauges.isEmpty()) {
      pen.setColor(tokens.muted());
      pen.setFont(look.small());
      pen.drawString(none, 16, 28);
      return;
    }
    int column = width / COLUMNS;
    for (int i = 0; i < gauges.size(); i++) {
      int left = i % COLUMNS * column + 16;
      gauge(pen, gauges.get(i), left, ROW_TOPS[i / COLUMNS], column - 24);
    }
  }

  private void gauge(Graphics2D pen, Gauge gauge, int left, int top, int room) {
    Color color = tokens.of(gauge.level());
    pen.setFont(look.small());
    FontMetrics small = pen.getFontMetrics();
    pen.setColor(tokens.muted());
    pen.drawString(Wrap.cut(gauge.label(), small, room), left, top + 14);
    boolean bad = gauge.level().compareTo(Level.AMBER) >= 0;
    String mark = bad ? (gauge.level() == Level.RED ? MARK_RED : MARK_AMBER) + " " : "";
    pen.setFont(look.large());
    if (pen.getFontMetrics().stringWidth(mark + gauge.value()) > room) {
      pen.setFont(look.bodyBold());
    }
    pen.setColor(color);
    pen.drawString(Wrap.cut(mark + gauge.value(), pen.getFontMetrics(), room), left, top + 36);
    pen.setFont(look.small());
    pen.setColor(bad ? color : tokens.muted());
    int y = top + 53;
    for (String line : gauge.detail().split("\n")) {
      pen.drawString(Wrap.cut(line, small, room), left, y);
      y += 17;
    }
  }
}
