package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Alarms sound once, stay while they are true, and are acknowledged by a person. One that comes
 * back soon after it went, as on a link that flaps, is the same one: it does not sound again and
 * stays acknowledged.
 *
 * @threading confined to the model's thread
 */
final class Alarms {
  /** A link that comes and goes does so within seconds. */
  static final Duration SAME_AGAIN = Duration.ofSeconds(10);

  private final Map<Condition.Key, Alarm> shown = new HashMap<>();
  private final Map<Condition.Key, Gone> gone = new HashMap<>();

  private record Gone(Alarm alarm, Instant at) {}

  /**
   * Takes what is wrong now.
   *
   * @return whether a new alarm is to sound
   */
  boolean update(Collection<Condition> now, Instant at) {
    gone.values().removeIf(g -> Duration.between(g.at(), at).compareTo(SAME_AGAIN) > 0);
    Map<Condition.Key, Alarm> next = new HashMap<>();
    boolean sound = false;
    for (Condition condition : now) {
      Alarm before = shown.get(condition.key());
      Gone again = gone.remove(condition.key());
      if (before == null && again != null) {
        before = again.alarm();
      }
      sound |= before == null;
      next.put(
          condition.key(),
          new Alarm(
              condition.kind(),
              condition.subject(),
              condition.words(),
              before == null ? at : before.since(),
              before != null && before.acknowledged()));
    }
    shown.forEach(
        (key, alarm) -> {
          if (!next.containsKey(key)) {
            gone.put(key, new Gone(alarm, at));
          }
        });
    shown.clear();
    shown.putAll(next);
    return sound;
  }

  /** A person has seen all that is shown now. */
  void acknowledge() {
    shown.replaceAll(
        (key, alarm) ->
            new Alarm(alarm.kind(), alarm.subject(), alarm.words(), alarm.since(), true));
  }

  /** Those that nobody has seen first, then the worst, then the oldest. */
  List<Alarm> list() {
    List<Alarm> all = new ArrayList<>(shown.values());
    all.sort(
        Comparator.comparing(Alarm::acknowledged)
            .thenComparing(Alarm::kind)
            .thenComparing(Alarm::since)
            .thenComparing(Alarm::subject));
    return all;
  }
}
