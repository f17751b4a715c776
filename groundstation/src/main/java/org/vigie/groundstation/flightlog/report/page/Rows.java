package org.vigie.groundstation.flightlog.report.page;

import java.util.List;

/** Tables of a page. */
final class Rows {
  private Rows() {}

  /** Begins a table whose columns are so wide; widths in percent, together 100. */
  static void begin(Html out, List<String> headings, int... widths) {
    out.open("table", "class", "rows");
    out.open("colgroup");
    for (int width : widths) {
      out.empty("col", "style", "width:" + width + "%");
    }
    out.close("colgroup");
    out.open("thead").open("tr");
    headings.forEach(heading -> out.element("th", heading, "scope", "col"));
    out.close("tr").close("thead").open("tbody");
  }

  static void row(Html out, String... cells) {
    row(out, List.of(cells), "");
  }

  static void row(Html out, List<String> cells, String styleClass) {
    out.open("tr", "class", styleClass);
    cells.forEach(cell -> out.element("td", cell));
    out.close("tr");
  }

  static void end(Html out) {
    out.close("tbody").close("table");
  }

  /** A table of names and values. */
  static void beginFacts(Html out) {
    out.open("table", "class", "facts");
    out.open("colgroup");
    out.empty("col", "style", "width:26%").empty("col", "style", "width:74%");
    out.close("colgroup").open("tbody");
  }

  static void fact(Html out, String name, String value) {
    out.open("tr").element("th", name, "scope", "row").element("td", value).close("tr");
  }

  /** A value that is compared letter by letter. */
  static void hash(Html out, String name, String value) {
    out.open("tr").element("th", name, "scope", "row");
    out.element("td", value, "class", "hash").close("tr");
  }
}
