package org.vigie.planner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.Demo;
import org.vigie.planner.canonical.ContentHash;
import org.vigie.planner.io.PlanJson;

/**
 * A plan that differs anywhere has another hash, whatever its records come to hold: every component
 * of every record in it, every element of every list, its order and its length.
 */
class PlanHashTest {
  private static final FlightPlan PLAN = Demo.plan(Demo.request());

  /** Every list of a plan holds something here, and every record in it is there. */
  private static final Set<Class<?>> HELD =
      Set.of(
          FlightPlan.class,
          MissionItem.class,
          ParameterSetting.class,
          Home.class,
          Start.class,
          Phases.class,
          Scene.class,
          Volume.class,
          Leg.class,
          Budget.class,
          GeoPolygon.class,
          LatLon.class,
          Volume.Term.class);

  /** A changed value and where it was changed. */
  private record Changed(String where, Object value) {}

  /** Of longer lists the ends and the middle are changed, unless all of it is. */
  private boolean everyElement;

  @Test
  void a_plan_changed_in_any_field_fails_its_own_hash() throws Exception {
    check();
  }

  @Test
  @Tag("deep")
  void a_plan_changed_in_any_field_of_any_element_fails_its_own_hash() throws Exception {
    everyElement = true;
    check();
  }

  private void check() throws Exception {
    List<Changed> all = changes("plan", PLAN);
    ContentHash own = PLAN.hash();
    Map<String, Integer> byField = new TreeMap<>();
    Set<ContentHash> hashes = new HashSet<>();
    for (Changed changed : all) {
      FlightPlan plan = (FlightPlan) changed.value();
      ContentHash hash = plan.hash();
      assertThat(hash).as(changed.where()).isNotEqualTo(own);
      hashes.add(hash);
      assertThat(PlanJson.read(PlanJson.write(plan)).hash()).isEqualTo(hash);
      byField.merge(changed.where().split("[.\\[]", 3)[1], 1, Integer::sum);
    }
    assertThat(hashes).as("two changes alike are rare").hasSizeGreaterThan(all.size() * 9 / 10);
    assertThat(seen).containsAll(HELD);
    for (RecordComponent component : FlightPlan.class.getRecordComponents()) {
      assertThat(byField).as("changes of").containsKey(component.getName());
    }
  }

  private final Set<Class<?>> seen = new HashSet<>();

  private List<Changed> changes(String where, Object value) throws ReflectiveOperationException {
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

  /** Each element changed, left out, said twice, and changed for the next. */
  private List<Changed> ofList(String where, List<?> list) throws ReflectiveOperationException {
    List<Changed> changes = new ArrayList<>();
    int last = list.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (!everyElement && i != 0 && i != last / 2 && i != last) {
        continue;
      }
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
      if (i > 0 && !list.get(i).equals(list.get(i - 1))) {
        List<Object> swapped = new ArrayList<>(list);
        Collections.swap(swapped, i, i - 1);
        changes.add(new Changed(at + " before the one before it", swapped));
      }
    }
    return changes;
  }

  private List<Changed> ofRecord(String where, Record record) throws ReflectiveOperationException {
    seen.add(record.getClass());
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
