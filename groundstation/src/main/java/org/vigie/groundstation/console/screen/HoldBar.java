package org.vigie.groundstation.console.screen;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;
import org.vigie.groundstation.console.model.ConsoleKey;
import org.vigie.groundstation.console.model.Level;

/** Fills while its key, or the mouse on it, is held. */
final class HoldBar extends Painted {
  private static final long serialVersionUID = 1L;
  private transient State shown = new State(ConsoleKey.CLEAR, "", false, Level.NORMAL, 0, null);

  /**
   * What it shows.
   *
   * @param key that it stands for
   * @param level of what a confirmation does
   * @param answer what became of the last try, absent when there was none
   */
  record State(
      ConsoleKey key,
      String words,
      boolean possible,
      Level level,
      double progress,
      @Nullable Answer answer) {}

  /** What became of the last try. */
  record Answer(String words, Level level) {}

  HoldBar(Look look, String name, Actions actions) {
    super(look, name);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            if (shown.key() == ConsoleKey.SCENE) {
              actions.enter();
            } else {
              actions.press(shown.key(), Instant.ofEpochMilli(event.getWhen()));
            }
          }

          @Override
          public void mouseReleased(MouseEvent event) {
            actions.release(shown.key(), Instant.ofEpochMilli(event.getWhen()));
          }
        });
  }

  void show(State next) {
    if (!next.equals(shown)) {
      shown = next;
      repaint();
    }
  }

  private Color colour() {
    if (!shown.possible()) {
      return tokens.muted();
    }
    return shown.level() == Level.NORMAL ? tokens.green() : tokens.of(shown.level());
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    pen.setColor(tokens.raised());
    pen.fillRoundRect(0, 0, width, height, 4, 4);
    Color colour = colour();
    pen.setColor(Tokens.faded(colour, 0.45));
    pen.fillRoundRect(0, 0, (int) Math.round(width * shown.progress()), height, 4, 4);
    pen.setColor(colour);
    pen.drawRoundRect(0, 0, width - 1, height - 1, 4, 4);
    Answer answer = shown.progress() == 0 ? shown.answer() : null;
    boolean bold = shown.possible() && answer == null;
    pen.setFont(bold ? look.bodyBold() : look.body());
    pen.setColor(
        answer != null
            ? tokens.of(answer.level())
            : shown.possible() ? tokens.text() : tokens.muted());
    FontMetrics metrics = pen.getFontMetrics();
    String words = answer == null ? shown.words() : answer.words();
    if (metrics.stringWidth(words) > width - 16) {
      pen.setFont(look.small());
      metrics = pen.getFontMetrics();
    }
    String cut = Wrap.cut(words, metrics, width - 16);
    pen.drawString(cut, (width - metrics.stringWidth(cut)) / 2, height / 2 + 6);
  }
}
