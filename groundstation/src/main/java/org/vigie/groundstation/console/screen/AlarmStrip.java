package org.vigie.groundstation.console.screen;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.model.Alarm;
import org.vigie.groundstation.console.model.Level;
import org.vigie.groundstation.text.Texts;

/** Alarms: filled while nobody has seen them, outlined after, there as long as they are true. */
final class AlarmStrip extends Painted {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;
  private static final int PAD = 10;
  private static final int HIGH = 40;

  private final transient Texts texts;
  private transient List<Alarm> alarms = List.of();
  private String lost = "";

  AlarmStrip(Look look, Texts texts) {
    super(look, "alarms");
    this.texts = texts;
  }

  void show(List<Alarm> next, String lostSince) {
    if (!next.equals(alarms) || !lostSince.equals(lost)) {
      alarms = List.copyOf(next);
      lost = lostSince;
      repaint();
    }
  }

  @Override
  void paint(Graphics2D pen, int width, int height) {
    int left = 0;
    int top = (height - HIGH) / 2;
    if (!lost.isEmpty() && alarms.isEmpty()) {
      plate(pen, left, top, width, MARK_AMBER + " " + lost, Level.AMBER, true);
      return;
    }
    for (int i = 0; i < alarms.size(); i++) {
      Alarm alarm = alarms.get(i);
      Level level = alarm.kind().level();
      String words = alarm.kind().name().equals("STATION_LOST") ? lost : alarm.words();
      String text = (level == Level.RED ? MARK_RED : MARK_AMBER) + " " + words;
      int rest = alarms.size() - i - 1;
      int room = width - left - (rest > 0 ? 48 : 0);
      if (i > 0 && room < 120) {
        pen.setFont(look.bodyBold());
        pen.setColor(tokens.text());
        pen.drawString("+" + (rest + 1), left, top + 26);
        return;
      }
      left += plate(pen, left, top, room, text, level, alarm.acknowledged()) + GAP;
    }
    boolean unseen = alarms.stream().anyMatch(alarm -> !alarm.acknowledged());
    String key = texts.get("console.alarm.acknowledge");
    if (unseen && width - left > pen.getFontMetrics(look.small()).stringWidth(key)) {
      pen.setFont(look.small());
      pen.setColor(tokens.muted());
      pen.drawString(key, left, top + 25);
    }
  }

  private int plate(
      Graphics2D pen, int left, int top, int room, String text, Level level, boolean seen) {
    pen.setFont(look.bodyBold());
    FontMetrics metrics = pen.getFontMetrics();
    String shown = Wrap.cut(text, metrics, room - 2 * PAD);
    int wide = Math.min(room, metrics.stringWidth(shown) + 2 * PAD);
    Color color = tokens.of(level);
    pen.setColor(color);
    if (seen) {
      pen.drawRoundRect(left, top, wide - 1, HIGH - 1, 4, 4);
    } else {
      pen.fillRoundRect(left, top, wide, HIGH, 4, 4);
      pen.setColor(tokens.background());
    }
    pen.drawString(shown, left + PAD, top + 26);
    return wide;
  }
}
