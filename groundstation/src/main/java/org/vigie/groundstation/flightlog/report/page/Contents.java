package org.vigie.groundstation.flightlog.report.page;

import java.util.List;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.RecordedInput;

/** The files that the record holds, with the hashes that its list gives them. */
final class Contents {
  private final FlightReport report;
  private final Words words;

  Contents(FlightReport report, Words words) {
    this.report = report;
    this.words = words;
  }

  void write(Html out) {
    out.element("h2", words.get("inputs"));
    files(out, report.inputs());
    out.element("h2", words.get("parts"));
    files(out, report.parts());
    out.element("p", words.get("parts.note"), "class", "note");
  }

  private void files(Html out, List<RecordedInput> files) {
    if (files.isEmpty()) {
      out.element("p", words.get("inputs.none"));
      return;
    }
    Rows.begin(
        out, List.of(words.get("inputs.name"), words.get("inputs.bytes"), "SHA-256"), 36, 12, 52);
    for (RecordedInput file : files) {
      String kind = file.kind().isEmpty() ? "" : " (" + words.name("input", file.kind()) + ")";
      out.open("tr").element("td", file.name() + kind).element("td", words.bytes(file.bytes()));
      out.element("td", file.sha256(), "class", "hash").close("tr");
    }
    Rows.end(out);
  }
}
