package org.vigie.groundstation.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws paths, circles and texts in points, y upward, from SVG in millimetres, y downward.
 *
 * @threading confined to one picture
 */
final class PaperPen {
  private static final float POINTS_PER_MM = 72 / 25.4f;

  /** Four Bézier curves are a circle to 0.03 % of its radius with handles so long. */
  private static final float HANDLE = 0.5523f;

  private static final String NONE = "none";
  private static final int RGB = 0xFF;

  private final PDPageContentStream out;
  private final PaperFonts fonts;
  private final double heightMm;

  PaperPen(PDPageContentStream out, PaperFonts fonts, double heightMm) {
    this.out = out;
    this.fonts = fonts;
    this.heightMm = heightMm;
  }

  void draw(Element svg) throws IOException {
    for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element shape) {
        switch (shape.getTagName()) {
          case "path" -> path(shape);
          case "circle" -> circle(shape);
          case "text" -> text(shape);
          default -> throw new IOException("no picture of ours has a " + shape.getTagName());
        }
      }
    }
  }

  private void path(Element shape) throws IOException {
    String[] words = shape.getAttribute("d").split(" ");
    boolean closed = false;
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "M" -> out.moveTo(x(words[i + 1]), y(words[i + 2]));
        case "L" -> out.lineTo(x(words[i + 1]), y(words[i + 2]));
        case "Z" -> closed = true;
        default -> {
          // a number that was taken with its letter
        }
      }
    }
    if (closed) {
      out.closePath();
    }
    paint(shape);
  }

  private void circle(Element shape) throws IOException {
    float x = x(shape.getAttribute("cx"));
    float y = y(shape.getAttribute("cy"));
    float r = length(shape.getAttribute("r"));
    float h = r * HANDLE;
    out.moveTo(x + r, y);
    out.curveTo(x + r, y + h, x + h, y + r, x, y + r);
    out.curveTo(x - h, y + r, x - r, y + h, x - r, y);
    out.curveTo(x - r, y - h, x - h, y - r, x, y - r);
    out.curveTo(x + h, y - r, x + r, y - h, x + r, y);
    out.closePath();
    paint(shape);
  }

  private void paint(Element shape) throws IOException {
    String fill = shape.getAttribute("fill");
    String stroke = shape.getAttribute("stroke");
    if (!fill.equals(NONE)) {
      float[] colour = colour(fill);
      out.setNonStrokingColor(colour[0], colour[1], colour[2]);
    }
    if (!stroke.equals(NONE)) {
      float[] colour = colour(stroke);
      out.setStrokingColor(colour[0], colour[1], colour[2]);
      out.setLineWidth(length(shape.getAttribute("stroke-width")));
      out.setLineJoinStyle(1);
      out.setLineDashPattern(dash(shape.getAttribute("stroke-dasharray")), 0);
    }
    if (fill.equals(NONE)) {
      out.stroke();
    } else if (stroke.equals(NONE)) {
      out.fill();
    } else {
      out.fillAndStroke();
    }
  }

  private static float[] dash(String lengths) {
    if (lengths.equals(NONE)) {
      return new float[0];
    }
    String[] words = lengths.split(" ");
    float[] dash = new float[words.length];
    for (int i = 0; i < words.length; i++) {
      dash[i] = length(words[i]);
    }
    return dash;
  }

  private void text(Element shape) throws IOException {
    PDFont font = shape.getAttribute("font-weight").equals("bold") ? fonts.bold() : fonts.regular();
    String text = PaperFonts.shown(font, shape.getTextContent());
    float size = length(shape.getAttribute("font-size"));
    float width = font.getStringWidth(text) / 1000 * size;
    float back =
        switch (shape.getAttribute("text-anchor")) {
          case "middle" -> width / 2;
          case "end" -> width;
          default -> 0;
        };
    float[] colour = colour(shape.getAttribute("fill"));
    out.setNonStrokingColor(colour[0], colour[1], colour[2]);
    out.beginText();
    out.setFont(font, size);
    out.newLineAtOffset(x(shape.getAttribute("x")) - back, y(shape.getAttribute("y")));
    out.showText(text);
    out.endText();
  }

  private static float[] colour(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return new float[] {
      (rgb >> 16 & RGB) / (float) RGB, (rgb >> 8 & RGB) / (float) RGB, (rgb & RGB) / (float) RGB
    };
  }

  private static float length(String mm) {
    return Float.parseFloat(mm) * POINTS_PER_MM;
  }

  private static float x(String mm) {
    return length(mm);
  }

  private float y(String mm) {
    return (float) ((heightMm - Double.parseDouble(mm)) * POINTS_PER_MM);
  }
}
