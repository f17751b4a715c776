package org.vigie.groundstation.paper;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.w3c.dom.Element;

/**
 * Puts the inline pictures of pages on paper: those of the four elements that reports draw with,
 * and no other SVG.
 *
 * @threading confined to one document
 */
final class PaperDrawings implements SVGDrawer {
  private static final double POINTS_PER_MM = 72 / 25.4;

  /** CSS has 96 pixels to the inch. */
  private static final double PIXELS_PER_MM = 96 / 25.4;

  private final PaperFonts fonts;

  PaperDrawings(PaperFonts fonts) {
    this.fonts = fonts;
  }

  @Override
  public SVGImage buildSVGImage(
      Element svg,
      Box box,
      CssContext context,
      double cssWidth,
      double cssHeight,
      double dotsPerPixel) {
    String[] view = svg.getAttribute("viewBox").split(" ");
    return new Picture(
        svg, Double.parseDouble(view[2]), Double.parseDouble(view[3]), dotsPerPixel, fonts);
  }

  /**
   * One picture.
   *
   * @param dotsPerPixel of the page's layout
   */
  private record Picture(
      Element svg, double widthMm, double heightMm, double dotsPerPixel, PaperFonts fonts)
      implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) Math.round(widthMm * PIXELS_PER_MM * dotsPerPixel);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.round(heightMm * PIXELS_PER_MM * dotsPerPixel);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      PdfBoxOutputDevice pdf = (PdfBoxOutputDevice) device;
      try {
        float width = (float) (widthMm * POINTS_PER_MM);
        float height = (float) (heightMm * POINTS_PER_MM);
        PDFormXObject form = form(pdf.getWriter(), width, height);
        Rectangle place =
            new Rectangle((int) x, (int) y, getIntrinsicWidth(), getIntrinsicHeight());
        pdf.drawPdfAsImage(form, place, getIntrinsicWidth(), getIntrinsicHeight());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private PDFormXObject form(PDDocument document, float width, float height) throws IOException {
      // an appearance is the one form whose stream knows the document, and so its fonts
      PDAppearanceStream form = new PDAppearanceStream(document);
      form.setResources(new PDResources());
      form.setBBox(new PDRectangle(width, height));
      try (OutputStream bytes = form.getStream().createOutputStream(COSName.FLATE_DECODE);
          PDPageContentStream stream = new PDPageContentStream(document, form, bytes)) {
        new PaperPen(stream, fonts, heightMm).draw(svg);
      }
      return form;
    }
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    // pictures use the document's own two fonts
  }

  @Override
  public void addFontFile(
      File file, String family, Integer weight, BaseRendererBuilder.FontStyle style) {
    // pictures use the document's own two fonts
  }

  @Override
  public void close() {
    // holds nothing open
  }
}
