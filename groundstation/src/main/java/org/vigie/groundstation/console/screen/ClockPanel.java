package org.vigie.groundstation.console.screen;

import java.awt.Dimension;
import java.awt.Graphics2D;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.TopBar;

/** Local time, UTC beside it, and who is at the console. */
final class ClockPanel extends Painted {
  private static final long serialVersionUID = 1L;
  private transient @Nullable TopBar shown;

  ClockPanel(Look look) {
    super(look, "clock");
  }

  void show(TopBar next) {
    TopBar before = shown;
    shown = next;
    if (before == null
        || !before.local().equals(next.local())
        || !before.who().equals(next.who())
        || !before.lost().equals(next.lost())) {
      revalidate();
      repaint();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    TopBar now = shown;
    int who =
        now == null
            ? 100
            : Math.max(
                getFontMetrics(look.body()).stringWidth(now.who()),
                getFontMetrics(look.small()).stringWidth(now.service()));
    return new Dimension(96 + 24 + Math.min(200, who) + 16, 56);
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    TopBar now = shown;
    if (now == null) {
      return;
    }
    pen.setFont(look.large());
    pen.setColor(now.lost().isEmpty() ? tokens.text() : tokens.muted());
    pen.drawString(now.local(), 0, 26);
    pen.setFont(look.small());
    pen.setColor(tokens.muted());
    pen.drawString(now.utc(), 0, 46);
    int left = 120;
    pen.setFont(look.body());
    pen.setColor(tokens.text());
    pen.drawString(Wrap.cut(now.who(), pen.getFontMetrics(), width - left - 8), left, 25);
    pen.setFont(look.small());
    pen.setColor(tokens.muted());
    pen.drawString(Wrap.cut(now.service(), pen.getFontMetrics(), width - left - 8), left, 46);
  }
}
