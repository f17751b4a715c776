package org.vigie.groundstation.zones;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneGeometry;

/**
 * The part of a picture that is a map: zones by what they demand, their keys where there is room, a
 * scale. North is up; degrees of longitude are drawn as wide as they are in the middle. Confined to
 * one picture.
 */
public final class MapPane {
  public static final Color BACKGROUND = new Color(0x10151a);
  public static final Color WORDS = new Color(0xe8eef2);
  public static final Color FAINT = new Color(0x8b98a3);

  private static final int MARGIN = 24;

  /** Where else a key may stand, parts of what is seen of its zone. */
  private static final double[][] ELSEWHERE = {{0.5, 0.5}, {0.5, 0.25}, {0.5, 0.75}, {0.3, 0.5}};

  private static final int CIRCLE_CORNERS = 90;
  private static final double METRES_PER_DEGREE = 111_195;

  /** A single small zone is not blown up beyond this: half a kilometre across. */
  private static final double SPAN_DEG_MIN = 0.005;

  private final Graphics2D pen;
  private final Rectangle frame;
  private final List<Rectangle> taken = new ArrayList<>();

  /** Zones that cover all of the map: a hatch would hide the others and show nothing. */
  private final Set<String> everywhere = new TreeSet<>();

  private GeoBox box = new GeoBox(0, 0, 0, 0);
  private double pixelsPerDegree;
  private double lonShrink;

  /**
   * A map within a picture.
   *
   * @param frame where in the picture, pixels
   */
  public MapPane(Graphics2D pen, Rectangle frame) {
    this.pen = pen;
    this.frame = new Rectangle(frame);
  }

  /** Shows a box, as large as it fits with a margin. */
  public void fit(GeoBox around) {
    double midDeg = (around.southDeg() + around.northDeg()) / 2;
    lonShrink = Math.max(0.01, Math.cos(Math.toRadians(midDeg)));
    double tall = Math.max(SPAN_DEG_MIN, around.northDeg() - around.southDeg());
    double wide = Math.max(SPAN_DEG_MIN, width(around) * lonShrink);
    pixelsPerDegree =
        Math.min((frame.width - 2.0 * MARGIN) / wide, (frame.height - 3.0 * MARGIN) / tall);
    box = around;
  }

  /** Degrees from west to east, over the antimeridian if need be. */
  private static double width(GeoBox box) {
    double wide = box.eastDeg() - box.westDeg();
    return wide < 0 ? wide + 360 : wide;
  }

  private double x(double lonDeg) {
    double spare = frame.width - width(box) * lonShrink * pixelsPerDegree;
    double east = lonDeg - box.westDeg();
    boolean across = box.westDeg() > box.eastDeg() && east < 0;
    return frame.x + spare / 2 + (across ? east + 360 : east) * lonShrink * pixelsPerDegree;
  }

  private double y(double latDeg) {
    double spare = frame.height - (box.northDeg() - box.southDeg()) * pixelsPerDegree;
    return frame.y + spare / 2 + (box.northDeg() - latDeg) * pixelsPerDegree;
  }

  /** Where a place is in the picture. */
  public Point2D at(LatLon place) {
    return new Point2D.Double(x(place.lonDeg()), y(place.latDeg()));
  }

  /** The place of a pixel near the middle of the map; not for maps across the antimeridian. */
  public LatLon place(double xPixel, double yPixel) {
    double spareX = frame.width - width(box) * lonShrink * pixelsPerDegree;
    double spareY = frame.height - (box.northDeg() - box.southDeg()) * pixelsPerDegree;
    return new LatLon(
        box.northDeg() - (yPixel - frame.y - spareY / 2) / pixelsPerDegree,
        box.westDeg() + (xPixel - frame.x - spareX / 2) / pixelsPerDegree / lonShrink);
  }

  public double metresPerPixel() {
    return METRES_PER_DEGREE / pixelsPerDegree;
  }

  /** Zones that cover all of the map. */
  public Set<String> everywhere() {
    return Set.copyOf(everywhere);
  }

  /** Keeps labels away from a part of the picture. */
  public void take(Rectangle place) {
    taken.add(new Rectangle(place));
  }

  /** Draws zones, the large ones below, and then their keys. */
  public void zones(List<UasZone> zones) {
    areas(zones);
    keys(zones);
  }

  /** Draws zones without their keys. */
  public void areas(List<UasZone> zones) {
    Shape clip = pen.getClip();
    pen.clip(frame);
    List<UasZone> smallFirst = smallFirst(zones);
    for (int i = smallFirst.size() - 1; i >= 0; i--) {
      UasZone zone = smallFirst.get(i);
      zone.geometry().forEach(solid -> area(zone, solid));
    }
    pen.setClip(clip);
  }

  /** Writes the keys of zones where there is room. */
  public void keys(List<UasZone> zones) {
    Shape clip = pen.getClip();
    pen.clip(frame);
    // a small zone has no other place for its key, a large one has many
    smallFirst(zones).forEach(this::label);
    pen.setClip(clip);
  }

  private static List<UasZone> smallFirst(List<UasZone> zones) {
    return zones.stream().sorted(Comparator.comparingDouble(MapPane::size)).toList();
  }

  private static double size(UasZone zone) {
    return (zone.box().northDeg() - zone.box().southDeg())
        * Math.abs(zone.box().eastDeg() - zone.box().westDeg());
  }

  private void area(UasZone zone, ZoneGeometry solid) {
    ZoneLook look = ZoneLook.of(zone);
    Shape shape = shape(solid.projection());
    if (shape.contains(frame)) {
      everywhere.add(zone.key());
      return;
    }
    pen.setPaint(look.hatch());
    pen.fill(shape);
    pen.setPaint(look.colour());
    pen.setStroke(new BasicStroke(1.5f));
    pen.draw(shape);
  }

  /** A zone's ground in the picture. */
  public Path2D shape(HorizontalProjection ground) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    if (ground instanceof HorizontalProjection.Circle circle) {
      ring(path, circle(circle.centre(), circle.radiusM()));
    } else if (ground instanceof HorizontalProjection.Polygon polygon) {
      ring(path, polygon.outer().ring());
      for (GeoPolygon hole : polygon.holes()) {
        ring(path, hole.ring());
      }
    }
    return path;
  }

  /** Points round a place. */
  public static List<LatLon> circle(LatLon centre, double radiusM) {
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < CIRCLE_CORNERS; i++) {
      ring.add(Geodesics.destination(centre, 360.0 * i / CIRCLE_CORNERS, radiusM));
    }
    return ring;
  }

  /** A closed ring in the picture. */
  public Path2D shape(List<LatLon> ring) {
    Path2D path = new Path2D.Double();
    ring(path, ring);
    return path;
  }

  private void ring(Path2D path, List<LatLon> ring) {
    line(path, ring);
    path.closePath();
  }

  /** Adds a line through places to a path. */
  public void line(Path2D path, List<LatLon> places) {
    for (int i = 0; i < places.size(); i++) {
      LatLon point = places.get(i);
      if (i == 0) {
        path.moveTo(x(point.lonDeg()), y(point.latDeg()));
      } else {
        path.lineTo(x(point.lonDeg()), y(point.latDeg()));
      }
    }
  }

  /**
   * The key in the middle of the zone's first solid, beside it when it is smaller than the key; of
   * a large one whose middle is taken or out of sight, elsewhere in what is seen of it.
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
    boolean done =
        label(zone.key(), left, (int) Math.round(bounds.getCenterY()) + font.getAscent() / 2);
    Rectangle2D seen = bounds.createIntersection(frame);
    for (int i = 0; i < ELSEWHERE.length && !done && !beside && !seen.isEmpty(); i++) {
      done =
          label(
              zone.key(),
              (int) (seen.getX() + seen.getWidth() * ELSEWHERE[i][0] - wide / 2.0),
              (int) (seen.getY() + seen.getHeight() * ELSEWHERE[i][1]));
    }
  }

  /** Writes words over the map, unless others stand there or they would not fit. */
  public boolean label(String words, int left, int base) {
    FontMetrics font = pen.getFontMetrics();
    Rectangle place =
        new Rectangle(
            left - 2, base - font.getAscent() - 1, font.stringWidth(words) + 4, font.getHeight());
    if (taken.stream().anyMatch(place::intersects) || !frame.contains(place)) {
      return false;
    }
    taken.add(place);
    pen.setColor(new Color(BACKGROUND.getRed(), BACKGROUND.getGreen(), BACKGROUND.getBlue(), 190));
    pen.fill(place);
    pen.setColor(WORDS);
    pen.drawString(words, left, base);
    return true;
  }

  /** A bar of 1, 2 or 5 times a power of ten metres, at most a quarter of the map. */
  public void scale() {
    double metresPerPixel = metresPerPixel();
    double longestM = metresPerPixel * frame.width / 4;
    double step = Math.pow(10, Math.floor(Math.log10(longestM)));
    double lengthM = longestM >= 5 * step ? 5 * step : longestM >= 2 * step ? 2 * step : step;
    int pixels = (int) Math.round(lengthM / metresPerPixel);
    int left = frame.x + MARGIN;
    int base = frame.y + frame.height - MARGIN;
    pen.setColor(WORDS);
    pen.setStroke(new BasicStroke(2f));
    pen.drawLine(left, base, left + pixels, base);
    pen.drawLine(left, base - 5, left, base);
    pen.drawLine(left + pixels, base - 5, left + pixels, base);
    String text =
        lengthM >= 1000
            ? String.format(Locale.ROOT, "%.0f km", lengthM / 1000)
            : String.format(Locale.ROOT, "%.0f m", lengthM);
    pen.drawString(text, left + pixels + 8, base);
  }
}
