package org.vigie.planner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.planner.Demo;
import org.vigie.planner.io.PlanJson;

/** A plan that differs anywhere has another hash, whatever its records come to hold. */
class PlanHashTest {
  private static final FlightPlan PLAN = Demo.plan(Demo.request());

  /** A changed value and where it was changed. */
  private record Changed(String where, Object value) {}

  @Test
  void a_plan_changed_in_any_field_fails_its_own_hash() throws Exception {
    List<Changed> all = changes("plan", PLAN);
    Map<String, Integer> byField = new TreeMap<>();
    for (Changed changed : all) {
      FlightPlan plan = (FlightPlan) changed.value();
      assertThat(plan.hash()).as(changed.where()).isNotEqualTo(PLAN.hash());
      assertThat(PlanJson.read(PlanJson.write(plan)).hash()).isEqualTo(plan.hash());
      byField.merge(changed.where().split("[.\\[]", 3)[1], 1, Integer::sum);
    }
    for (RecordComponent component : FlightPlan.class.getRecordComponents()) {
      assertThat(byField).as("changes of").containsKey(component.getName());
    }
  }

  private static List<Changed> changes(String where, Object value)
      throws ReflectiveOperationException {
    if (value instanceof Record record) {
      return ofRecord(where, record);
    }
    if (value instanceof List<?> list) {
      return ofList(where, list);
    }
    if (value instanceof Integer number) {
      return List.of(new Changed(where, number + 1));
    }
    if (value instanceof Float number) {
      return List.of(new Changed(where, number + 1));
    }
    if (value instanceof Double number) {
      return List.of(new Changed(where, number + 1e-3));
    }
    if (value instanceof String text) {
      return List.of(new Changed(where, text + "x"));
    }
    if (value instanceof Instant instant) {
      return List.of(new Changed(where, instant.plusMillis(1)));
    }
    throw new AssertionError(where + ": nothing known of " + value.getClass());
  }

  /** First and last element changed, left out, and said twice. */
  private static List<Changed> ofList(String where, List<?> list)
      throws ReflectiveOperationException {
    List<Changed> changes = new ArrayList<>();
    for (int i : list.isEmpty() ? new int[0] : new int[] {0, list.size() - 1}) {
      String at = where + "[" + i + "]";
      for (Changed changed : changes(at, list.get(i))) {
        List<Object> other = new ArrayList<>(list);
        other.set(i, changed.value());
        changes.add(new Changed(changed.where(), other));
      }
      List<Object> shorter = new ArrayList<>(list);
      shorter.remove(i);
      changes.add(new Changed(at + " left out", shorter));
      List<Object> longer = new ArrayList<>(list);
      longer.add(i, list.get(i));
      changes.add(new Changed(at + " twice", longer));
    }
    return changes;
  }

  private static List<Changed> ofRecord(String where, Record record)
      throws ReflectiveOperationException {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = components[i].getAccessor().invoke(record);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    List<Changed> changes = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      for (Changed changed : changes(where + "." + components[i].getName(), values[i])) {
        Object[] other = values.clone();
        other[i] = changed.value();
        try {
          Object built = record.getClass().getConstructor(types).newInstance(other);
          changes.add(new Changed(changed.where(), built));
        } catch (InvocationTargetException refused) {
          // what no plan can hold needs no hash
          assertThat(refused.getCause()).isInstanceOf(IllegalArgumentException.class);
        }
      }
    }
    return changes;
  }
}
