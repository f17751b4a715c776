package org.vigie.groundstation.console.screen;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;

/** A part of the screen that paints itself whole, on its own ground. */
abstract class Painted extends JComponent {
  private static final long serialVersionUID = 1L;
  static final String MARK_RED = "\u25b2";
  static final String MARK_AMBER = "\u25c6";

  /** Leaves what is stale readable, and nothing of it as bright as what is not. */
  private static final double GREY = 0.4;

  final transient Look look;
  final transient Tokens tokens;
  private boolean stale;

  Painted(Look look, String name) {
    this.look = look;
    this.tokens = look.tokens();
    setName(name);
    setOpaque(true);
    setFont(look.small());
  }

  /** Plain components have none of their own, and would not be named to a screen reader. */
  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AccessibleJComponent() {};
    }
    return accessibleContext;
  }

  /** Greys the whole of it, or no more. */
  final void stale(boolean isStale) {
    if (stale != isStale) {
      stale = isStale;
      repaint();
    }
  }

  Color ground() {
    return tokens.surface();
  }

  abstract void paint(Graphics2D pen, int width, int height);

  @Override
  protected final void paintComponent(Graphics graphics) {
    Graphics2D pen = Look.smooth(graphics.create());
    pen.setColor(ground());
    pen.fillRect(0, 0, getWidth(), getHeight());
    paint(pen, getWidth(), getHeight());
    if (stale) {
      pen.setColor(Tokens.faded(ground(), GREY));
      pen.fillRect(0, 0, getWidth(), getHeight());
    }
    pen.dispose();
  }
}
