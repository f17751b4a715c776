package org.vigie.groundstation.zones;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.groundstation.text.Texts;

/**
 * A picture of zones: what they demand by colour and hatch, their keys where there is room, a scale
 * and a legend with counts. North is up; degrees of longitude are drawn as wide as they are in the
 * middle.
 */
public final class ZonePicture {
  private static final Color GROUND = new Color(0x10151a);
  private static final Color WORDS = new Color(0xe8eef2);
  private static final Color FAINT = new Color(0x8b98a3);
  private static final int MARGIN = 24;
  private static final int LEGEND = 270;
  private static final int CIRCLE_CORNERS = 90;

  /** A single small zone is not blown up beyond this: half a kilometre across. */
  private static final double SPAN_DEG_MIN = 0.005;

  private final Texts texts;
  private final ZoneWords words;
  private final int width;
  private final int height;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final List<Rectangle> taken = new ArrayList<>();

  /** Zones that cover all of the picture: a hatch would hide the others and show nothing. */
  private final Set<String> everywhere = new TreeSet<>();

  private GeoBox box = new GeoBox(0, 0, 0, 0);
  private double pixelsPerDegree;
  private double lonShrink;

  private ZonePicture(Texts texts, int width, int height) {
    this.texts = texts;
    this.words = new ZoneWords(texts);
    this.width = width;
    this.height = height;
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
  }

  /**
   * Draws zones.
   *
   * @param part what to look at; empty: all of them
   * @param width of the picture, pixels
   * @param height of the picture, pixels
   */
  public static BufferedImage of(
      List<UasZone> zones, Optional<GeoBox> part, Texts texts, int width, int height) {
    ZonePicture picture = new ZonePicture(texts, width, height);
    picture.draw(zones, part);
    picture.pen.dispose();
    return picture.image;
  }

  private void draw(List<UasZone> zones, Optional<GeoBox> part) {
    pen.setColor(GROUND);
    pen.fillRect(0, 0, width, height);
    part.or(() -> ZoneExtent.of(zones)).ifPresent(this::fit);
    pen.setClip(0, 0, width - LEGEND - MARGIN, height);
    List<UasZone> smallFirst =
        zones.stream().sorted(Comparator.comparingDouble(ZonePicture::size)).toList();
    for (int i = smallFirst.size() - 1; i >= 0; i--) {
      UasZone zone = smallFirst.get(i);
      zone.geometry().forEach(solid -> area(zone, solid));
    }
    // a small zone has no other place for its key, a large one has many
    smallFirst.forEach(this::label);
    pen.setClip(null);
    if (!zones.isEmpty()) {
      scale();
    }
    legend(zones);
  }

  private static double size(UasZone zone) {
    return (zone.box().northDeg() - zone.box().southDeg())
        * Math.abs(zone.box().eastDeg() - zone.box().westDeg());
  }

  private void fit(GeoBox around) {
    double midDeg = (around.southDeg() + around.northDeg()) / 2;
    lonShrink = Math.max(0.01, Math.cos(Math.toRadians(midDeg)));
    double tall = Math.max(SPAN_DEG_MIN, around.northDeg() - around.southDeg());
    double wide = Math.max(SPAN_DEG_MIN, width(around) * lonShrink);
    pixelsPerDegree =
        Math.min((width - LEGEND - 3.0 * MARGIN) / wide, (height - 3.0 * MARGIN) / tall);
    box = around;
  }

  /** Degrees from west to east, over the antimeridian if need be. */
  private static double width(GeoBox box) {
    double wide = box.eastDeg() - box.westDeg();
    return wide < 0 ? wide + 360 : wide;
  }

  private double x(double lonDeg) {
    double spare = width - LEGEND - MARGIN - width(box) * lonShrink * pixelsPerDegree;
    double east = lonDeg - box.westDeg();
    boolean across = box.westDeg() > box.eastDeg() && east < 0;
    return spare / 2 + (across ? east + 360 : east) * lonShrink * pixelsPerDegree;
  }

  private double y(double latDeg) {
    double spare = height - (box.northDeg() - box.southDeg()) * pixelsPerDegree;
    return spare / 2 + (box.northDeg() - latDeg) * pixelsPerDegree;
  }

  private void area(UasZone zone, ZoneGeometry solid) {
    Look look = Look.of(zone);
    Shape shape = shape(solid.projection());
    if (shape.contains(0, 0, width - LEGEND - MARGIN, height)) {
      everywhere.add(zone.key());
      return;
    }
    pen.setPaint(look.hatch());
    pen.fill(shape);
    pen.setPaint(look.colour);
    pen.setStroke(new BasicStroke(1.5f));
    pen.draw(shape);
  }

  private Path2D shape(HorizontalProjection ground) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    if (ground instanceof HorizontalProjection.Circle circle) {
      List<LatLon> ring = new ArrayList<>();
      for (int i = 0; i < CIRCLE_CORNERS; i++) {
        ring.add(
            Geodesics.destination(circle.centre(), 360.0 * i / CIRCLE_CORNERS, circle.radiusM()));
      }
      ring(path, ring);
    } else if (ground instanceof HorizontalProjection.Polygon polygon) {
      ring(path, polygon.outer().ring());
      for (GeoPolygon hole : polygon.holes()) {
        ring(path, hole.ring());
      }
    }
    return path;
  }

  private void ring(Path2D path, List<LatLon> ring) {
    for (int i = 0; i < ring.size(); i++) {
      LatLon point = ring.get(i);
      if (i == 0) {
        path.moveTo(x(point.lonDeg()), y(point.latDeg()));
      } else {
        path.lineTo(x(point.lonDeg()), y(point.latDeg()));
      }
    }
    path.closePath();
  }

  /**
   * The key in the middle of the zone's first solid, beside it when it is smaller than the key,
   * unless another's stands there.
   */
  private void label(UasZone zone) {
    if (everywhere.contains(zone.key())) {
      return;
    }
    Rectangle2D bounds = shape(zone.geometry().get(0).projection()).getBounds2D();
    FontMetrics font = pen.getFontMetrics();
    int wide = font.stringWidth(zone.key());
    boolean beside = bounds.getWidth() < wide + 8 || bounds.getHeight() < font.getHeight() + 4;
    int left = (int) Math.round(beside ? bounds.getMaxX() + 5 : bounds.getCenterX() - wide / 2.0);
    int base = (int) Math.round(bounds.getCenterY()) + font.getAscent() / 2;
    Rectangle place =
        new Rectangle(left - 2, base - font.getAscent() - 1, wide + 4, font.getHeight());
    if (taken.stream().anyMatch(place::intersects)
        || !image.getRaster().getBounds().contains(place)) {
      return;
    }
    taken.add(place);
    pen.setColor(new Color(GROUND.getRed(), GROUND.getGreen(), GROUND.getBlue(), 190));
    pen.fill(place);
    pen.setColor(WORDS);
    pen.drawString(zone.key(), left, base);
  }

  /** A bar of 1, 2 or 5 times a power of ten metres, at most a quarter of the picture. */
  private void scale() {
    double metresPerPixel = 111_195 / pixelsPerDegree;
    double longestM = metresPerPixel * width / 4;
    double step = Math.pow(10, Math.floor(Math.log10(longestM)));
    double lengthM = longestM >= 5 * step ? 5 * step : longestM >= 2 * step ? 2 * step : step;
    int pixels = (int) Math.round(lengthM / metresPerPixel);
    int base = height - MARGIN;
    pen.setColor(WORDS);
    pen.setStroke(new BasicStroke(2f));
    pen.drawLine(MARGIN, base, MARGIN + pixels, base);
    pen.drawLine(MARGIN, base - 5, MARGIN, base);
    pen.drawLine(MARGIN + pixels, base - 5, MARGIN + pixels, base);
    String text =
        lengthM >= 1000
            ? String.format(Locale.ROOT, "%.0f km", lengthM / 1000)
            : String.format(Locale.ROOT, "%.0f m", lengthM);
    pen.drawString(text, MARGIN + pixels + 8, base);
  }

  private void legend(List<UasZone> zones) {
    int left = width - LEGEND - MARGIN / 2;
    int base = MARGIN + 6;
    pen.setColor(WORDS);
    pen.drawString(texts.get("zones.picture.title", zones.size()), left, base);
    Map<Look, Integer> counts = new EnumMap<>(Look.class);
    Map<Look, String> names = new EnumMap<>(Look.class);
    for (UasZone zone : zones) {
      counts.merge(Look.of(zone), 1, Integer::sum);
      names.putIfAbsent(Look.of(zone), words.restriction(zone));
    }
    for (Map.Entry<Look, Integer> each : counts.entrySet()) {
      base += 26;
      Rectangle patch = new Rectangle(left, base - 13, 22, 16);
      pen.setPaint(each.getKey().hatch());
      pen.fill(patch);
      pen.setPaint(each.getKey().colour);
      pen.draw(patch);
      pen.setColor(FAINT);
      pen.drawString(names.get(each.getKey()) + "  " + each.getValue(), left + 30, base);
    }
    pen.setColor(FAINT);
    if (!everywhere.isEmpty()) {
      base += 36;
      pen.drawString(texts.get("zones.picture.everywhere"), left, base);
      for (String key : everywhere) {
        base += 20;
        pen.drawString(key, left + 12, base);
      }
    }
    pen.drawString(texts.get("zones.picture.north"), left, height - MARGIN);
  }

  /** Colour and hatch by what a zone demands, as on the station's maps. */
  private enum Look {
    NOT_UNDERSTOOD(0xff4fd8, 5),
    PROHIBITED(0xff5a4f, 7),
    AUTHORISATION(0xffb340, 11),
    U_SPACE(0x9d8cff, 11),
    CONDITIONAL(0x4cc9f0, 15),
    INFORMATION(0x8b98a3, 0);

    private final Color colour;
    private final int spacing;

    Look(int rgb, int spacing) {
      this.colour = new Color(rgb);
      this.spacing = spacing;
    }

    static Look of(UasZone zone) {
      if (!zone.understood()) {
        return NOT_UNDERSTOOD;
      }
      return switch (zone.restriction()) {
        case PROHIBITED -> PROHIBITED;
        case REQ_AUTHORISATION -> AUTHORISATION;
        case USPACE -> U_SPACE;
        case CONDITIONAL -> CONDITIONAL;
        case NO_RESTRICTION -> INFORMATION;
      };
    }

    /** Slanted lines over a thin wash; no lines where nothing is demanded. */
    Paint hatch() {
      Color wash = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 26);
      if (spacing == 0) {
        return wash;
      }
      BufferedImage tile = new BufferedImage(spacing, spacing, BufferedImage.TYPE_INT_ARGB);
      for (int i = 0; i < spacing; i++) {
        for (int j = 0; j < spacing; j++) {
          boolean line = (i + j) % spacing == 0;
          tile.setRGB(i, j, line ? (colour.getRGB() & 0x00ffffff) | 0x90000000 : wash.getRGB());
        }
      }
      return new TexturePaint(tile, new Rectangle(spacing, spacing));
    }
  }
}
