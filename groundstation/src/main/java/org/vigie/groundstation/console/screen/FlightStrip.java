package org.vigie.groundstation.console.screen;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.List;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.FlightChip;
import org.vigie.groundstation.console.model.Level;

/**
 * Flights on top, the worst first. Those that do not fit are counted at the edge, in the colour of
 * the worst of them; the wheel and the counts bring them into sight.
 */
final class FlightStrip extends Painted {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;
  private static final int HIGH = 40;
  private static final int PAD = 12;

  /** Room for a count at an edge. */
  private static final int MORE = 64;

  private static final int WHEEL_PX = 96;

  private transient List<FlightChip> chips = List.of();

  /** Left edges of the chips, and behind the last one: measured once, not at each picture. */
  private int[] lefts = {GAP};

  private int offset;
  private String selected = "";

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

          @Override
          public void mouseWheelMoved(MouseWheelEvent event) {
            scroll((int) Math.round(event.getPreciseWheelRotation() * WHEEL_PX));
          }
        };
    addMouseListener(mouse);
    addMouseWheelListener(mouse);
  }

  void show(List<FlightChip> next) {
    if (next.equals(chips)) {
      return;
    }
    chips = List.copyOf(next);
    int whole = whole();
    lefts = measured();
    if (whole() != whole) {
      revalidate();
    }
    String now =
        chips.stream().filter(FlightChip::selected).map(FlightChip::id).findFirst().orElse("");
    if (!now.equals(selected)) {
      selected = now;
      reveal(now);
    }
    repaint();
  }

  private int[] measured() {
    int[] edges = new int[chips.size() + 1];
    edges[0] = GAP;
    for (int i = 0; i < chips.size(); i++) {
      edges[i + 1] = edges[i] + width(chips.get(i)) + GAP;
    }
    return edges;
  }

  private int whole() {
    return lefts[lefts.length - 1];
  }

  private void scroll(int px) {
    int before = clamped();
    offset = Math.max(0, Math.min(whole() - getWidth(), before + px));
    if (offset != before) {
      repaint();
    }
  }

  /** The window may have grown, or flights have gone, since it was scrolled. */
  private int clamped() {
    return Math.max(0, Math.min(offset, whole() - getWidth()));
  }

  /** A flight that was chosen by its key is in sight. */
  private void reveal(String id) {
    for (int i = 0; i < chips.size(); i++) {
      if (chips.get(i).id().equals(id) && getWidth() > 0) {
        int from = clamped();
        if (lefts[i] - MORE < from) {
          offset = Math.max(0, lefts[i] - MORE);
        } else if (lefts[i + 1] + MORE > from + getWidth()) {
          offset = lefts[i + 1] + MORE - getWidth();
        }
      }
    }
  }

  private void at(int x, Actions actions) {
    int from = clamped();
    if (from > 0 && x < MORE) {
      scroll(-getWidth() + 2 * MORE);
      return;
    }
    if (whole() - from > getWidth() && x > getWidth() - MORE) {
      scroll(getWidth() - 2 * MORE);
      return;
    }
    for (int i = 0; i < chips.size(); i++) {
      FlightChip chip = chips.get(i);
      if (x + from >= lefts[i] && x + from < lefts[i + 1] - GAP && !chip.flightId().isEmpty()) {
        actions.selectFlight(chip.flightId());
      }
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
    return new Dimension(whole(), 56);
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    int from = clamped();
    boolean left = from > 0;
    boolean right = whole() - from > width;
    int begin = from + (left ? MORE : 0);
    int end = from + width - (right ? MORE : 0);
    int before = 0;
    int behind = 0;
    Level worstBefore = Level.QUIET;
    Level worstBehind = Level.QUIET;
    int top = (height - HIGH) / 2;
    for (int i = 0; i < chips.size(); i++) {
      FlightChip chip = chips.get(i);
      int wide = lefts[i + 1] - GAP - lefts[i];
      if (lefts[i] < begin && left) {
        before++;
        worstBefore = worstBefore.or(chip.level());
      } else if (lefts[i] + wide > end && right) {
        behind++;
        worstBehind = worstBehind.or(chip.level());
      } else {
        chip(pen, chip, lefts[i] - from, top, wide);
      }
    }
    if (left) {
      more(pen, "\u25c2 " + before, worstBefore, 0, top);
    }
    if (right) {
      more(pen, behind + " \u25b8", worstBehind, width - MORE, top);
    }
  }

  private void more(Graphics2D pen, String words, Level worst, int left, int top) {
    boolean bad = worst.compareTo(Level.AMBER) >= 0;
    pen.setFont(bad ? look.bodyBold() : look.body());
    pen.setColor(bad ? tokens.of(worst) : tokens.muted());
    int wide = pen.getFontMetrics().stringWidth(words);
    pen.drawString(words, left + (MORE - wide) / 2, top + 26);
  }

  private void chip(Graphics2D pen, FlightChip chip, int left, int top, int wide) {
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
  }
}
