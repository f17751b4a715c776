package org.vigie.groundstation.console.screen;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.IncidentRow;
import org.vigie.groundstation.console.model.Level;

/** Incidents at the left. */
final class IncidentList extends Painted {
  private static final long serialVersionUID = 1L;
  private static final int ROW = 48;

  private final String title;
  private final String none;
  private transient List<IncidentRow> rows = List.of();

  IncidentList(Look look, String title, String none, Actions actions) {
    super(look, "incidents");
    this.title = title;
    this.none = none;
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            int place = (event.getY() - 32) / ROW;
            if (event.getY() >= 32 && place < rows.size()) {
              actions.selectIncident(rows.get(place).id());
            }
          }

          @Override
          public void mouseEntered(MouseEvent event) {
            actions.holdIncidents(true);
          }

          @Override
          public void mouseExited(MouseEvent event) {
            actions.holdIncidents(false);
          }
        });
  }

  void show(List<IncidentRow> next) {
    if (!next.equals(rows)) {
      boolean grown = next.size() != rows.size();
      rows = List.copyOf(next);
      if (grown) {
        revalidate();
      }
      repaint();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(200, 32 + Math.max(1, rows.size()) * ROW);
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    pen.setFont(look.small());
    pen.setColor(tokens.muted());
    pen.drawString(title, 16, 22);
    if (rows.isEmpty()) {
      pen.drawString(none, 16, 32 + 22);
    }
    int top = 32;
    for (IncidentRow row : rows) {
      if (row.selected()) {
        pen.setColor(tokens.raised());
        pen.fillRect(0, top, width, ROW);
        pen.setColor(tokens.cyan());
        pen.fillRect(0, top, 3, ROW);
      }
      pen.setFont(look.small());
      pen.setColor(row.level() == Level.QUIET ? tokens.muted() : tokens.of(row.level()));
      pen.drawString(row.level() == Level.QUIET ? "\u25c7" : MARK_AMBER, 12, top + 20);
      FontMetrics small = pen.getFontMetrics();
      pen.setColor(tokens.muted());
      pen.drawString(row.age(), width - 12 - small.stringWidth(row.age()), top + 20);
      pen.drawString(Wrap.cut(row.state(), small, width - 44), 32, top + 38);
      pen.setFont(look.bodyBold());
      pen.setColor(row.level() == Level.QUIET ? tokens.muted() : tokens.text());
      int room = width - 32 - 24 - small.stringWidth(row.age());
      pen.drawString(
          Wrap.cut(row.id() + " " + row.type(), pen.getFontMetrics(), room), 32, top + 20);
      top += ROW;
    }
  }
}
