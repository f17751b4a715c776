package org.vigie.groundstation.flightlog.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The sheet that all reports share: title, style, what stands at the head of every printed page.
 *
 * @threading confined to one page
 */
final class Page {
  private static final String STYLE = style();

  private final Html out = new Html();

  /**
   * Begins a page.
   *
   * @param title of the document
   * @param running at the head of each sheet
   */
  Page(Words words, String title, String running) {
    this(words, title, running, STYLE);
  }

  private Page(Words words, String title, String running, String style) {
    out.open("html", "lang", words.language().code());
    out.open("head").empty("meta", "charset", "utf-8");
    out.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'");
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.element("title", title);
    out.style(style).close("head").open("body");
    out.element("div", running, "class", "running");
  }

  Html body() {
    return out;
  }

  /** A sheet with a table of many columns lies on its side. */
  static Page wide(Words words, String title) {
    return new Page(
        words, title, title, STYLE + "@page { size: A4 landscape; } body { max-width: 277mm; }");
  }

  /** The whole text. */
  String end() {
    out.close("body").close("html");
    return "<!DOCTYPE html>\n" + out;
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
