package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.vigie.groundstation.client.PlanDocument;
import org.vigie.groundstation.text.Language;
import org.vigie.groundstation.text.Texts;

/** For how long the battery lasts, by plan. */
class BatteryOutlookTest {
  private static Gauge gauge(double percent) {
    ConsoleModel model = new ConsoleModel(Texts.in(Language.EN), ZoneOffset.UTC, Pictured.NOW);
    model.status(Pictured.connected());
    model.who(Pictured.pilot("pilot-1"));
    model.snapshot(
        new Pictured()
            .vehicle("V1", "OK", "INSIDE", percent)
            .flight("F-1", "V1", "ON_SCENE")
            .taken(),
        Pictured.NOW);
    model.documents("F-1", Pictured.documents());
    return model.show(Pictured.NOW).flight().gauges().get(2);
  }

  @Test
  void minutes_count_to_the_reserve_and_say_that_they_are_the_plans() {
    // 355.2 Wh on the label, 200 usable, 60 of them reserve: the reserve begins at 60.6 %; the plan
    // draws 57 Wh, 16.05 %, in 300 s: the 32.1 % above the reserve last 10 min
    assertThat(gauge(92.7).value()).isEqualTo("93\u00a0%");
    assertThat(gauge(92.7).detail()).startsWith("plan: ").endsWith("reserve in 10 min");
  }

  @Test
  void under_the_reserve_no_time_is_left() {
    assertThat(gauge(60).detail()).endsWith("reserve in 0 min");
    assertThat(gauge(60).level()).isEqualTo(Level.RED);
    assertThat(gauge(61).level()).isNotEqualTo(Level.RED);
  }

  @Test
  void a_plan_that_names_no_label_counts_from_what_is_usable() {
    PlanDocument.PlanBudget budget = new PlanDocument.PlanBudget(300, 100, 60, 57, 200, 200, 60);
    assertThat(budget.usePercent()).isEqualTo(28.5);
    assertThat(budget.reservePercent()).isEqualTo(30);
  }
}
