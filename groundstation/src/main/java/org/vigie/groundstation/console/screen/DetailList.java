package org.vigie.groundstation.console.screen;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.Scrollable;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.DetailRow;
import org.vigie.groundstation.console.model.Level;

/** Lines that open to what is behind them. */
final class DetailList extends Painted implements Scrollable {
  private static final long serialVersionUID = 1L;
  private static final int LINE = 19;
  private static final int PAD = 6;

  private final String none;
  private final Set<String> open = new HashSet<>();
  private transient List<DetailRow> rows = List.of();

  DetailList(Look look, String name, String none) {
    super(look, name);
    this.none = none;
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            toggle(event.getY());
          }
        });
  }

  void show(List<DetailRow> next) {
    if (!next.equals(rows)) {
      rows = List.copyOf(next);
      revalidate();
      repaint();
    }
  }

  private void toggle(int y) {
    int top = 4;
    for (DetailRow row : rows) {
      int high = height(row, getWidth());
      if (y >= top && y < top + high && !row.more().isEmpty()) {
        if (!open.remove(row.id())) {
          open.add(row.id());
        }
        revalidate();
        repaint();
        return;
      }
      top += high;
    }
  }

  private FontMetrics metrics() {
    return getFontMetrics(look.small());
  }

  /** The value stands at the right if both fit in a line, else under the title. */
  private boolean inLine(DetailRow row, int width) {
    return metrics().stringWidth(row.title()) + metrics().stringWidth(row.value()) + left(row) + 40
        <= width;
  }

  private static int left(DetailRow row) {
    return row.mark().isEmpty() ? 16 : 36;
  }

  private List<String> title(DetailRow row, int width) {
    return Wrap.lines(row.title(), metrics(), width - left(row) - 24);
  }

  private List<String> value(DetailRow row, int width) {
    return row.value().isEmpty() || inLine(row, width)
        ? List.of()
        : Wrap.lines(row.value(), metrics(), width - left(row) - 24);
  }

  private List<String> more(DetailRow row, int width) {
    List<String> lines = new ArrayList<>();
    if (open.contains(row.id())) {
      for (String text : row.more()) {
        lines.addAll(Wrap.lines(text, metrics(), width - left(row) - 32));
      }
    }
    return lines;
  }

  private int height(DetailRow row, int width) {
    int lines = title(row, width).size() + value(row, width).size() + more(row, width).size();
    return lines * LINE + PAD;
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getParent() == null ? 320 : Math.max(120, getParent().getWidth());
    int high = 8;
    for (DetailRow row : rows) {
      high += height(row, width);
    }
    return new Dimension(width, Math.max(high, 40));
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    pen.setFont(look.small());
    if (rows.isEmpty()) {
      pen.setColor(tokens.muted());
      int y = 26;
      for (String line : Wrap.lines(none, metrics(), width - 32)) {
        pen.drawString(line, 16, y);
        y += LINE;
      }
      return;
    }
    int top = 4;
    Rectangle clip = pen.getClipBounds();
    for (DetailRow row : rows) {
      int high = height(row, width);
      if (clip == null || (top + high >= clip.y && top <= clip.y + clip.height)) {
        row(pen, row, top, width);
      }
      top += high;
    }
  }

  private void row(Graphics2D pen, DetailRow row, int top, int width) {
    int left = left(row);
    int y = top + 16;
    pen.setColor(row.level() == Level.NORMAL ? tokens.green() : tokens.of(row.level()));
    pen.drawString(row.mark(), 16, y);
    boolean plain = row.mark().isEmpty();
    pen.setColor(
        plain
            ? tokens.muted()
            : row.level().compareTo(Level.RED) >= 0 ? tokens.red() : tokens.text());
    boolean inLine = inLine(row, width);
    if (inLine && !row.value().isEmpty()) {
      pen.setColor(plain ? tokens.text() : tokens.muted());
      pen.drawString(row.value(), width - 16 - metrics().stringWidth(row.value()), y);
      pen.setColor(plain ? tokens.muted() : pen(row));
    }
    for (String line : title(row, width)) {
      pen.drawString(line, left, y);
      y += LINE;
    }
    pen.setColor(plain ? tokens.text() : tokens.muted());
    for (String line : value(row, width)) {
      pen.drawString(line, left, y);
      y += LINE;
    }
    List<String> more = more(row, width);
    if (!more.isEmpty()) {
      pen.setColor(tokens.line());
      pen.fillRect(left, y - 13, 2, more.size() * LINE - 2);
    }
    pen.setColor(tokens.text());
    for (String line : more) {
      pen.drawString(line, left + 10, y);
      y += LINE;
    }
  }

  private java.awt.Color pen(DetailRow row) {
    return row.level().compareTo(Level.RED) >= 0 ? tokens.red() : tokens.text();
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return new Dimension(320, 160);
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return LINE;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height - LINE;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() > getPreferredSize().height;
  }
}
