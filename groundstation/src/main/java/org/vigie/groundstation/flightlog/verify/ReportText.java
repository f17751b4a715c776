package org.vigie.groundstation.flightlog.verify;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** A report for people, in French or English. */
public final class ReportText {
  private static final String BUNDLE = "org.vigie.groundstation.flightlog.verify.texts";

  private final ResourceBundle texts;
  private final Locale locale;

  /** Texts in a language; English where there is none. */
  public ReportText(Locale locale) {
    this.locale = locale;
    this.texts =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The whole report, lines ending in a line feed. */
  public String write(VerificationReport report) {
    StringBuilder out = new StringBuilder();
    if (!report.flight().isEmpty()) {
      line(out, text("heading", report.flight(), report.station()));
      line(out, text("size", report.entries(), report.telemetryBytes()));
    }
    for (CheckResult result : report.results()) {
      String check = text("check." + result.check().code());
      Fault fault = result.fault();
      if (fault == null) {
        line(out, text("passed", check));
      } else {
        String what = text("fault." + fault.code(), result.details().toArray());
        String part = result.part().isEmpty() ? text("whole") : result.part();
        line(out, text(result.passed() ? "noted" : "failed", check, part, what));
      }
    }
    for (Witnessed witnessed : report.witnessed()) {
      line(out, text("witnessed", witnessed.witness(), witnessed.at()));
    }
    line(
        out,
        text(
            "verdict." + report.verdict().name().toLowerCase(Locale.ROOT),
            report.key(),
            before(report)));
    return out.toString();
  }

  private static String before(VerificationReport report) {
    return report.witnessed().isEmpty() ? "" : report.witnessed().get(0).at().toString();
  }

  /** One text. */
  public String text(String key, Object... details) {
    return new MessageFormat(texts.getString(key), locale).format(details);
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }
}
