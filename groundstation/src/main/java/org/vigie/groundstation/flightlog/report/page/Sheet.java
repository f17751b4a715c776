package org.vigie.groundstation.flightlog.report.page;

import java.util.List;

/**
 * A table of words with what has to be said of it.
 *
 * @param widths of the columns in percent, together 100
 * @param notes below the table
 */
public record Sheet(
    String title,
    List<String> headings,
    List<Integer> widths,
    List<List<String>> rows,
    List<String> notes) {
  public Sheet {
    headings = List.copyOf(headings);
    widths = List.copyOf(widths);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
    int columns = widths.size();
    if (headings.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException("every row of " + title + " has its columns");
    }
  }

  /** The sheet as XHTML. */
  public String page(Words words) {
    Page page = Page.wide(words, title);
    Html out = page.body();
    out.element("h1", title);
    if (rows.isEmpty()) {
      out.element("p", words.get("sheet.empty"));
    } else {
      Rows.begin(out, headings, widths.stream().mapToInt(Integer::intValue).toArray());
      rows.forEach(row -> Rows.row(out, row, ""));
      Rows.end(out);
    }
    notes.forEach(note -> out.element("p", note, "class", "note"));
    return page.end();
  }
}
