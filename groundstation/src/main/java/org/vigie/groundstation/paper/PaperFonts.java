package org.vigie.groundstation.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The two fonts of a document; the letters that it uses are embedded. */
record PaperFonts(PDFont regular, PDFont bold) {
  static final String FAMILY = "DejaVu Sans Condensed";

  static PaperFonts in(PDDocument document) throws IOException {
    return new PaperFonts(
        load(document, "DejaVuSansCondensed.ttf"), load(document, "DejaVuSansCondensed-Bold.ttf"));
  }

  private static PDFont load(PDDocument document, String resource) throws IOException {
    try (InputStream in = PaperFonts.class.getResourceAsStream(resource)) {
      return PDType0Font.load(document, Objects.requireNonNull(in), true);
    }
  }

  /** What the font has no letter for shows as a question mark. */
  static String shown(PDFont font, String text) throws IOException {
    StringBuilder shown = new StringBuilder();
    for (int point : text.codePoints().toArray()) {
      String letter = Character.toString(point);
      try {
        font.encode(letter);
        shown.append(letter);
      } catch (IllegalArgumentException e) {
        shown.append('?');
      }
    }
    return shown.toString();
  }
}
