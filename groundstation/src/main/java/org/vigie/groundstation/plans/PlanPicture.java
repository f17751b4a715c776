package org.vigie.groundstation.plans;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.geofence.zone.UasZone;
import org.vigie.groundstation.chart.HeightProfile;
import org.vigie.groundstation.text.Texts;
import org.vigie.groundstation.zones.MapPane;
import org.vigie.groundstation.zones.ZoneLook;
import org.vigie.groundstation.zones.ZoneNames;
import org.vigie.planner.io.FenceShape;
import org.vigie.planner.plan.Volume;

/**
 * A picture of a plan: the map with zones, volumes, fence and route, a legend, and the flight from
 * the side.
 */
public final class PlanPicture {
  private static final int LEGEND = 300;
  private static final int STRIP = 270;
  private static final int MARGIN = 18;
  private static final int LINE = 25;

  private final PlanDrawing drawing;
  private final List<String> facts;
  private final Texts texts;
  private final int width;
  private final int height;
  private final BufferedImage image;
  private final Graphics2D pen;
  private int base;

  private PlanPicture(PlanDrawing drawing, List<String> facts, Texts texts, int width, int height) {
    this.drawing = drawing;
    this.facts = facts;
    this.texts = texts;
    this.width = width;
    this.height = height;
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
  }

  /**
   * Draws a plan.
   *
   * @param facts lines for the legend: times, energy
   * @param width of the picture, pixels, at least 800
   * @param height of the picture, pixels, at least 600
   */
  public static BufferedImage of(
      PlanDrawing drawing, List<String> facts, Texts texts, int width, int height) {
    PlanPicture picture = new PlanPicture(drawing, facts, texts, width, height);
    picture.draw();
    picture.pen.dispose();
    return picture.image;
  }

  private void draw() {
    pen.setColor(MapPane.BACKGROUND);
    pen.fillRect(0, 0, width, height);
    boolean flies = !drawing.legs().isEmpty();
    int strip = flies ? STRIP : 0;
    PlanMap map =
        new PlanMap(pen, new Rectangle(0, 0, width - LEGEND, height - strip), drawing, texts);
    map.draw();
    if (flies) {
      new ProfileStrip(
              pen,
              new Rectangle(0, height - STRIP, width, STRIP),
              texts,
              profile(),
              drawing.volume().isPresent(),
              drawing.minHeightAglM(),
              drawing.maxHeightAglM())
          .draw();
    }
    legend(map);
  }

  private HeightProfile profile() {
    double homeM = drawing.home().altitude().metres();
    double highestM =
        drawing.legs().stream()
            .mapToDouble(leg -> Math.max(leg.fromHeightM(), leg.toHeightM()))
            .max()
            .orElse(0);
    return HeightProfile.of(
        drawing.legs(),
        drawing.part(),
        drawing.terrain(),
        homeM,
        homeM + drawing.volume().map(Volume::contingencyHeightM).orElse(highestM));
  }

  private void legend(PlanMap map) {
    base = MARGIN + 14;
    Font plain = pen.getFont();
    pen.setFont(plain.deriveFont(Font.BOLD, 18f));
    words(drawing.title(), MapPane.WORDS, 0);
    pen.setFont(plain.deriveFont(Font.BOLD));
    words(drawing.verdict(), drawing.good() ? Ink.GEOGRAPHY : Ink.INCIDENT, 0);
    pen.setFont(plain);
    for (String fact : facts) {
      words(fact, MapPane.WORDS, 0);
    }
    base += 12;
    for (String part : map.parts()) {
      line(Ink.part(part), texts.get("plan.picture.part." + part));
    }
    if (drawing.volume().isPresent()) {
      patch(Ink.GEOGRAPHY, texts.get("plan.picture.geography"));
      patch(Ink.CONTINGENCY, texts.get("plan.picture.contingency"));
      patch(Ink.RISK_BUFFER, texts.get("plan.picture.buffer"));
    }
    if (drawing.fence().stream().anyMatch(FenceShape::inclusion)) {
      dashes(Ink.FENCE, texts.get("plan.picture.fence"));
    }
    if (drawing.fence().stream().anyMatch(shape -> !shape.inclusion())) {
      dashes(Ink.FENCE_OUT, texts.get("plan.picture.fence.out"));
    }
    if (!drawing.wrong().isEmpty()) {
      pen.setColor(Ink.INCIDENT);
      pen.setStroke(Ink.solid(2.6));
      pen.drawOval(left() + 4, base - 13, 16, 16);
      words(texts.get("plan.picture.wrong"), MapPane.FAINT, 34);
    }
    zones(map);
  }

  private void zones(PlanMap map) {
    Map<ZoneLook, String> looks = new EnumMap<>(ZoneLook.class);
    for (UasZone zone : drawing.zones()) {
      looks.putIfAbsent(ZoneLook.of(zone), ZoneNames.restriction(texts, zone));
    }
    base += 12;
    for (Map.Entry<ZoneLook, String> look : looks.entrySet()) {
      Rectangle patch = new Rectangle(left(), base - 12, 24, 15);
      pen.setPaint(look.getKey().hatch());
      pen.fill(patch);
      pen.setPaint(look.getKey().colour());
      pen.setStroke(Ink.solid(1.4));
      pen.draw(patch);
      words(texts.get("plan.picture.zone", look.getValue()), MapPane.FAINT, 34);
    }
    if (!map.map().everywhere().isEmpty()) {
      base += 8;
      words(texts.get("zones.picture.everywhere"), MapPane.FAINT, 0);
      map.map().everywhere().stream().sorted().forEach(key -> words(key, MapPane.FAINT, 14));
    }
  }

  private int left() {
    return width - LEGEND + MARGIN;
  }

  private void words(String words, Color colour, int indent) {
    pen.setColor(colour);
    String rest = words;
    int room = LEGEND - 2 * MARGIN - indent;
    while (pen.getFontMetrics().stringWidth(rest) > room && rest.contains(" ")) {
      int end = rest.length();
      while (end > 0 && pen.getFontMetrics().stringWidth(rest.substring(0, end)) > room) {
        end = rest.lastIndexOf(' ', end - 1);
      }
      if (end <= 0) {
        break;
      }
      pen.drawString(rest.substring(0, end), left() + indent, base);
      base += LINE - 5;
      rest = rest.substring(end + 1);
    }
    pen.drawString(rest, left() + indent, base);
    base += LINE;
  }

  private void line(Color colour, String words) {
    pen.setColor(colour);
    pen.setStroke(Ink.solid(4));
    pen.drawLine(left() + 2, base - 5, left() + 22, base - 5);
    words(words, MapPane.FAINT, 34);
  }

  private void patch(Color colour, String words) {
    Rectangle patch = new Rectangle(left(), base - 12, 24, 15);
    pen.setColor(Ink.clear(colour, 60));
    pen.fill(patch);
    pen.setColor(colour);
    pen.setStroke(Ink.solid(1.6));
    pen.draw(patch);
    words(words, MapPane.FAINT, 34);
  }

  private void dashes(Color colour, String words) {
    pen.setColor(colour);
    pen.setStroke(Ink.dashed(2, 9, 5));
    pen.drawLine(left(), base - 5, left() + 24, base - 5);
    words(words, MapPane.FAINT, 34);
  }
}
