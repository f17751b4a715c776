package org.vigie.groundstation.console.screen;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.FlightChip;
import org.vigie.groundstation.console.model.Level;

/**
 * Flights on top, the worst first. When they do not fit, those that are calm get small, two above
 * each other; those that do not fit then are counted at the edge, in the colour of the worst of
 * them, and the wheel and the counts bring them into sight.
 */
final class FlightStrip extends Painted {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;
  private static final int HIGH = 40;
  private static final int PAD = 12;
  private static final int SMALL_HIGH = 24;
  private static final int SMALL_PAD = 8;
  private static final int SMALL_MARK = 14;

  /** Room for a count at an edge. */
  private static final int MORE = 64;

  private static final int WHEEL_PX = 96;

  private transient List<FlightChip> chips = List.of();

  /** Where the chips stand: measured when they change, not at each picture. */
  private transient List<Place> places = List.of();

  private int measuredFor;
  private int offset;
  private String selected = "";

  FlightStrip(Look look, Actions actions) {
    super(look, "flights");
    MouseAdapter mouse =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            at(event.getX(), event.getY(), actions);
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

  /**
   * Where a chip stands.
   *
   * @param row 0 for the whole height, 1 and 2 for the rows of small ones
   */
  private record Place(int left, int wide, int row) {
    int right() {
      return left + wide;
    }
  }

  void show(List<FlightChip> next) {
    if (next.equals(chips)) {
      return;
    }
    int wanted = wide(chips);
    chips = List.copyOf(next);
    measure();
    if (wide(chips) != wanted) {
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

  /** All chips in their whole size. */
  private int wide(List<FlightChip> all) {
    int wide = GAP;
    for (FlightChip chip : all) {
      wide += width(chip) + GAP;
    }
    return wide;
  }

  private void measure() {
    measuredFor = getWidth();
    boolean crowded = measuredFor > 0 && wide(chips) > measuredFor;
    List<Place> next = new ArrayList<>();
    int left = GAP;
    int above = -1;
    for (int i = 0; i < chips.size(); i++) {
      FlightChip chip = chips.get(i);
      boolean small = crowded && calm(chip);
      if (small && above >= 0) {
        int wide = Math.max(next.get(above).wide(), smallWidth(chip));
        next.set(above, new Place(next.get(above).left(), wide, 1));
        next.add(new Place(next.get(above).left(), wide, 2));
        left = next.get(above).right() + GAP;
        above = -1;
      } else {
        int wide = small ? smallWidth(chip) : width(chip);
        above = small ? i : -1;
        next.add(new Place(left, wide, small ? 1 : 0));
        left += wide + GAP;
      }
    }
    places = next;
  }

  private static boolean calm(FlightChip chip) {
    return chip.level().compareTo(Level.AMBER) < 0 && !chip.selected();
  }

  private int smallWidth(FlightChip chip) {
    int mark = chip.active() ? SMALL_MARK : 0;
    return getFontMetrics(look.small()).stringWidth(chip.vehicleId()) + 2 * SMALL_PAD + mark;
  }

  private int whole() {
    if (measuredFor != getWidth()) {
      measure();
    }
    int right = 0;
    for (Place place : places) {
      right = Math.max(right, place.right());
    }
    return right + GAP;
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
        Place place = places.get(i);
        if (place.left() - MORE < from) {
          offset = Math.max(0, place.left() - MORE);
        } else if (place.right() + MORE > from + getWidth()) {
          offset = place.right() + MORE - getWidth();
        }
      }
    }
  }

  private void at(int x, int y, Actions actions) {
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
      Place place = places.get(i);
      boolean inRow = place.row() == 0 || (place.row() == 1) == (y < getHeight() / 2);
      boolean here = x + from >= place.left() && x + from < place.right();
      if (here && inRow && !chips.get(i).flightId().isEmpty()) {
        actions.selectFlight(chips.get(i).flightId());
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
    return new Dimension(wide(chips), 56);
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
      Place place = places.get(i);
      if (place.left() < begin && left) {
        before++;
        worstBefore = worstBefore.or(chip.level());
      } else if (place.right() > end && right) {
        behind++;
        worstBehind = worstBehind.or(chip.level());
      } else if (place.row() == 0) {
        chip(pen, chip, place.left() - from, top, place.wide());
      } else {
        int row = height / 2 + (place.row() == 1 ? -SMALL_HIGH - 2 : 2);
        small(pen, chip, place.left() - from, row, place.wide());
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

  /** A calm flight among many: which, and whether it flies. */
  private void small(Graphics2D pen, FlightChip chip, int left, int top, int wide) {
    pen.setColor(chip.flightId().isEmpty() ? tokens.surface() : tokens.raised());
    pen.fillRoundRect(left, top, wide, SMALL_HIGH, 4, 4);
    pen.setColor(tokens.line());
    pen.drawRoundRect(left, top, wide - 1, SMALL_HIGH - 1, 4, 4);
    pen.setFont(look.small());
    int x = left + SMALL_PAD;
    if (chip.active()) {
      pen.setColor(tokens.green());
      pen.drawString("\u25cf", x, top + 17);
      x += SMALL_MARK;
    }
    pen.setColor(chip.level() == Level.QUIET ? tokens.muted() : tokens.text());
    pen.drawString(chip.vehicleId(), x, top + 17);
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
