package org.vigie.groundstation.zones;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geofence.geo.GeoBox;
import org.vigie.geofence.zone.UasZone;
import org.vigie.groundstation.text.Texts;

/**
 * A picture of zones: what they demand by colour and hatch, their keys where there is room, a scale
 * and a legend with counts. North is up; degrees of longitude are drawn as wide as they are in the
 * middle.
 */
public final class ZonePicture {
  private static final Color GROUND = MapPane.BACKGROUND;
  private static final Color WORDS = MapPane.WORDS;
  private static final Color FAINT = MapPane.FAINT;
  private static final int MARGIN = 24;
  private static final int LEGEND = 270;

  private final Texts texts;
  private final ZoneWords words;
  private final int width;
  private final int height;
  private final BufferedImage image;
  private final Graphics2D pen;
  private final MapPane map;

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
    this.map = new MapPane(pen, new Rectangle(0, 0, width - LEGEND - MARGIN, height));
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
    part.or(() -> ZoneExtent.of(zones)).ifPresent(map::fit);
    map.zones(zones);
    if (!zones.isEmpty()) {
      map.scale();
    }
    legend(zones);
  }

  private void legend(List<UasZone> zones) {
    int left = width - LEGEND - MARGIN / 2;
    int base = MARGIN + 6;
    pen.setColor(WORDS);
    pen.drawString(texts.get("zones.picture.title", zones.size()), left, base);
    Map<ZoneLook, Integer> counts = new EnumMap<>(ZoneLook.class);
    Map<ZoneLook, String> names = new EnumMap<>(ZoneLook.class);
    for (UasZone zone : zones) {
      counts.merge(ZoneLook.of(zone), 1, Integer::sum);
      names.putIfAbsent(ZoneLook.of(zone), words.restriction(zone));
    }
    for (Map.Entry<ZoneLook, Integer> each : counts.entrySet()) {
      base += 26;
      Rectangle patch = new Rectangle(left, base - 13, 22, 16);
      pen.setPaint(each.getKey().hatch());
      pen.fill(patch);
      pen.setPaint(each.getKey().colour());
      pen.draw(patch);
      pen.setColor(FAINT);
      pen.drawString(names.get(each.getKey()) + "  " + each.getValue(), left + 30, base);
    }
    pen.setColor(FAINT);
    if (!map.everywhere().isEmpty()) {
      base += 36;
      pen.drawString(texts.get("zones.picture.everywhere"), left, base);
      for (String key : map.everywhere()) {
        base += 20;
        pen.drawString(key, left + 12, base);
      }
    }
    pen.drawString(texts.get("zones.picture.north"), left, height - MARGIN);
  }
}
