package org.vigie.groundstation.console.screen;

import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import org.vigie.groundstation.console.look.Look;

/** Scroll panes without borders. */
final class Scrolls {
  private Scrolls() {}

  static JScrollPane around(JComponent view, Look look) {
    return dressed(
        new JScrollPane(
            view,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER),
        look);
  }

  private static JScrollPane dressed(JScrollPane pane, Look look) {
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.getViewport().setBackground(look.tokens().surface());
    pane.getVerticalScrollBar().setUnitIncrement(16);
    pane.setFocusable(false);
    return pane;
  }

  /** As high as the view wants to be, but no higher than that. */
  static JScrollPane upTo(JComponent view, Look look, int highMax) {
    return dressed(new Limited(view, highMax), look);
  }

  private static final class Limited extends JScrollPane {
    private static final long serialVersionUID = 1L;
    private final int highMax;

    Limited(JComponent view, int highMax) {
      super(
          view,
          ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
          ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
      this.highMax = highMax;
    }

    @Override
    public Dimension getPreferredSize() {
      Dimension wanted = super.getPreferredSize();
      return new Dimension(wanted.width, Math.min(wanted.height, highMax));
    }
  }
}
