package org.vigie.groundstation.flightlog.report.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values that a spreadsheet can open: what it would take for a formula is made text
 * by a leading apostrophe, numbers stay numbers.
 *
 * @source RFC 4180; OWASP, CSV injection
 */
public final class Csv {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
  private static final Pattern QUOTED = Pattern.compile("(?s).*[\",;\r\n].*");
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /** Lines of cells, each ending in CR LF. */
  public static String of(List<String> headings, List<List<String>> rows) {
    StringBuilder out = new StringBuilder(line(headings));
    rows.forEach(row -> out.append(line(row)));
    return out.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  static String cell(String text) {
    String safe = text;
    String begin = text.stripLeading();
    boolean formula =
        (!begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0)
            || (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0);
    if (formula && !NUMBER.matcher(text).matches()) {
      safe = "'" + text;
    }
    return QUOTED.matcher(safe).matches() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
