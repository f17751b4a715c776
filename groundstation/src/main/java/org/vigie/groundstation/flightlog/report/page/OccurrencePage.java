package org.vigie.groundstation.flightlog.report.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.groundstation.compliance.evidence.EvidenceDocument;
import org.vigie.groundstation.compliance.evidence.EvidenceKind;
import org.vigie.groundstation.flightlog.report.Deed;
import org.vigie.groundstation.flightlog.report.FlightIdentity;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.LoggedLine;
import org.vigie.groundstation.text.Language;

/**
 * The draft of an occurrence report: what the record tells is filled in, what only a person knows
 * is left blank and marked. It judges nothing: whether something must be reported is the person's
 * word.
 *
 * @source Regulation (EU) 376/2014, art. 4 and 13; Regulation (EU) 2019/947, art. 19
 */
public final class OccurrencePage {
  /** 72 hours, from when somebody became aware of it. */
  private static final Duration REPORT_WITHIN = Duration.ofDays(3);

  private static final List<String> BLANKS =
      List.of("reporter", "aware", "headline", "injuries", "damage", "manned", "weather", "class");

  private final FlightReport report;
  private final Words words;

  private OccurrencePage(FlightReport report, Words words) {
    this.report = report;
    this.words = words;
  }

  /** What the document is called. */
  public static String title(FlightReport report, Words words) {
    return words.get("occurrence.title", words.known(report.identity().flight()));
  }

  /** The draft as XHTML. */
  public static String of(FlightReport report, Language language) {
    Words words = new Words(language);
    String title = title(report, words);
    Page page = new Page(words, title, title);
    new OccurrencePage(report, words).write(page.body());
    return page.end();
  }

  private void write(Html out) {
    out.element("h1", words.get("occurrence.heading"));
    out.open("div", "class", "verdict");
    out.element("p", words.get("occurrence.must"));
    out.element("p", clock());
    out.close("div");
    if (!report.verification().passed()) {
      out.open("div", "class", "verdict damaged");
      out.element("p", words.get("occurrence.damaged")).close("div");
    }
    out.element("h2", words.get("occurrence.told"));
    Rows.beginFacts(out);
    told(out);
    Rows.end(out);
    out.element("h2", words.get("occurrence.person"));
    out.element("p", words.get("occurrence.person.note"), "class", "note");
    Rows.beginFacts(out);
    for (String blank : BLANKS) {
      blank(out, words.get("occurrence.blank." + blank));
    }
    Rows.end(out);
    out.element("h2", words.get("occurrence.course"));
    course(out);
    out.element("p", words.get("occurrence.follow"), "class", "note");
  }

  /** The law counts from when a person knew; the record knows only when the station did. */
  private String clock() {
    Instant first =
        report.deeds().stream()
            .filter(deed -> deed.kind() == Deed.Kind.FINDING)
            .map(deed -> deed.entry().time())
            .findFirst()
            .orElse(null);
    return first == null
        ? words.get("occurrence.clock.none")
        : words.get(
            "occurrence.clock", words.moment(first), words.moment(first.plus(REPORT_WITHIN)));
  }

  private void told(Html out) {
    FlightIdentity who = report.identity();
    fact(out, "operator", words.known(who.service()) + registration());
    fact(out, "flight", words.known(who.flight()) + ", " + words.known(who.station()));
    fact(out, "date", words.moment(report.milestones().findDay().orElse(null)));
    fact(out, "place", words.place(who.place() == null ? who.home() : who.place()));
    fact(out, "aircraft", words.known(who.aircraft()) + classLabel());
    fact(out, "pilot", words.known(who.pilot()));
    fact(out, "purpose", words.name("purpose", who.purpose()));
    fact(out, "authorisation", authorisation());
    fact(out, "height", words.number(report.telemetry().greatestHeightM(), "m"));
    fact(out, "outcome", words.shared("state", who.outcome()));
    Rows.hash(out, "record.json", words.known(report.seals().record()));
  }

  private String registration() {
    return paper(EvidenceKind.OPERATOR_REGISTRATION, report.identity().service());
  }

  private String authorisation() {
    String paper = paper(EvidenceKind.OPERATIONAL_AUTHORISATION, report.identity().service());
    return paper.isEmpty() ? words.unknown() : paper.substring(2);
  }

  private String paper(EvidenceKind kind, String holder) {
    return report.basis().evidence().ofKind(kind).stream()
        .filter(paper -> paper.holder().equals(holder))
        .map(OccurrencePage::number)
        .findFirst()
        .map(number -> ", " + number)
        .orElse("");
  }

  private static String number(EvidenceDocument paper) {
    String number = paper.number();
    return number == null ? paper.id() : number;
  }

  private String classLabel() {
    String label = report.basis().aircraft().path("classLabel").asText();
    return ", " + words.get("occurrence.class", words.known(label.equals("none") ? "" : label));
  }

  private void course(Html out) {
    List<LoggedLine> lines =
        report.deeds().stream()
            .map(Deed::entry)
            .filter(entry -> !words.entries().of(entry.tree()).isEmpty())
            .toList();
    if (lines.isEmpty()) {
      out.element("p", words.get("deeds.none"));
      return;
    }
    Rows.begin(out, List.of(words.get("when"), words.get("deeds.what")), 15, 85);
    for (LoggedLine line : lines) {
      Rows.row(
          out,
          words.time(line.time()),
          words.entries().of(line.tree()).stream().collect(Collectors.joining("\n")));
    }
    Rows.end(out);
  }

  private void fact(Html out, String key, String value) {
    Rows.fact(out, words.get("occurrence." + key), value);
  }

  private static void blank(Html out, String name) {
    out.open("tr").element("th", "▸ " + name, "scope", "row");
    out.open("td").open("div", "class", "blank").text("\u00a0").close("div").close("td");
    out.close("tr");
  }
}
