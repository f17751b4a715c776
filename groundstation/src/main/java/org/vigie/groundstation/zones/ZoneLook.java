package org.vigie.groundstation.zones;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.TexturePaint;
import java.awt.image.BufferedImage;
import org.vigie.geofence.zone.UasZone;

/** Colour and hatch by what a zone demands, as on the station's maps. */
public enum ZoneLook {
  NOT_UNDERSTOOD(0xff4fd8, 5),
  PROHIBITED(0xff5a4f, 7),
  AUTHORISATION(0xffb340, 11),
  U_SPACE(0x9d8cff, 11),
  CONDITIONAL(0x4cc9f0, 15),
  INFORMATION(0x8b98a3, 0);

  private final Color colour;
  private final int spacing;

  ZoneLook(int rgb, int spacing) {
    this.colour = new Color(rgb);
    this.spacing = spacing;
  }

  /** The look of a zone. */
  public static ZoneLook of(UasZone zone) {
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

  public Color colour() {
    return colour;
  }

  /** Slanted lines over a thin wash; no lines where nothing is demanded. */
  public Paint hatch() {
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
