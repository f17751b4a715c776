package org.vigie.groundstation.console.look;

import java.awt.Color;
import org.vigie.groundstation.console.model.Level;

/**
 * The colours, by what they are for. Text keeps 4.5:1 against background, surface and raised,
 * graphics 3:1.
 *
 * @param land and the following four: the drawn map, quieter than all that lies on it
 * @param flown the line that was flown
 */
public record Tokens(
    Color background,
    Color surface,
    Color raised,
    Color line,
    Color text,
    Color muted,
    Color red,
    Color amber,
    Color cyan,
    Color magenta,
    Color green,
    Color land,
    Color street,
    Color building,
    Color park,
    Color water,
    Color flown) {
  static final Tokens DARK =
      new Tokens(
          new Color(0x0E1318),
          new Color(0x171E26),
          new Color(0x202A34),
          new Color(0x2C3945),
          new Color(0xE8EEF4),
          new Color(0x98A6B3),
          new Color(0xFF6257),
          new Color(0xFFB340),
          new Color(0x4CC9F0),
          new Color(0xE879F9),
          new Color(0x58D68D),
          new Color(0x11171D),
          new Color(0x25303A),
          new Color(0x1A222B),
          new Color(0x14211C),
          new Color(0x12222E),
          new Color(0xFFFFFF));

  static final Tokens LIGHT =
      new Tokens(
          new Color(0xEEF1F4),
          new Color(0xFFFFFF),
          new Color(0xE3E8ED),
          new Color(0xB9C3CD),
          new Color(0x14202B),
          new Color(0x4C5A67),
          new Color(0xB3261E),
          new Color(0x8A5000),
          new Color(0x00658A),
          new Color(0x9B1FB0),
          new Color(0x1B6E3C),
          new Color(0xF4F2EC),
          new Color(0xFFFFFF),
          new Color(0xDDD9D0),
          new Color(0xDDE9D6),
          new Color(0xCFE3EE),
          new Color(0x14202B));

  /** The colour of a level; what is as it should be has none. */
  public Color of(Level level) {
    return switch (level) {
      case QUIET -> muted;
      case NORMAL -> text;
      case AMBER -> amber;
      case RED -> red;
    };
  }

  /** The same with this share of its strength, 0 to 1. */
  public static Color faded(Color color, double strength) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * strength));
  }
}
