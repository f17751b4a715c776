package org.vigie.groundstation.flightlog.report.page;

import java.util.List;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.text.Language;

/** The report of one flight, whole. */
public final class FlightPage {
  private FlightPage() {}

  /** The page as XHTML. */
  public static String of(FlightReport report, Language language) {
    Words words = new Words(language);
    String title = title(report, words);
    Page page = new Page(words, title, title);
    Html out = page.body();
    new FirstPage(report, words).write(out);
    drawings(report, words, out);
    Happening happening = new Happening(report, words);
    happening.write(out);
    new DecisionSection(report, words).write(out);
    new Watching(report, words).write(out);
    happening.timeline(out);
    new Contents(report, words).write(out);
    return page.end();
  }

  /** What the document is called. */
  public static String title(FlightReport report, Words words) {
    return words.get(
        "title", words.known(report.identity().flight()), words.known(report.identity().station()));
  }

  private static void drawings(FlightReport report, Words words, Html out) {
    out.element("h2", words.get("map"), "class", "sheet");
    MapDrawing.of(report, words)
        .ifPresentOrElse(out::drawing, () -> out.element("p", words.get("map.none")));
    out.element("p", words.get("map.note"), "class", "note");
    out.element("h2", words.get("profile"));
    ProfileDrawing.of(report, words)
        .ifPresentOrElse(out::drawing, () -> out.element("p", words.get("profile.none")));
    List<String> notes =
        List.of(
            words.get("profile.note"),
            report.telemetry().greatestHeightAboveGroundM() == null
                ? words.get("profile.ground-unknown")
                : "");
    out.element("p", String.join(" ", notes).strip(), "class", "note");
  }
}
