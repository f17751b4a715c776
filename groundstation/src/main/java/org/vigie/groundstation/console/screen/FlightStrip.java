package org.vigie.groundstation.console.screen;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.FlightChip;
import org.vigie.groundstation.console.model.Level;

/** Flights on top, the worst first. */
final class FlightStrip extends Painted {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;
  private static final int HIGH = 40;
  private static final int PAD = 12;

  private transient List<FlightChip> chips = List.of();

  FlightStrip(Look look, Actions actions) {
    super(look, "flights");
    MouseAdapter mouse =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            at(event.getX(), actions);
          }

          @Override
          public void mouseEntered(MouseEvent event) {
            actions.holdFlights(true);
          }

          @Override
          public void mouseExited(MouseEvent event) {
            actions.holdFlights(false);
          }
        };
    addMouseListener(mouse);
  }

  void show(List<FlightChip> next) {
    if (!next.equals(chips)) {
      chips = List.copyOf(next);
      revalidate();
      repaint();
    }
  }

  private void at(int x, Actions actions) {
    int left = GAP;
    for (FlightChip chip : chips) {
      int wide = width(chip);
      if (x >= left && x < left + wide && !chip.flightId().isEmpty()) {
        actions.selectFlight(chip.flightId());
      }
      left += wide + GAP;
    }
  }

  private int width(FlightChip chip) {
    FontMetrics bold = getFontMetrics(look.bodyBold());
    FontMetrics body = getFontMetrics(look.body());
    int numbers = chip.numbers().isEmpty() ? 0 : body.stringWidth(chip.numbers()) + PAD;
    return bold.stringWidth(chip.vehicleId() + "  " + chip.state())
        + numbers
        + 2 * PAD
        + mark(chip);
  }

  private static int mark(FlightChip chip) {
    return chip.level().compareTo(Level.AMBER) >= 0 || chip.active() ? 20 : 0;
  }

  @Override
  public Dimension getPreferredSize() {
    int wide = GAP;
    for (FlightChip chip : chips) {
      wide += width(chip) + GAP;
    }
    return new Dimension(wide, 56);
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    int left = GAP;
    int top = (height - HIGH) / 2;
    for (FlightChip chip : chips) {
      int wide = width(chip);
      Color color = tokens.of(chip.level());
      pen.setColor(chip.flightId().isEmpty() ? tokens.surface() : tokens.raised());
      pen.fillRoundRect(left, top, wide, HIGH, 4, 4);
      pen.setColor(chip.selected() ? tokens.cyan() : tokens.line());
      pen.drawRoundRect(left, top, wide - 1, HIGH - 1, 4, 4);
      if (chip.selected()) {
        pen.drawRoundRect(left + 1, top + 1, wide - 3, HIGH - 3, 4, 4);
      }
      int x = left + PAD;
      int base = top + 26;
      if (mark(chip) > 0) {
        pen.setFont(look.body());
        pen.setColor(chip.level() == Level.NORMAL ? tokens.green() : color);
        pen.drawString(
            chip.level() == Level.RED
                ? MARK_RED
                : chip.level() == Level.AMBER ? MARK_AMBER : "\u25cf",
            x,
            base);
        x += mark(chip);
      }
      pen.setFont(look.bodyBold());
      pen.setColor(chip.level() == Level.QUIET ? tokens.muted() : tokens.text());
      pen.drawString(chip.vehicleId(), x, base);
      x += pen.getFontMetrics().stringWidth(chip.vehicleId() + "  ");
      pen.setColor(color);
      pen.drawString(chip.state(), x, base);
      x += pen.getFontMetrics().stringWidth(chip.state()) + PAD;
      pen.setFont(look.body());
      pen.setColor(tokens.text());
      pen.drawString(chip.numbers(), x, base);
      left += wide + GAP;
    }
  }
}
