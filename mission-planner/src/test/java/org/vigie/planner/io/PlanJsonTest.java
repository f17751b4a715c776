package org.vigie.planner.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.vigie.planner.Demo;
import org.vigie.planner.plan.FlightPlan;

class PlanJsonTest {
  @Test
  void a_plan_read_back_is_equal_and_has_the_same_hash() throws JsonProcessingException {
    FlightPlan plan = Demo.plan(Demo.request());
    FlightPlan back = PlanJson.read(PlanJson.write(plan));
    assertThat(back).isEqualTo(plan);
    assertThat(back.hash()).isEqualTo(plan.hash());
    assertThat(PlanJson.write(back)).isEqualTo(PlanJson.write(plan));
  }

  @Test
  void what_is_not_exactly_a_plan_is_refused() {
    String json = PlanJson.write(Demo.plan(Demo.request()));
    assertThatThrownBy(() -> PlanJson.read(json.replace("\"siteId\"", "\"place\"")))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> PlanJson.read(json.substring(1)))
        .isInstanceOf(JsonProcessingException.class);
  }
}
