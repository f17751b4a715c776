package org.vigie.groundstation.plans;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.text.Texts;
import org.vigie.groundstation.zones.MapPane;
import org.vigie.planner.io.FenceShape;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.request.Incident;
import org.vigie.planner.request.Wind;

/** The map of a plan's picture. Confined to one picture. */
final class PlanMap {
  private static final double E7 = 1e7;

  /** Arrows along the route, pixels apart. */
  private static final double ARROW_PIXELS = 110;

  /** What the box around everything is larger for, part of its size. */
  private static final double AROUND = 0.06;

  private static final double AROUND_NOTHING = 0.6;

  private final Graphics2D pen;
  private final Rectangle frame;
  private final PlanDrawing drawing;
  private final Texts texts;
  private final MapPane map;

  PlanMap(Graphics2D pen, Rectangle frame, PlanDrawing drawing, Texts texts) {
    this.pen = pen;
    this.frame = new Rectangle(frame);
    this.drawing = drawing;
    this.texts = texts;
    this.map = new MapPane(pen, frame);
    map.fit(box(drawing));
  }

  void draw() {
    Shape clip = pen.getClip();
    pen.clip(frame);
    pen.drawImage(GroundShade.of(map, drawing.terrain(), frame), frame.x, frame.y, null);
    map.areas(drawing.zones());
    drawing
        .volume()
        .ifPresent(
            volume -> {
              volume(volume.groundRiskBuffer(), Ink.RISK_BUFFER, 22);
              volume(volume.contingencyVolume(), Ink.CONTINGENCY, 26);
              volume(volume.flightGeography(), Ink.GEOGRAPHY, 40);
            });
    drawing.fence().forEach(this::fence);
    incidentArea();
    route();
    marks();
    map.keys(drawing.zones());
    compass();
    map.scale();
    pen.setClip(clip);
    pen.setColor(Ink.GRID);
    pen.setStroke(Ink.solid(1));
    pen.draw(frame);
  }

  /** Zones that cover all of the map. */
  MapPane map() {
    return map;
  }

  private static GeoBox box(PlanDrawing drawing) {
    Stream<LatLon> legs =
        drawing.legs().stream()
            .flatMap(
                leg ->
                    Stream.of(
                        LatLon.ofE7(leg.fromLatE7(), leg.fromLonE7()),
                        LatLon.ofE7(leg.toLatE7(), leg.toLonE7())));
    Stream<LatLon> volume =
        drawing.volume().stream().flatMap(v -> v.groundRiskBuffer().ring().stream());
    Stream<LatLon> incident =
        drawing.incident().stream()
            .flatMap(i -> MapPane.circle(i.position(), Math.max(30, i.uncertaintyM())).stream());
    List<LatLon> all =
        Stream.of(
                legs,
                volume,
                incident,
                drawing.rally().stream(),
                drawing.fence().stream().flatMap(shape -> ring(shape).stream()),
                Stream.of(drawing.home().position()))
            .flatMap(each -> each)
            .toList();
    double south = all.stream().mapToDouble(LatLon::latDeg).min().orElseThrow();
    double north = all.stream().mapToDouble(LatLon::latDeg).max().orElseThrow();
    double west = all.stream().mapToDouble(LatLon::lonDeg).min().orElseThrow();
    double east = all.stream().mapToDouble(LatLon::lonDeg).max().orElseThrow();
    // without a flight, what stands in its way is to be seen
    double around = drawing.legs().isEmpty() ? AROUND_NOTHING : AROUND;
    double tall = (north - south) * around;
    double wide = (east - west) * around;
    return new GeoBox(
        Math.max(-90, south - tall),
        Math.max(-180, west - wide),
        Math.min(90, north + tall),
        Math.min(180, east + wide));
  }

  private static List<LatLon> ring(FenceShape shape) {
    return shape instanceof FenceShape.Polygon polygon
        ? polygon.ring().ring()
        : MapPane.circle(
            ((FenceShape.Circle) shape).centre(), ((FenceShape.Circle) shape).radiusM());
  }

  private void volume(GeoPolygon ring, Color colour, int alpha) {
    Shape shape = map.shape(ring.ring());
    pen.setColor(Ink.clear(colour, alpha));
    pen.fill(shape);
    pen.setColor(colour);
    pen.setStroke(Ink.solid(1.6));
    pen.draw(shape);
  }

  private void fence(FenceShape fence) {
    Shape shape = map.shape(ring(fence));
    pen.setColor(fence.inclusion() ? Ink.FENCE : Ink.FENCE_OUT);
    pen.setStroke(Ink.dashed(2, 9, 5));
    pen.draw(shape);
  }

  private void incidentArea() {
    if (drawing.incident().isEmpty()) {
      return;
    }
    Incident incident = drawing.incident().get();
    Shape area =
        map.shape(MapPane.circle(incident.position(), Math.max(1, incident.uncertaintyM())));
    pen.setColor(Ink.clear(Ink.INCIDENT, 50));
    pen.fill(area);
    pen.setColor(Ink.clear(Ink.INCIDENT, 200));
    pen.setStroke(Ink.dashed(1.4, 4, 3));
    pen.draw(area);
  }

  /** Parts one after the other, the way out on top: most ways back lead along it. */
  private void route() {
    List<Leg> flown = drawing.legs().stream().filter(leg -> leg.distanceM() > 0).toList();
    for (String part : List.of("line", "return", "scene", "outbound")) {
      Path2D path = new Path2D.Double();
      for (Leg leg : flown) {
        if (drawing.part().apply(leg).equals(part)) {
          map.line(path, List.of(from(leg), to(leg)));
        }
      }
      boolean back = part.equals("return");
      stroke(path, Ink.CASING, Ink.solid(back ? 12 : 5.5));
      stroke(path, Ink.part(part), Ink.solid(back ? 9.5 : 3.4));
    }
    for (Leg leg : flown) {
      String part = drawing.part().apply(leg);
      if (!part.equals("return")) {
        arrows(leg, Ink.part(part));
      }
    }
    hover();
  }

  /** A scene that is hovered: the place, and the line of sight. */
  private void hover() {
    List<Leg> scene =
        drawing.legs().stream().filter(leg -> drawing.part().apply(leg).equals("scene")).toList();
    if (drawing.incident().isEmpty()
        || scene.isEmpty()
        || scene.stream().anyMatch(leg -> leg.distanceM() > 0)) {
      return;
    }
    Point2D at = map.at(to(scene.get(0)));
    Point2D target = map.at(drawing.incident().get().position());
    stroke(new Line2D.Double(at, target), Ink.SCENE, Ink.dashed(2, 6, 5));
    Shape ring = new Ellipse2D.Double(at.getX() - 8, at.getY() - 8, 16, 16);
    pen.setColor(Ink.CASING);
    pen.fill(ring);
    stroke(ring, Ink.SCENE, Ink.solid(3.4));
  }

  private void stroke(Shape shape, Color colour, Stroke stroke) {
    pen.setColor(colour);
    pen.setStroke(stroke);
    pen.draw(shape);
  }

  private void arrows(Leg leg, Color colour) {
    Point2D from = map.at(from(leg));
    Point2D to = map.at(to(leg));
    double pixels = from.distance(to);
    int count = (int) Math.floor(pixels / ARROW_PIXELS);
    double turn = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
    for (int i = 0; i < count; i++) {
      double part = (i + 0.5) / count;
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              from.getX() + (to.getX() - from.getX()) * part,
              from.getY() + (to.getY() - from.getY()) * part);
      place.rotate(turn);
      Path2D arrow = new Path2D.Double();
      arrow.moveTo(-6, -7);
      arrow.lineTo(8, 0);
      arrow.lineTo(-6, 7);
      arrow.lineTo(-3, 0);
      arrow.closePath();
      Shape drawn = place.createTransformedShape(arrow);
      stroke(drawn, Ink.CASING, Ink.solid(3));
      pen.setColor(colour);
      pen.fill(drawn);
    }
  }

  private void marks() {
    for (LatLon rally : drawing.rally()) {
      if (map.at(rally).distance(map.at(drawing.home().position())) > 12) {
        badge(map.at(rally), "R", Ink.RALLY, texts.get("plan.picture.rally"));
      }
    }
    drawing.incident().ifPresent(incident -> cross(map.at(incident.position())));
    badge(map.at(drawing.home().position()), "H", Ink.HOME, texts.get("plan.picture.home"));
    drawing.wrong().forEach(place -> wrong(map.at(place)));
  }

  private void badge(Point2D at, String letter, Color colour, String words) {
    Shape disc = new Ellipse2D.Double(at.getX() - 13, at.getY() - 13, 26, 26);
    pen.setColor(MapPane.BACKGROUND);
    pen.fill(disc);
    stroke(disc, colour, new BasicStroke(3));
    Font font = pen.getFont();
    pen.setFont(font.deriveFont(Font.BOLD, 16f));
    FontMetrics metrics = pen.getFontMetrics();
    pen.setColor(colour);
    pen.drawString(
        letter,
        (float) (at.getX() - metrics.stringWidth(letter) / 2.0),
        (float) (at.getY() + metrics.getAscent() / 2.0 - 2));
    pen.setFont(font);
    map.take(disc.getBounds());
    // below it: routes seldom leave to the south-west
    map.label(words, (int) at.getX() - metrics.stringWidth(words), (int) at.getY() + 31);
  }

  /** Where something does not hold. */
  private void wrong(Point2D at) {
    Shape ring = new Ellipse2D.Double(at.getX() - 15, at.getY() - 15, 30, 30);
    stroke(ring, Ink.CASING, Ink.solid(6));
    stroke(ring, Ink.INCIDENT, Ink.solid(3));
    map.take(ring.getBounds());
  }

  private void cross(Point2D at) {
    Path2D cross = new Path2D.Double();
    for (int sign : new int[] {1, -1}) {
      cross.moveTo(at.getX() - 9, at.getY() - 9.0 * sign);
      cross.lineTo(at.getX() + 9, at.getY() + 9.0 * sign);
    }
    stroke(cross, Ink.CASING, Ink.solid(8));
    stroke(cross, Ink.INCIDENT, Ink.solid(4.5));
    map.take(cross.getBounds());
    map.label(texts.get("plan.picture.incident"), (int) at.getX() + 16, (int) at.getY() + 5);
  }

  /** North, and the wind as an arrow that flies with it. */
  private void compass() {
    double x = frame.getMaxX() - 52;
    double y = frame.y + 58.0;
    disc(x, y);
    Path2D needle = new Path2D.Double();
    needle.moveTo(0, -28);
    needle.lineTo(8, 14);
    needle.lineTo(0, 7);
    needle.lineTo(-8, 14);
    needle.closePath();
    pen.setColor(MapPane.WORDS);
    pen.fill(AffineTransform.getTranslateInstance(x, y + 5).createTransformedShape(needle));
    centred("N", x, y - 26);
    if (drawing.wind().isPresent()) {
      wind(drawing.wind().get(), x - 92, y);
    }
  }

  private void wind(Wind wind, double x, double y) {
    disc(x, y);
    if (wind.speedMps() > 0) {
      Path2D arrow = new Path2D.Double();
      arrow.moveTo(0, -24);
      arrow.lineTo(0, 24);
      arrow.moveTo(-8, 13);
      arrow.lineTo(0, 24);
      arrow.lineTo(8, 13);
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      place.rotate(Math.toRadians(wind.fromDeg()));
      stroke(place.createTransformedShape(arrow), Ink.OUTBOUND, Ink.solid(3.2));
    }
    String words = texts.get("plan.picture.wind", wind.speedMps(), wind.fromDeg());
    int wide = pen.getFontMetrics().stringWidth(words);
    pen.setColor(Ink.clear(MapPane.BACKGROUND, 190));
    pen.fillRect((int) (x - wide / 2.0) - 4, (int) y + 45, wide + 8, 20);
    centred(words, x, y + 60);
  }

  private void disc(double x, double y) {
    pen.setColor(Ink.clear(MapPane.BACKGROUND, 190));
    pen.fill(new Ellipse2D.Double(x - 38, y - 38, 76, 76));
  }

  private void centred(String words, double x, double base) {
    pen.setColor(MapPane.WORDS);
    pen.drawString(
        words, (float) (x - pen.getFontMetrics().stringWidth(words) / 2.0), (float) base);
  }

  private static LatLon from(Leg leg) {
    return new LatLon(leg.fromLatE7() / E7, leg.fromLonE7() / E7);
  }

  private static LatLon to(Leg leg) {
    return new LatLon(leg.toLatE7() / E7, leg.toLonE7() / E7);
  }

  /** Parts of the flight that are there, in the order of the flight. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (String part : List.of("outbound", "scene", "return", "line")) {
      if (drawing.legs().stream().anyMatch(leg -> drawing.part().apply(leg).equals(part))) {
        parts.add(part);
      }
    }
    return parts;
  }
}
