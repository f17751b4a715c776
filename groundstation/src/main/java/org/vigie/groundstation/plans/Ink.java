package org.vigie.groundstation.plans;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;

/** Colours and strokes of plan pictures: the volumes' as in the SORA guidance, green to red. */
final class Ink {
  static final Color OUTBOUND = new Color(0x4cc9f0);
  static final Color SCENE = new Color(0xffe066);
  static final Color RETURN = new Color(0xb8f2a0);
  static final Color CASING = new Color(0xb0000000, true);
  static final Color GEOGRAPHY = new Color(0x2ecc71);
  static final Color CONTINGENCY = new Color(0xffb340);
  static final Color RISK_BUFFER = new Color(0xff5a4f);
  static final Color FENCE = new Color(0xf4f7f9);
  static final Color FENCE_OUT = new Color(0xff4fd8);
  static final Color HOME = new Color(0x2ecc71);
  static final Color RALLY = new Color(0x9d8cff);
  static final Color INCIDENT = new Color(0xff3b30);
  static final Color GROUND = new Color(0x4a4136);
  static final Color GROUND_EDGE = new Color(0xa28f72);
  static final Color CEILING = new Color(0xff8a80);
  static final Color CLEARANCE = new Color(0x8fb3c9);
  static final Color GRID = new Color(0x26313a);

  private Ink() {}

  static Color clear(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  static Stroke solid(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static Stroke dashed(double width, float... pattern) {
    return new BasicStroke(
        (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
  }

  /** The colour of a part of the flight. */
  static Color part(String part) {
    return switch (part) {
      case "scene" -> SCENE;
      case "return" -> RETURN;
      default -> OUTBOUND;
    };
  }
}
