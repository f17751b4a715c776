package org.vigie.groundstation.console.screen;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JPanel;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.DecisionShown;
import org.vigie.groundstation.console.model.Level;

/** The verdict in a word, the one reason that decides, then the list. */
final class DecisionPanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private final Head head;
  private final DetailList list;

  DecisionPanel(Look look) {
    super(new BorderLayout());
    head = new Head(look);
    list = new DetailList(look, "decision", "");
    add(head, BorderLayout.NORTH);
    add(Scrolls.around(list, look), BorderLayout.CENTER);
  }

  void show(DecisionShown next) {
    head.show(next);
    list.show(next.rows());
  }

  /** What is above the list. */
  private static final class Head extends Painted {
    private static final long serialVersionUID = 1L;
    private static final int LINE = 19;
    private transient DecisionShown shown =
        new DecisionShown("", Level.QUIET, false, "", List.of());

    Head(Look look) {
      super(look, "verdict");
    }

    void show(DecisionShown next) {
      if (!next.equals(shown)) {
        shown = next;
        revalidate();
        repaint();
      }
    }

    private List<String> lines(int width) {
      return shown.deciding().isEmpty()
          ? List.of()
          : Wrap.lines(shown.deciding(), getFontMetrics(look.small()), width - 32);
    }

    @Override
    public Dimension getPreferredSize() {
      int width = getParent() == null ? 320 : Math.max(120, getParent().getWidth());
      return new Dimension(width, 36 + lines(width).size() * LINE + 4);
    }

    @Override
    void paint(Graphics2D pen, int width, int height) {
      pen.setFont(shown.known() ? look.large() : look.small());
      pen.setColor(shown.level() == Level.NORMAL ? tokens.green() : tokens.of(shown.level()));
      pen.drawString(Wrap.cut(shown.verdict(), pen.getFontMetrics(), width - 32), 16, 26);
      pen.setFont(look.small());
      pen.setColor(tokens.text());
      int y = 36 + 10;
      for (String line : lines(width)) {
        pen.drawString(line, 16, y);
        y += LINE;
      }
    }
  }
}
