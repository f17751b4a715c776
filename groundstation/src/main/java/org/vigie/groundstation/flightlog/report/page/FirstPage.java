package org.vigie.groundstation.flightlog.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.vigie.groundstation.flightlog.report.FlightIdentity;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.Milestones;
import org.vigie.groundstation.flightlog.report.RecordedInput;
import org.vigie.groundstation.flightlog.verify.CheckResult;
import org.vigie.groundstation.flightlog.verify.Fault;
import org.vigie.groundstation.flightlog.verify.ReportText;
import org.vigie.groundstation.flightlog.verify.VerificationReport;
import org.vigie.groundstation.journal.seal.Checkpoint;

/** What the flight was, how far the record can be relied on, and what to hold it against. */
final class FirstPage {
  /** More faults than these are counted, not listed: one is enough not to rely on a record. */
  private static final int FAULTS_MAX = 20;

  private final FlightReport report;
  private final Words words;

  FirstPage(FlightReport report, Words words) {
    this.report = report;
    this.words = words;
  }

  void write(Html out) {
    out.element("h1", words.get("heading", words.known(report.identity().flight())));
    verdict(out);
    Rows.beginFacts(out);
    identity(out);
    times(out);
    Rows.end(out);
    out.element("h2", words.get("hashes"));
    hashes(out);
    out.element("p", words.get("made-from"), "class", "note");
  }

  private void verdict(Html out) {
    VerificationReport verification = report.verification();
    ReportText texts = new ReportText(Locale.forLanguageTag(words.language().code()));
    String verdict = verification.verdict().name().toLowerCase(Locale.ROOT);
    out.open("div", "class", verification.passed() ? "verdict" : "verdict damaged");
    out.element("p", texts.text("verdict." + verdict, verification.key()));
    if (!verification.passed()) {
      out.open("ul");
      verification.faults().stream()
          .limit(FAULTS_MAX)
          .forEach(fault -> out.element("li", fault(texts, fault)));
      out.close("ul");
      int more = verification.faults().size() - FAULTS_MAX;
      if (more > 0) {
        out.element("p", words.get("faults.more", more));
      }
      out.element("p", words.get("damaged.below"));
    }
    out.close("div");
  }

  private static String fault(ReportText texts, CheckResult result) {
    Fault fault = result.fault();
    String what =
        fault == null ? "" : texts.text("fault." + fault.code(), result.details().toArray());
    String part = result.part().isEmpty() ? texts.text("whole") : result.part();
    return texts.text("failed", texts.text("check." + result.check().code()), part, what);
  }

  private void identity(Html out) {
    FlightIdentity who = report.identity();
    fact(out, "station", words.known(who.station()));
    fact(out, "flight", words.known(who.flight()));
    fact(out, "service", with(who.service(), "operator-type", who.operatorType()));
    fact(out, "pilot", words.known(who.pilot()));
    fact(out, "aircraft", aircraft(who));
    fact(out, "purpose", words.name("purpose", who.purpose()));
    String incident = words.shared("type", who.incidentType());
    fact(out, "incident", words.known(who.incident()) + ", " + incident);
    fact(out, "place", place(who));
    fact(out, "home", words.place(who.home()) + site(who));
    fact(out, "outcome", outcome(who.outcome()));
    report
        .findDecision()
        .ifPresent(
            decision -> fact(out, "decision", words.shared("verdict", decision.verdict().name())));
  }

  private String outcome(String code) {
    return words.shared("state", code);
  }

  private String with(String value, String prefix, String code) {
    return words.known(value) + (code.isEmpty() ? "" : ", " + words.name(prefix, code));
  }

  private String aircraft(FlightIdentity who) {
    JsonNode file = report.basis().aircraft();
    StringBuilder text = new StringBuilder(words.known(who.aircraft()));
    if (!who.vehicle().isEmpty()) {
      text.append(" (").append(who.vehicle()).append(')');
    }
    if (file.path("mtomKg").isNumber()) {
      text.append(", ")
          .append(words.get("aircraft.mass", words.number(file.path("mtomKg").asDouble(), "kg")));
    }
    if (!file.path("firmware").asText().isEmpty()) {
      text.append(", ").append(file.path("firmware").asText());
    }
    return text.toString();
  }

  private String place(FlightIdentity who) {
    String text = words.place(who.place());
    if (who.placeUncertaintyM() != null) {
      text += " ± " + words.number(who.placeUncertaintyM(), "m");
    }
    return text + (who.commune().isEmpty() ? "" : ", " + words.get("commune", who.commune()));
  }

  private static String site(FlightIdentity who) {
    return who.site().isEmpty() ? "" : ", " + who.site();
  }

  private void times(Html out) {
    Milestones when = report.milestones();
    Instant day = when.findDay().orElse(null);
    String legal = day == null ? "" : " (" + words.get("legal-time", words.legal(day)) + ")";
    fact(out, "date", words.moment(day) + legal);
    fact(
        out,
        "airborne",
        when.takenOff() == null
            ? words.get("airborne.never")
            : words.get(
                "airborne.value",
                words.moment(when.takenOff()),
                words.moment(when.landed()),
                words.duration(when.findAirborne().orElse(null))));
  }

  private void hashes(Html out) {
    Rows.beginFacts(out);
    Rows.hash(out, "record.json", words.known(report.seals().record()));
    for (RecordedInput part : report.parts()) {
      if (part.name().matches("(plan|proof|decision)\\.json|telemetry\\.tlog|entries\\.jsonl")) {
        Rows.hash(out, part.name(), part.sha256());
      }
    }
    Checkpoint checkpoint = report.seals().checkpoint();
    Rows.hash(
        out,
        words.get("checkpoint"),
        checkpoint == null
            ? words.unknown()
            : words.get(
                "checkpoint.value",
                checkpoint.root().base64(),
                Long.toString(checkpoint.treeSize()),
                checkpoint.origin()));
    Rows.hash(out, words.get("key"), words.known(report.verification().key()));
    Rows.end(out);
  }

  private void fact(Html out, String key, String value) {
    Rows.fact(out, words.get("fact." + key), value);
  }
}
