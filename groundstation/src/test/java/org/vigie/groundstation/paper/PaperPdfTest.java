package org.vigie.groundstation.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.groundstation.flightlog.report.Records;
import org.vigie.groundstation.flightlog.report.page.FlightPage;
import org.vigie.groundstation.text.Language;

class PaperPdfTest {
  private static final Instant MADE = Instant.parse("2026-11-24T13:00:41Z");
  private static final double A4_WIDTH_PT = 210 / 25.4 * 72;
  private static final double A4_HEIGHT_PT = 297 / 25.4 * 72;

  @TempDir Path folder;

  private String page() throws IOException {
    return FlightPage.of(Records.refused(folder).report(), Language.FR);
  }

  @Test
  void the_same_page_is_the_same_pdf_to_the_byte() throws Exception {
    String page = page();

    assertThat(PaperPdf.of(page, "Vol", MADE)).isEqualTo(PaperPdf.of(page, "Vol", MADE));
    assertThat(PaperPdf.of(page, "Vol", MADE.plusSeconds(1)))
        .isNotEqualTo(PaperPdf.of(page, "Vol", MADE));
  }

  @Test
  void every_sheet_is_a4_with_its_number_and_embedded_fonts() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(PaperPdf.of(page(), "Vol F-20261124-1", MADE))) {
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Vol F-20261124-1");
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(MADE);
      int pages = pdf.getNumberOfPages();
      assertThat(pages).isBetween(3, 12);
      for (int i = 0; i < pages; i++) {
        PDPage sheet = pdf.getPage(i);
        assertThat((double) sheet.getMediaBox().getWidth()).isCloseTo(A4_WIDTH_PT, within(1.0));
        assertThat((double) sheet.getMediaBox().getHeight()).isCloseTo(A4_HEIGHT_PT, within(1.0));
        for (var name : sheet.getResources().getFontNames()) {
          PDFont font = sheet.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(i + 1);
        text.setEndPage(i + 1);
        assertThat(text.getText(pdf)).contains((i + 1) + " / " + pages).contains("F-20261124-1");
      }
      String all = new PDFTextStripper().getText(pdf);
      assertThat(all).contains("Télépilote", "refusé", "FRVG001");
    }
  }

  @Test
  void what_the_font_has_no_letter_for_stops_nothing() throws Exception {
    String page = page().replace("demo-pilot-2", "\u4e2d\ud83d\ude81 pilot");

    assertThat(PaperPdf.of(page, "Vol", MADE)).isNotEmpty();
  }

  @Test
  void a_page_that_is_not_well_formed_is_refused() {
    assertThatThrownBy(() -> PaperPdf.of("<html><body></html>", "x", MADE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("well-formed");
  }
}
