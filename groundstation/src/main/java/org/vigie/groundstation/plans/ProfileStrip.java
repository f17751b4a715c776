package org.vigie.groundstation.plans;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.chart.HeightProfile;
import org.vigie.groundstation.text.Texts;
import org.vigie.groundstation.zones.MapPane;

/**
 * A flight from the side: the ground, the line flown, the least and the greatest height above the
 * ground that it keeps to, the volume's top. Confined to one picture.
 */
final class ProfileStrip {
  private static final int LEFT = 62;
  private static final int RIGHT = 22;
  private static final int TOP = 34;
  private static final int BOTTOM = 30;

  private final Graphics2D pen;
  private final Rectangle frame;
  private final Texts texts;
  private final HeightProfile profile;
  private final boolean volume;
  private final OptionalDouble minAglM;
  private final OptionalDouble maxAglM;
  private final double lengthM;
  private final double lowM;
  private final double highM;

  ProfileStrip(
      Graphics2D pen,
      Rectangle frame,
      Texts texts,
      HeightProfile profile,
      boolean volume,
      OptionalDouble minAglM,
      OptionalDouble maxAglM) {
    this.pen = pen;
    this.frame = new Rectangle(frame);
    this.texts = texts;
    this.profile = profile;
    this.volume = volume;
    this.minAglM = minAglM;
    this.maxAglM = maxAglM;
    List<HeightProfile.Point> points = profile.points();
    lengthM = Math.max(1, points.isEmpty() ? 1 : points.get(points.size() - 1).distanceM());
    double low = profile.homeAmslM();
    double high = profile.volumeTopAmslM();
    for (HeightProfile.Point point : points) {
      Double ground = point.groundAmslM();
      low = Math.min(low, ground == null ? point.plannedAmslM() : ground);
      high = Math.max(high, point.plannedAmslM());
      high = Math.max(high, ground == null ? high : ground + maxAglM.orElse(0));
    }
    lowM = low - 10;
    highM = high + 12;
  }

  void draw() {
    pen.setColor(new Color(0x0c1115));
    pen.fill(frame);
    heights();
    distances();
    ground();
    if (maxAglM.isPresent()) {
      limit(maxAglM.getAsDouble(), Ink.CEILING, "plan.picture.ceiling");
    }
    if (minAglM.isPresent()) {
      limit(minAglM.getAsDouble(), Ink.CLEARANCE, "plan.picture.clearance");
    }
    if (volume) {
      top();
    }
    line();
    pen.setColor(MapPane.WORDS);
    Font font = pen.getFont();
    pen.setFont(font.deriveFont(Font.BOLD));
    pen.drawString(texts.get("plan.picture.profile"), frame.x + 14, frame.y + 21);
    pen.setFont(font);
    pen.setColor(Ink.GRID);
    pen.setStroke(Ink.solid(1));
    pen.draw(frame);
  }

  private double x(double distanceM) {
    return frame.x + LEFT + distanceM / lengthM * (frame.width - LEFT - RIGHT);
  }

  private double y(double amslM) {
    double tall = frame.height - TOP - BOTTOM;
    return frame.y + TOP + (highM - amslM) / (highM - lowM) * tall;
  }

  private void heights() {
    double step = highM - lowM > 160 ? 50 : 20;
    for (double amslM = Math.ceil(lowM / step) * step; amslM <= highM; amslM += step) {
      pen.setColor(Ink.GRID);
      pen.setStroke(Ink.solid(1));
      int at = (int) Math.round(y(amslM));
      pen.drawLine(frame.x + LEFT, at, frame.x + frame.width - RIGHT, at);
      pen.setColor(MapPane.FAINT);
      String words = String.format(Locale.ROOT, "%.0f m", amslM);
      pen.drawString(words, frame.x + LEFT - 8 - pen.getFontMetrics().stringWidth(words), at + 5);
    }
  }

  private void distances() {
    double rough = lengthM / 8;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = rough / power > 5 ? 10 * power : rough / power > 2 ? 5 * power : 2 * power;
    pen.setColor(MapPane.FAINT);
    for (double way = 0; way <= lengthM; way += step) {
      int at = (int) Math.round(x(way));
      pen.drawLine(at, frame.y + frame.height - BOTTOM, at, frame.y + frame.height - BOTTOM + 5);
      String words =
          step >= 1000
              ? String.format(Locale.ROOT, "%.0f km", way / 1000)
              : String.format(Locale.ROOT, "%.0f m", way);
      int wide = pen.getFontMetrics().stringWidth(words);
      if (at + wide / 2 < frame.x + frame.width - 4) {
        pen.drawString(words, at - wide / 2, frame.y + frame.height - 9);
      }
    }
  }

  /** The ground; unknown ground leaves a hatched gap. */
  private void ground() {
    double base = frame.y + frame.height - BOTTOM;
    Path2D area = new Path2D.Double();
    Path2D edge = new Path2D.Double();
    boolean drawing = false;
    double lastX = 0;
    for (HeightProfile.Point point : profile.points()) {
      Double ground = point.groundAmslM();
      double at = x(point.distanceM());
      if (ground == null) {
        if (drawing) {
          area.lineTo(lastX, base);
          area.closePath();
        }
        drawing = false;
        pen.setColor(Ink.clear(Ink.FENCE_OUT, 60));
        pen.fillRect((int) at, frame.y + TOP, 3, frame.height - TOP - BOTTOM);
        continue;
      }
      if (drawing) {
        area.lineTo(at, y(ground));
        edge.lineTo(at, y(ground));
      } else {
        area.moveTo(at, base);
        area.lineTo(at, y(ground));
        edge.moveTo(at, y(ground));
        drawing = true;
      }
      lastX = at;
    }
    if (drawing) {
      area.lineTo(lastX, base);
      area.closePath();
    }
    pen.setPaint(
        new GradientPaint(
            0, frame.y + TOP, Ink.GROUND.brighter(), 0, (float) base, Ink.GROUND.darker()));
    pen.fill(area);
    pen.setColor(Ink.GROUND_EDGE);
    pen.setStroke(Ink.solid(2));
    pen.draw(edge);
  }

  private void limit(double aglM, Color colour, String key) {
    Path2D path = new Path2D.Double();
    boolean drawing = false;
    HeightProfile.@Nullable Point last = null;
    for (HeightProfile.Point point : profile.points()) {
      Double ground = point.groundAmslM();
      if (ground == null) {
        drawing = false;
        continue;
      }
      if (drawing) {
        path.lineTo(x(point.distanceM()), y(ground + aglM));
      } else {
        path.moveTo(x(point.distanceM()), y(ground + aglM));
      }
      drawing = true;
      last = point;
    }
    pen.setColor(colour);
    pen.setStroke(Ink.dashed(1.6, 7, 5));
    pen.draw(path);
    Double ground = last == null ? null : last.groundAmslM();
    if (ground != null) {
      double base = y(ground + aglM) + (aglM == maxAglM.orElse(0) ? -6 : 16);
      right(texts.get(key, aglM), base, colour);
    }
  }

  private void top() {
    int at = (int) Math.round(y(profile.volumeTopAmslM()));
    pen.setColor(Ink.CONTINGENCY);
    pen.setStroke(Ink.solid(1.2));
    pen.drawLine(frame.x + LEFT, at, frame.x + frame.width - RIGHT, at);
    String words = texts.get("plan.picture.top", profile.volumeTopAmslM());
    pen.drawString(words, frame.x + LEFT + 6, at - 5);
  }

  private void right(String words, double base, Color colour) {
    pen.setColor(colour);
    pen.drawString(
        words,
        frame.x + frame.width - RIGHT - pen.getFontMetrics().stringWidth(words) - 4,
        (float) base);
  }

  private void line() {
    HeightProfile.@Nullable Point before = null;
    for (int pass = 0; pass < 2; pass++) {
      before = null;
      for (HeightProfile.Point point : profile.points()) {
        if (before != null) {
          pen.setColor(pass == 0 ? Ink.CASING : Ink.part(point.leg()));
          pen.setStroke(Ink.solid(pass == 0 ? 6 : 3.2));
          pen.draw(
              new Line2D.Double(
                  x(before.distanceM()),
                  y(before.plannedAmslM()),
                  x(point.distanceM()),
                  y(point.plannedAmslM())));
        }
        before = point;
      }
    }
  }
}
