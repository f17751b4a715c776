package org.vigie.groundstation.flightlog.report.page;

import java.util.List;
import java.util.Locale;

/**
 * A picture as inline SVG, of four elements only, each with its own attributes, so that whoever
 * makes paper of it needs no SVG library: {@code path} (M, L, Z), {@code circle}, {@code text},
 * {@code rect}. Millimetres, y downward.
 *
 * @threading confined to one page
 */
final class Drawing {
  /** A point on paper, millimetres from the upper left corner. */
  record Spot(double xMm, double yMm) {}

  /**
   * How something is drawn.
   *
   * @param stroke colour, or {@code none}
   * @param dash lengths, empty for a solid line
   * @param fill colour, or {@code none}
   */
  record Pen(String stroke, double widthMm, String dash, String fill) {
    static Pen line(String colour, double widthMm, String dash) {
      return new Pen(colour, widthMm, dash, "none");
    }

    Pen filled(String colour) {
      return new Pen(stroke, widthMm, dash, colour);
    }
  }

  /** Advance of a letter as a part of the font's size, on the wide side. */
  private static final double LETTER = 0.54;

  private final Html out = new Html();

  Drawing(double widthMm, double heightMm, String description) {
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + mm(widthMm) + " " + mm(heightMm),
        "width",
        mm(widthMm) + "mm",
        "height",
        mm(heightMm) + "mm",
        "role",
        "img",
        "aria-label",
        description);
  }

  Drawing path(List<Spot> spots, boolean closed, Pen pen) {
    if (spots.isEmpty()) {
      return this;
    }
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < spots.size(); i++) {
      d.append(i == 0 ? "M " : "L ");
      d.append(mm(spots.get(i).xMm())).append(' ').append(mm(spots.get(i).yMm())).append(' ');
    }
    d.append(closed ? "Z" : "");
    out.empty(
        "path",
        "d",
        d.toString().strip(),
        "fill",
        pen.fill(),
        "stroke",
        pen.stroke(),
        "stroke-width",
        mm(pen.widthMm()),
        "stroke-dasharray",
        pen.dash().isEmpty() ? "none" : pen.dash(),
        "stroke-linejoin",
        "round");
    return this;
  }

  Drawing line(double x1, double y1, double x2, double y2, Pen pen) {
    return path(List.of(new Spot(x1, y1), new Spot(x2, y2)), false, pen);
  }

  Drawing circle(Spot centre, double radiusMm, Pen pen) {
    out.empty(
        "circle",
        "cx",
        mm(centre.xMm()),
        "cy",
        mm(centre.yMm()),
        "r",
        mm(radiusMm),
        "fill",
        pen.fill(),
        "stroke",
        pen.stroke(),
        "stroke-width",
        mm(pen.widthMm()),
        "stroke-dasharray",
        pen.dash().isEmpty() ? "none" : pen.dash());
    return this;
  }

  Drawing rect(double x, double y, double width, double height, Pen pen) {
    return path(
        List.of(
            new Spot(x, y),
            new Spot(x + width, y),
            new Spot(x + width, y + height),
            new Spot(x, y + height)),
        true,
        pen);
  }

  /**
   * A text on its base line.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  Drawing text(Spot at, double sizeMm, String anchor, boolean bold, String text) {
    out.element(
        "text",
        text,
        "x",
        mm(at.xMm()),
        "y",
        mm(at.yMm()),
        "font-size",
        mm(sizeMm),
        "text-anchor",
        anchor,
        "font-weight",
        bold ? "bold" : "normal",
        "font-family",
        "DejaVu Sans Condensed, DejaVu Sans, Verdana, sans-serif",
        "fill",
        "#000000");
    return this;
  }

  /** A text with white behind it, readable on whatever lies below. */
  Drawing label(Spot at, double sizeMm, boolean bold, String text) {
    double widthMm = widthMm(text, sizeMm);
    rect(
        at.xMm() - 0.4,
        at.yMm() - sizeMm * 0.85,
        widthMm + 0.8,
        sizeMm * 1.1,
        new Pen("none", 0, "", "#ffffff"));
    return text(at, sizeMm, "start", bold, text);
  }

  /** How wide a text is, about. */
  static double widthMm(String text, double sizeMm) {
    return text.codePointCount(0, text.length()) * sizeMm * LETTER;
  }

  String svg() {
    return out + "</svg>\n";
  }

  private static String mm(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
