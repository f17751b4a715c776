package org.vigie.groundstation.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vigie.planner.plan.Budget;

/** What clients make of a plan's energy. */
class PlanBudgetTest {
  @Test
  void the_planner_and_the_console_agree_on_what_must_be_shown_before_take_off() {
    PlanDocument.PlanBudget shown = new PlanDocument.PlanBudget(300, 100, 60, 57, 200, 355.2, 60);
    Budget planned = new Budget(300, 100, 60, 60, 57, 200, 355.2, 60);
    assertThat(shown.usePercent() + shown.reservePercent())
        .isCloseTo(planned.neededPercent(), within(1e-9));
  }
}
