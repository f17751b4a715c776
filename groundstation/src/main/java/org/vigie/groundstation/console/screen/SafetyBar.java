package org.vigie.groundstation.console.screen;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;
import org.vigie.groundstation.console.model.ConsoleKey;
import org.vigie.groundstation.console.model.Level;
import org.vigie.groundstation.console.model.SafetyShown;
import org.vigie.groundstation.text.Texts;

/** The lower edge: what the keys do now, and the keys that never move and are never disabled. */
final class SafetyBar extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final List<ConsoleKey> SAFETY =
      List.of(ConsoleKey.HOLD, ConsoleKey.RETURN, ConsoleKey.LAND);
  private static final List<ConsoleKey> SMALLER =
      List.of(ConsoleKey.RESUME, ConsoleKey.ABORT, ConsoleKey.AVOID, ConsoleKey.SCENE);

  /** What is left in a safety key for its word; one that is longer makes all of them smaller. */
  private static final int LARGE_WORDS_PX = 124;

  private final Hint hint;
  private final transient Map<ConsoleKey, Key> keys = new EnumMap<>(ConsoleKey.class);

  SafetyBar(Look look, Texts texts, Actions actions) {
    super(new MigLayout("insets 0 16 0 16, gap 8, fill", "[grow][]24[][][]24[]", "[64!]"));
    setBackground(look.tokens().surface());
    hint = new Hint(look);
    add(hint, "grow, wmin 100");
    JPanel smaller = new JPanel(new MigLayout("insets 0, gap 8 4, wrap 2"));
    smaller.setBackground(look.tokens().surface());
    for (ConsoleKey key : SMALLER) {
      Key button = new Key(look, key, words(texts, key), look.small(), actions);
      keys.put(key, button);
      smaller.add(button, "w 128!, h 26!");
    }
    add(smaller);
    boolean allFit =
        SAFETY.stream()
            .allMatch(
                key ->
                    getFontMetrics(look.large()).stringWidth(words(texts, key)) <= LARGE_WORDS_PX);
    for (ConsoleKey key : SAFETY) {
      Key button =
          new Key(look, key, words(texts, key), allFit ? look.large() : look.bodyBold(), actions);
      keys.put(key, button);
      add(button, "w 176!, h 52!");
    }
    Key terminate =
        new Key(
            look, ConsoleKey.TERMINATE, words(texts, ConsoleKey.TERMINATE), look.small(), actions);
    keys.put(ConsoleKey.TERMINATE, terminate);
    add(terminate, "w 132!, h 40!");
  }

  private static String words(Texts texts, ConsoleKey key) {
    return texts.name("console.key", key.name());
  }

  void show(SafetyShown next) {
    hint.show(next);
    keys.forEach(
        (key, button) ->
            button.show(next.brief().get(key), key == ConsoleKey.TERMINATE && next.guardLifted()));
  }

  /** The line of words at the left. */
  private static final class Hint extends Painted {
    private static final long serialVersionUID = 1L;
    private String words = "";
    private Level level = Level.NORMAL;

    Hint(Look look) {
      super(look, "hint");
    }

    void show(SafetyShown next) {
      if (!next.hint().equals(words) || next.hintLevel() != level) {
        words = next.hint();
        level = next.hintLevel();
        repaint();
      }
    }

    @Override
    void paint(Graphics2D pen, int width, int height) {
      pen.setFont(look.body());
      pen.setColor(level == Level.NORMAL ? tokens.muted() : tokens.of(level));
      FontMetrics metrics = pen.getFontMetrics();
      List<String> lines = Wrap.lines(words, metrics, width);
      int y = height / 2 + 6 - (Math.min(2, lines.size()) - 1) * 10;
      for (int i = 0; i < Math.min(2, lines.size()); i++) {
        boolean last = i == 1 && lines.size() > 2;
        String line = last ? lines.get(i) + " \u2026" : lines.get(i);
        pen.drawString(Wrap.cut(line, metrics, width), 0, y);
        y += 20;
      }
    }
  }

  /** One key: acts when it goes down, not when it comes up. */
  private static final class Key extends Painted {
    private static final long serialVersionUID = 1L;
    private final ConsoleKey key;
    private final String words;
    private final boolean large;
    private final transient Font font;
    private transient SafetyShown.@Nullable Brief brief;
    private boolean down;
    private boolean unguarded;

    Key(Look look, ConsoleKey key, String words, Font font, Actions actions) {
      super(look, "key-" + key);
      this.key = key;
      this.words = words;
      this.large = SAFETY.contains(key);
      this.font = font;
      getAccessibleContext().setAccessibleName(words + " " + key.key());
      addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
              down = true;
              actions.press(key, Instant.ofEpochMilli(event.getWhen()));
              repaint();
            }

            @Override
            public void mouseReleased(MouseEvent event) {
              down = false;
              actions.release(key, Instant.ofEpochMilli(event.getWhen()));
              repaint();
            }
          });
    }

    void show(SafetyShown.@Nullable Brief next, boolean guardLifted) {
      if (!Objects.equals(next, brief) || guardLifted != unguarded) {
        brief = next;
        unguarded = guardLifted;
        repaint();
      }
    }

    @Override
    public Dimension getPreferredSize() {
      return large ? new Dimension(176, 52) : new Dimension(128, 26);
    }

    /** A flat key: what became of its order stands where its name was. */
    private void flat(Graphics2D pen, int width, int height) {
      SafetyShown.Brief now = brief;
      pen.setFont(font);
      FontMetrics metrics = pen.getFontMetrics();
      String right = now == null ? key.key() : now.words();
      int rightWide = metrics.stringWidth(right);
      int base = height / 2 + 5;
      pen.setColor(
          now == null
              ? tokens.muted()
              : now.level() == Level.NORMAL ? tokens.green() : tokens.of(now.level()));
      pen.drawString(right, width - 10 - rightWide, base);
      pen.setColor(unguarded ? tokens.red() : tokens.text());
      pen.drawString(Wrap.cut(words, metrics, width - 26 - rightWide), 10, base);
    }

    /** Hatched while it does nothing but lift. */
    private void guard(Graphics2D pen, int width, int height) {
      pen.setColor(unguarded ? Tokens.faded(tokens.red(), 0.3) : Tokens.faded(tokens.line(), 0.6));
      if (unguarded) {
        pen.fillRoundRect(0, 0, width, height, 4, 4);
      } else {
        for (int x = -height; x < width; x += 10) {
          pen.drawLine(x, height, x + height, 0);
        }
      }
      pen.setColor(unguarded ? tokens.red() : tokens.muted());
      pen.drawRoundRect(0, 0, width - 1, height - 1, 4, 4);
    }

    @Override
    void paint(Graphics2D pen, int width, int height) {
      SafetyShown.Brief now = brief;
      Level level = now == null ? Level.NORMAL : now.level();
      pen.setColor(down ? tokens.line() : tokens.raised());
      pen.fillRoundRect(0, 0, width, height, 4, 4);
      pen.setColor(
          level.compareTo(Level.AMBER) >= 0
              ? tokens.of(level)
              : large ? tokens.text() : tokens.line());
      pen.drawRoundRect(0, 0, width - 1, height - 1, 4, 4);
      if (!large) {
        if (key == ConsoleKey.TERMINATE) {
          guard(pen, width, height);
        }
        flat(pen, width, height);
        return;
      }
      pen.drawRoundRect(1, 1, width - 3, height - 3, 4, 4);
      pen.setFont(look.small());
      FontMetrics small = pen.getFontMetrics();
      int keyWide = small.stringWidth(key.key());
      pen.setColor(tokens.muted());
      int base = now == null ? height / 2 + 6 : height / 2;
      pen.drawString(key.key(), width - 12 - keyWide, base - 1);
      pen.setFont(font);
      pen.setColor(tokens.text());
      pen.drawString(Wrap.cut(words, pen.getFontMetrics(), width - 28 - keyWide), 12, base + 1);
      if (now != null) {
        pen.setFont(look.small());
        pen.setColor(level == Level.NORMAL ? tokens.green() : tokens.of(level));
        pen.drawString(Wrap.cut(now.words(), small, width - 24), 12, height - 8);
      }
    }
  }
}
