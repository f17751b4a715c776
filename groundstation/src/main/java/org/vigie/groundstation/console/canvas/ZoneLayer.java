package org.vigie.groundstation.console.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.groundstation.client.MapDocument;
import org.vigie.groundstation.console.look.Look;
import org.vigie.groundstation.console.look.Tokens;

/**
 * Geographical zones: prohibited red with a diagonal hatch, authorisation amber with a light one,
 * conditional cyan dashes, information grey dots; those not in force now at 30 %. The hatch follows
 * the inside of the edge, as on aeronautical charts: a zone over the whole town hides nothing of
 * it. Zones that are larger than what is seen are named at the side.
 */
final class ZoneLayer {
  private static final double NOT_IN_FORCE = 0.3;
  private static final int HATCH_PX = 10;
  private static final int LIGHT_HATCH_PX = 18;

  /** How far inside the edge the hatch reaches. */
  private static final int BAND_PX = 28;

  private final Look look;
  private final Map<String, Paint> hatches = new HashMap<>();

  ZoneLayer(Look look) {
    this.look = look;
  }

  /** Paints the zones; what they are called is for later. */
  List<Label> paint(
      Graphics2D pen, Projection projection, List<MapDocument.Zone> zones, int width, int height) {
    List<Label> labels = new ArrayList<>();
    Rectangle2D seen = new Rectangle2D.Double(0, 0, width, height);
    float around = 28;
    for (MapDocument.Zone zone : zones) {
      Path2D.Double path = Mercator.path(zone.shape().lines(), zone.shape().closed());
      Shape shape = projection.at(path);
      if (!shape.intersects(seen)) {
        continue;
      }
      double strength = zone.inForce() ? 1 : NOT_IN_FORCE;
      if (shape.contains(seen)) {
        labels.add(around(zone, strength, around));
        around += 22;
        continue;
      }
      switch (zone.kind()) {
        case "prohibited" -> {
          fill(pen, shape, look.tokens().red(), 0.55 * strength, HATCH_PX);
          line(pen, shape, look.tokens().red(), strength, new BasicStroke(2));
        }
        case "authorisation" -> {
          fill(pen, shape, look.tokens().amber(), 0.3 * strength, LIGHT_HATCH_PX);
          line(pen, shape, look.tokens().amber(), strength, new BasicStroke(1.5f));
        }
        case "conditional" ->
            line(pen, shape, look.tokens().cyan(), strength, Strokes.dashes(1.5f, 10, 6));
        default -> line(pen, shape, look.tokens().muted(), strength, Strokes.dots(2));
      }
      label(pen, shape, zone, strength).ifPresent(labels::add);
    }
    return labels;
  }

  private void fill(Graphics2D pen, Shape shape, Color color, double strength, int step) {
    String key = color.getRGB() + "/" + strength + "/" + step;
    pen.setPaint(hatches.computeIfAbsent(key, k -> hatch(Tokens.faded(color, strength), step)));
    Shape clip = pen.getClip();
    pen.clip(shape);
    pen.setStroke(new BasicStroke(2 * BAND_PX));
    pen.draw(shape);
    pen.setClip(clip);
  }

  private Label around(MapDocument.Zone zone, double strength, float y) {
    Color color =
        switch (zone.kind()) {
          case "prohibited" -> look.tokens().red();
          case "authorisation" -> look.tokens().amber();
          case "conditional" -> look.tokens().cyan();
          default -> look.tokens().muted();
        };
    return Label.fixed(
        Label.Rank.ZONE,
        "\u25a8 " + text(zone),
        look.small(),
        Tokens.faded(color, Math.max(0.6, strength)),
        14,
        y);
  }

  private static String text(MapDocument.Zone zone) {
    return zone.name() + "  " + band(zone);
  }

  private static Paint hatch(Color color, int step) {
    BufferedImage image = new BufferedImage(step, step, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = Look.smooth(image.createGraphics());
    pen.setColor(color);
    pen.setStroke(new BasicStroke(1));
    for (int shift = -step; shift <= step; shift += step) {
      pen.draw(new Line2D.Double(shift, step, shift + step, 0));
    }
    pen.dispose();
    return new TexturePaint(image, new Rectangle2D.Double(0, 0, step, step));
  }

  private static void line(
      Graphics2D pen, Shape shape, Color color, double strength, BasicStroke stroke) {
    pen.setStroke(stroke);
    pen.setColor(Tokens.faded(color, strength));
    pen.draw(shape);
  }

  private Optional<Label> label(
      Graphics2D pen, Shape shape, MapDocument.Zone zone, double strength) {
    Rectangle2D bounds = shape.getBounds2D();
    String text = text(zone);
    int width = pen.getFontMetrics(look.small()).stringWidth(text);
    if (bounds.getWidth() < width || bounds.getHeight() < 40) {
      return Optional.empty();
    }
    return Optional.of(
        Label.fixed(
            Label.Rank.ZONE,
            text,
            look.small(),
            Tokens.faded(look.tokens().text(), Math.max(0.5, strength)),
            bounds.getCenterX() - width / 2.0,
            bounds.getMinY() + 20));
  }

  private static String band(MapDocument.Zone zone) {
    if (zone.upper().isEmpty()) {
      return zone.lower().isEmpty() ? "" : "\u2265 " + zone.lower();
    }
    return zone.lower().isEmpty()
        ? "\u2264 " + zone.upper()
        : zone.lower() + " \u2013 " + zone.upper();
  }
}
