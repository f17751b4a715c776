package org.vigie.groundstation.console.screen;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import org.vigie.groundstation.console.look.Look;

/** Scroll panes without borders. */
final class Scrolls {
  private Scrolls() {}

  static JScrollPane around(JComponent view, Look look) {
    JScrollPane pane =
        new JScrollPane(
            view,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.getViewport().setBackground(look.tokens().surface());
    pane.getVerticalScrollBar().setUnitIncrement(16);
    pane.setFocusable(false);
    return pane;
  }
}
