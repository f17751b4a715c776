package org.vigie.groundstation.console.screen;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Instant;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;
import org.vigie.groundstation.console.model.Clearance;
import org.vigie.groundstation.console.model.ConsoleKey;
import org.vigie.groundstation.console.model.Level;
import org.vigie.groundstation.text.Texts;

/** Place, decision, volume, battery, who; a bar that is held, and a way to refuse with a reason. */
final class ClearancePanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private final Facts facts;
  private final HoldBar bar;
  private final JTextField reason = new JTextField();
  private transient @Nullable String flightId;

  ClearancePanel(Look look, Texts texts, Actions actions) {
    super(new BorderLayout());
    setName("clearance");
    setBackground(look.tokens().surface());
    facts = new Facts(look, texts);
    bar = new HoldBar(look, texts, actions);
    JPanel foot =
        new JPanel(new MigLayout("insets 4 16 8 16, gap 8, fillx", "[][grow][]", "[]8[]"));
    foot.setBackground(look.tokens().surface());
    foot.add(bar, "span 3, growx, h 44!, wrap");
    JLabel label = new JLabel(texts.get("console.clearance.reason"));
    label.setForeground(look.tokens().muted());
    label.setLabelFor(reason);
    reason.setName("refusal");
    reason.addActionListener(event -> refuse(actions));
    JButton refuse = new JButton(texts.get("console.clearance.refuse", ConsoleKey.REFUSE.key()));
    refuse.setName("refuse");
    refuse.addActionListener(event -> refuse(actions));
    foot.add(label);
    foot.add(reason, "growx, wmin 60");
    foot.add(refuse);
    add(facts, BorderLayout.CENTER);
    add(foot, BorderLayout.SOUTH);
  }

  private void refuse(Actions actions) {
    if (reason.getText().isBlank()) {
      reason.requestFocusInWindow();
    } else {
      actions.refuse(reason.getText().strip());
    }
  }

  /** The key for refusing: goes to the reason first, then sends it. */
  void refuseKey(Actions actions) {
    if (reason.isFocusOwner()) {
      refuse(actions);
    } else {
      reason.requestFocusInWindow();
    }
  }

  void show(Clearance next) {
    if (!next.flightId().equals(flightId)) {
      flightId = next.flightId();
      reason.setText("");
    }
    facts.show(next);
    bar.show(next);
  }

  /** The five things to look at. */
  private static final class Facts extends Painted {
    private static final long serialVersionUID = 1L;
    private static final int ROW = 20;
    private static final int LABEL = 88;
    private final transient Texts texts;
    private transient @Nullable Clearance shown;

    Facts(Look look, Texts texts) {
      super(look, "clearance-facts");
      this.texts = texts;
    }

    void show(Clearance next) {
      if (!next.equals(shown)) {
        shown = next;
        repaint();
      }
    }

    @Override
    public Dimension getPreferredSize() {
      return new Dimension(320, 36 + 5 * ROW);
    }

    @Override
    void paint(Graphics2D pen, int width, int height) {
      Clearance now = shown;
      if (now == null) {
        return;
      }
      pen.setFont(look.bodyBold());
      pen.setColor(tokens.amber());
      String waits = MARK_AMBER + " " + texts.get("console.clearance.title", now.since());
      pen.drawString(Wrap.cut(waits, pen.getFontMetrics(), width - 32), 16, 24);
      int y = 46;
      row(pen, "place", now.place(), tokens.text(), y, width);
      row(
          pen,
          "decision",
          now.verdict(),
          now.verdictLevel() == Level.NORMAL ? tokens.green() : tokens.of(now.verdictLevel()),
          y + ROW,
          width);
      row(pen, "volume", now.volume(), tokens.text(), y + 2 * ROW, width);
      row(pen, "battery", now.battery(), tokens.text(), y + 3 * ROW, width);
      row(pen, "who", now.who(), tokens.text(), y + 4 * ROW, width);
    }

    private void row(Graphics2D pen, String key, String value, Color color, int y, int width) {
      pen.setFont(look.small());
      pen.setColor(tokens.muted());
      pen.drawString(texts.get("console.clearance." + key), 16, y);
      pen.setColor(color);
      FontMetrics metrics = pen.getFontMetrics();
      pen.drawString(Wrap.cut(value, metrics, width - LABEL - 32), 16 + LABEL, y);
    }
  }

  /** Fills while its key, or the mouse on it, is held. */
  private static final class HoldBar extends Painted {
    private static final long serialVersionUID = 1L;
    private final transient Texts texts;
    private transient @Nullable Clearance shown;

    HoldBar(Look look, Texts texts, Actions actions) {
      super(look, "clear");
      this.texts = texts;
      addMouseListener(
          new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
              actions.press(ConsoleKey.CLEAR, Instant.ofEpochMilli(event.getWhen()));
            }

            @Override
            public void mouseReleased(MouseEvent event) {
              actions.release(ConsoleKey.CLEAR, Instant.ofEpochMilli(event.getWhen()));
            }
          });
    }

    void show(Clearance next) {
      if (!next.equals(shown)) {
        shown = next;
        repaint();
      }
    }

    @Override
    void paint(Graphics2D pen, int width, int height) {
      Clearance now = shown;
      if (now == null) {
        return;
      }
      boolean possible = now.possible();
      pen.setColor(tokens.raised());
      pen.fillRoundRect(0, 0, width, height, 4, 4);
      Color color = possible ? tokens.green() : tokens.muted();
      pen.setColor(Tokens.faded(color, 0.45));
      pen.fillRoundRect(0, 0, (int) Math.round(width * now.progress()), height, 4, 4);
      pen.setColor(color);
      pen.drawRoundRect(0, 0, width - 1, height - 1, 4, 4);
      boolean answered = !now.answer().isEmpty() && now.progress() == 0;
      String words =
          answered
              ? now.answer()
              : possible
                  ? texts.get("console.clearance.hold", ConsoleKey.CLEAR.key())
                  : now.obstacle();
      pen.setFont(possible && !answered ? look.bodyBold() : look.body());
      pen.setColor(
          answered ? tokens.of(now.answerLevel()) : possible ? tokens.text() : tokens.muted());
      FontMetrics metrics = pen.getFontMetrics();
      String cut = Wrap.cut(words, metrics, width - 16);
      pen.drawString(cut, (width - metrics.stringWidth(cut)) / 2, height / 2 + 6);
    }
  }
}
