package org.vigie.groundstation.console.screen;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.IncidentCard;
import org.vigie.groundstation.text.Texts;

/** The selected incident; a click on its coordinates copies them. */
final class CardPanel extends Painted {
  private static final long serialVersionUID = 1L;
  private static final int LABEL = 84;
  private static final int LINE = 20;

  private final transient Texts texts;
  private transient @Nullable IncidentCard card;
  private int placeTop = -1;
  private boolean copied;

  CardPanel(Look look, Texts texts, Actions actions) {
    super(look, "card");
    this.texts = texts;
    MouseAdapter mouse =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            IncidentCard now = card;
            if (now != null && onPlace(event)) {
              actions.copy(now.place());
              copied = true;
              repaint();
            }
          }

          @Override
          public void mouseMoved(MouseEvent event) {
            setCursor(
                Cursor.getPredefinedCursor(
                    onPlace(event) ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
          }
        };
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
  }

  private boolean onPlace(MouseEvent event) {
    return placeTop >= 0 && event.getY() >= placeTop && event.getY() < placeTop + 2 * LINE;
  }

  void show(@Nullable IncidentCard next) {
    IncidentCard before = card;
    if (next == null ? before == null : next.equals(before)) {
      return;
    }
    if (next == null || before == null || !next.place().equals(before.place())) {
      copied = false;
    }
    card = next;
    revalidate();
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    IncidentCard now = card;
    return new Dimension(200, now == null ? 64 : 44 + (now.lines().size() + 4) * LINE);
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    pen.setColor(tokens.line());
    pen.fillRect(0, 0, width, 1);
    IncidentCard now = card;
    placeTop = -1;
    if (now == null) {
      pen.setFont(look.small());
      pen.setColor(tokens.muted());
      pen.drawString(
          Wrap.cut(texts.get("console.card.none"), pen.getFontMetrics(), width - 24), 16, 28);
      return;
    }
    pen.setFont(look.bodyBold());
    pen.setColor(tokens.text());
    pen.drawString(Wrap.cut(now.title(), pen.getFontMetrics(), width - 24), 16, 28);
    int top = 52;
    pen.setFont(look.small());
    FontMetrics metrics = pen.getFontMetrics();
    for (IncidentCard.Line line : now.lines()) {
      pen.setColor(tokens.muted());
      pen.drawString(Wrap.cut(line.label(), metrics, LABEL - 4), 16, top);
      pen.setColor(tokens.text());
      List<String> words = Wrap.lines(line.value(), metrics, width - LABEL - 28);
      for (String word : words) {
        pen.drawString(Wrap.cut(word, metrics, width - LABEL - 24), 16 + LABEL, top);
        top += LINE;
      }
    }
    if (!now.place().isEmpty()) {
      placeTop = top - 14;
      pen.setColor(tokens.muted());
      pen.drawString(texts.get("console.card.place"), 16, top);
      pen.setColor(tokens.cyan());
      pen.drawString(Wrap.cut(now.place(), metrics, width - LABEL - 24), 16 + LABEL, top);
      pen.setColor(tokens.muted());
      pen.drawString(
          Wrap.cut(
              texts.get(copied ? "console.card.copied" : "console.card.copy"),
              metrics,
              width - LABEL - 24),
          16 + LABEL,
          top + LINE - 2);
    }
  }
}
