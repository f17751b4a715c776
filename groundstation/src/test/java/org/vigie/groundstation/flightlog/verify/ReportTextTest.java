package org.vigie.groundstation.flightlog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ReportTextTest {
  private static final String BUNDLE = "org.vigie.groundstation.flightlog.verify.texts";

  private static List<String> needed() {
    List<String> keys =
        new ArrayList<>(List.of("heading", "size", "whole", "passed", "failed", "noted"));
    keys.addAll(
        List.of("absent", "bad-key", "witnessed", "not-witnessed", "not-a-key-of-the-station"));
    for (Check check : Check.values()) {
      keys.add("check." + check.code());
    }
    for (Fault fault : Fault.values()) {
      keys.add("fault." + fault.code());
    }
    for (Verdict verdict : Verdict.values()) {
      keys.add("verdict." + verdict.name().toLowerCase(Locale.ROOT));
    }
    return keys;
  }

  @Test
  void every_text_is_there_in_both_languages_and_none_is_left_over() {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      assertThat(ResourceBundle.getBundle(BUNDLE, locale).keySet())
          .containsExactlyInAnyOrderElementsOf(needed());
    }
  }

  @Test
  void no_text_has_an_apostrophe_that_swallows_its_details() {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
      for (String key : bundle.keySet()) {
        assertThat(bundle.getString(key).replace("''", "")).as(key).doesNotContain("'");
      }
    }
  }

  @Test
  void a_report_names_part_and_fault_in_the_language_asked_for() {
    CheckResult fault =
        new CheckResult(Check.FILES, false, "plan.json", Fault.SIZE, List.of("10", "11"));
    CheckResult passed = new CheckResult(Check.ORDER, true, "", null, List.of());
    VerificationReport report =
        new VerificationReport(
            Verdict.DAMAGED, "s", "F1", "", 12_345, 67, List.of(), List.of(fault, passed));
    assertThat(new ReportText(Locale.ENGLISH).write(report))
        .contains("Flight F1, station s", "plan.json: listed with 10 bytes, has 11")
        .contains("ok      entries in order", "DAMAGED");
    assertThat(new ReportText(Locale.FRENCH).write(report))
        .contains("Vol F1, station s", "plan.json : 10 octets dans la liste, 11 trouvés")
        .contains("l'ordre", "ALTÉRÉ : ce dossier n'est pas");
  }
}
