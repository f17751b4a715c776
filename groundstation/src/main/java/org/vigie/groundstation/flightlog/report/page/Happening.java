package org.vigie.groundstation.flightlog.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.groundstation.flightlog.report.Deed;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.LoggedLine;
import org.vigie.groundstation.flightlog.report.TelemetrySummary;

/** What the aircraft told, who had to do with it, what was found and ordered, and what happened. */
final class Happening {
  private final FlightReport report;
  private final Words words;

  Happening(FlightReport report, Words words) {
    this.report = report;
    this.words = words;
  }

  void write(Html out) {
    out.element("h2", words.get("telemetry"));
    telemetry(out);
    out.element("h2", words.get("people"));
    people(out);
    out.element("h2", words.get("deeds"));
    deeds(out);
  }

  private void telemetry(Html out) {
    TelemetrySummary told = report.telemetry();
    if (told.bytes() == 0) {
      out.element("p", words.get("telemetry.none"));
      return;
    }
    Rows.beginFacts(out);
    fact(out, "height", words.number(told.greatestHeightM(), "m"));
    fact(out, "above-ground", words.number(told.greatestHeightAboveGroundM(), "m"));
    fact(out, "speed", words.number(told.greatestSpeedMps(), "m/s"));
    fact(out, "way", words.number(told.flownM(), "m"));
    fact(out, "farthest", words.number(told.farthestM(), "m"));
    fact(
        out,
        "battery",
        words.get(
            "telemetry.battery.value",
            words.number(told.batteryFirstPercent(), "%"),
            words.number(told.batteryLastPercent(), "%"),
            words.number(told.consumedMah(), "mAh"),
            words.number(told.leastVolts(), "V")));
    fact(
        out,
        "link",
        words.get(
            "telemetry.link.value",
            words.number(told.lostPercent(), "%"),
            told.framesOfAircraft(),
            words.seconds(told.longestSilence())));
    fact(out, "file", words.get("telemetry.file.value", words.bytes(told.bytes()), told.frames()));
    Rows.end(out);
  }

  private void fact(Html out, String key, String value) {
    Rows.fact(out, words.get("telemetry." + key), value);
  }

  private void people(Html out) {
    Rows.begin(out, List.of(words.get("people.who"), words.get("people.what")), 30, 70);
    report
        .people()
        .forEach(
            (who, roles) ->
                Rows.row(
                    out,
                    who,
                    roles.stream()
                        .map(role -> words.name("role", role.name()))
                        .collect(Collectors.joining(", "))));
    Rows.end(out);
    out.element("p", words.get("people.note"), "class", "note");
  }

  private void deeds(Html out) {
    List<Deed> deeds = report.deeds();
    if (deeds.isEmpty()) {
      out.element("p", words.get("deeds.none"));
      return;
    }
    Rows.begin(
        out,
        List.of(
            words.get("when"),
            words.get("deeds.kind"),
            words.get("deeds.what"),
            words.get("deeds.outcome")),
        13,
        15,
        46,
        26);
    for (Deed deed : deeds) {
      List<String> lines = words.entries().of(deed.entry().tree());
      if (!lines.isEmpty()) {
        String kind = words.name("deed", deed.kind().name());
        String outcome =
            deed.outcome().isEmpty()
                ? ""
                : words.shared("order.outcome", deed.outcome().replace(':', '.'));
        Rows.row(out, words.time(deed.entry().time()), kind, String.join("\n", lines), outcome);
      }
    }
    Rows.end(out);
  }

  void timeline(Html out) {
    out.element("h2", words.get("timeline"));
    Rows.begin(out, List.of(words.get("when"), words.get("timeline.what")), 13, 87);
    for (LoggedLine entry : report.entries()) {
      List<String> lines = new ArrayList<>(words.entries().of(entry.tree()));
      if (!lines.isEmpty()) {
        String when = words.exactTime(entry.time());
        Rows.row(out, when, String.join("\n", lines));
      }
    }
    Rows.end(out);
    out.element("p", words.get("timeline.note", report.entries().size()), "class", "note");
  }
}
