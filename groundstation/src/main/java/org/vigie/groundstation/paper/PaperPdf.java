package org.vigie.groundstation.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.vigie.planner.canonical.ContentHash;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Makes a PDF of a page: A4, as its style says. The same page gives the same bytes. */
public final class PaperPdf {
  private static final int BOLD = 700;
  private static final int NORMAL = 400;

  private PaperPdf() {}

  /**
   * The PDF of a page.
   *
   * @param xhtml well-formed, whole in itself
   * @param made the moment that the document states as its own; no clock is asked
   * @throws IOException if the page is not well-formed
   */
  public static byte[] of(String xhtml, String title, Instant made) throws IOException {
    XRLog.setLoggingEnabled(false);
    try (PDDocument pdf = new PDDocument()) {
      PaperFonts fonts = PaperFonts.in(pdf);
      PdfRendererBuilder builder =
          new PdfRendererBuilder()
              .usePDDocument(pdf)
              .usePdfUaAccessibility(true)
              .withW3cDocument(parse(xhtml), "")
              .useFont(
                  new PDFontSupplier(fonts.regular()),
                  PaperFonts.FAMILY,
                  NORMAL,
                  FontStyle.NORMAL,
                  true)
              .useFont(
                  new PDFontSupplier(fonts.bold()), PaperFonts.FAMILY, BOLD, FontStyle.NORMAL, true)
              .useSVGDrawer(new PaperDrawings(fonts))
              .useExternalResourceAccessControl(
                  (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
              .useReplacementText("?");
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFKeepOpen();
        return saved(pdf, xhtml, title, made);
      }
    }
  }

  private static byte[] saved(PDDocument pdf, String xhtml, String title, Instant made)
      throws IOException {
    PDDocumentInformation facts = new PDDocumentInformation();
    facts.setTitle(title);
    facts.setProducer("Vigie");
    GregorianCalendar calendar = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
    facts.setCreationDate(calendar);
    facts.setModificationDate(calendar);
    pdf.setDocumentInformation(facts);
    // the trailer's identifier would otherwise hold the time of day
    pdf.setDocumentId(ByteBuffer.wrap(hash(xhtml)).getLong());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pdf.save(out);
    return out.toByteArray();
  }

  private static byte[] hash(String xhtml) {
    return HexFormat.of().parseHex(ContentHash.of(xhtml).hex());
  }

  /** No entity, no declaration of elsewhere. */
  private static Document parse(String xhtml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setExpandEntityReferences(false);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xhtml)));
    } catch (SAXException e) {
      throw new IOException("the page is not well-formed: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java reads no XML safely", e);
    }
  }
}
