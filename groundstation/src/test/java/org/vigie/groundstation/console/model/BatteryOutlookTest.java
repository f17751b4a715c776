package org.vigie.groundstation.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
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
    // reserve 60 of 200 Wh is 30 %; the plan draws 30 % in 300 s: 30 % more last 5 min
    assertThat(gauge(60).value()).isEqualTo("60\u00a0%");
    assertThat(gauge(60).detail()).startsWith("plan: ").endsWith("reserve in 5 min");
  }

  @Test
  void under_the_reserve_no_time_is_left() {
    assertThat(gauge(29).detail()).endsWith("reserve in 0 min");
    assertThat(gauge(29).level()).isEqualTo(Level.RED);
  }
}
