package org.vigie.groundstation.flightlog.report.page;

import java.util.List;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.Look;
import org.vigie.groundstation.flightlog.report.Segment;

/** Who saw pictures and who was not let, and what was recorded. */
final class Watching {
  private final FlightReport report;
  private final Words words;

  Watching(FlightReport report, Words words) {
    this.report = report;
    this.words = words;
  }

  void write(Html out) {
    out.element("h2", words.get("looks"));
    looks(out);
    out.element("h2", words.get("segments"));
    segments(out);
  }

  private void looks(Html out) {
    List<Look> looks = report.looks();
    if (looks.isEmpty()) {
      out.element("p", words.get("looks.none"));
      return;
    }
    Rows.begin(
        out,
        List.of(
            words.get("looks.person"),
            words.get("looks.service"),
            words.get("looks.source"),
            words.get("looks.from"),
            words.get("looks.until"),
            words.get("looks.reason")),
        17,
        13,
        10,
        12,
        12,
        36);
    for (Look look : looks) {
      Rows.row(
          out,
          List.of(
              look.person(),
              look.service(),
              look.source(),
              words.time(look.from()),
              until(look),
              reason(look)),
          look.refused() ? "fails" : "");
    }
    Rows.end(out);
  }

  private String until(Look look) {
    if (look.refused()) {
      return words.get("looks.refused");
    }
    return look.until() == null ? words.unknown() : words.time(look.until());
  }

  private String reason(Look look) {
    if (look.refused()) {
      String article = look.article().isEmpty() ? "" : " [" + look.article() + "]";
      return words.shared("view", look.reason()) + article;
    }
    return look.reason().isEmpty() ? "" : words.name("look-end", look.reason());
  }

  private void segments(Html out) {
    List<Segment> segments = report.segments();
    if (segments.isEmpty()) {
      out.element("p", words.get("segments.none"));
      return;
    }
    Rows.begin(
        out,
        List.of(
            words.get("segments.piece"),
            words.get("segments.from"),
            words.get("segments.to"),
            words.get("segments.bytes"),
            "SHA-256"),
        12,
        13,
        13,
        12,
        50);
    for (Segment one : segments) {
      out.open("tr");
      out.element("td", one.source() + " " + one.index() + state(one));
      out.element("td", words.time(one.from()));
      out.element("td", words.time(one.to()));
      out.element("td", words.bytes(one.bytes()));
      out.element("td", one.sha256(), "class", "hash").close("tr");
    }
    Rows.end(out);
    out.element("p", words.get("segments.note"), "class", "note");
  }

  private String state(Segment segment) {
    return segment.state().equals("CLOSED") ? "" : ", " + words.name("segment", segment.state());
  }
}
