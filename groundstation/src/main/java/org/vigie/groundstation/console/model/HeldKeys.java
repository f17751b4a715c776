package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys that act only when they are held.
 *
 * @threading confined to the model's thread
 */
final class HeldKeys {
  static final Duration CONFIRM = Duration.ofSeconds(1);

  /** Nothing that follows can be taken back. */
  static final Duration TERMINATE = Duration.ofSeconds(2);

  private final Map<ConsoleKey, KeyHold<ConfirmedOrder>> keys = new EnumMap<>(ConsoleKey.class);

  HeldKeys() {
    keys.put(ConsoleKey.CLEAR, new KeyHold<>(CONFIRM));
    keys.put(ConsoleKey.RESUME, new KeyHold<>(CONFIRM));
    keys.put(ConsoleKey.TERMINATE, new KeyHold<>(TERMINATE));
  }

  /** A key went down; of keys that are not held, every press counts. */
  KeyHold.Press press(ConsoleKey key, Instant when, Instant now, Optional<ConfirmedOrder> shown) {
    KeyHold<ConfirmedOrder> hold = keys.get(key);
    return hold == null ? KeyHold.Press.NOTHING : hold.press(when, now, shown);
  }

  void release(ConsoleKey key, Instant when, Instant now) {
    KeyHold<ConfirmedOrder> hold = keys.get(key);
    if (hold != null) {
      hold.release(when, now);
    }
  }

  boolean holding() {
    return keys.values().stream().anyMatch(hold -> hold.target().isPresent());
  }

  boolean holding(ConsoleKey key) {
    KeyHold<ConfirmedOrder> hold = keys.get(key);
    return hold != null && hold.target().isPresent();
  }

  double progress(ConsoleKey key) {
    KeyHold<ConfirmedOrder> hold = keys.get(key);
    return hold == null ? 0 : hold.progress();
  }

  void cancel() {
    keys.values().forEach(KeyHold::cancel);
  }

  /**
   * Counts on, and ends what is not any more what was shown at its beginning.
   *
   * @param possible what a key would do now
   * @return whether one was held long enough
   */
  boolean tick(Instant now, Function<ConsoleKey, Optional<ConfirmedOrder>> possible) {
    boolean due = false;
    for (Map.Entry<ConsoleKey, KeyHold<ConfirmedOrder>> entry : keys.entrySet()) {
      KeyHold<ConfirmedOrder> hold = entry.getValue();
      if (hold.target().isPresent() && !possible.apply(entry.getKey()).equals(hold.target())) {
        hold.cancel();
      }
      hold.tick(now);
      due |= hold.due();
    }
    return due;
  }

  /** What was held long enough, once for each hold. */
  Optional<ConfirmedOrder> fire() {
    return keys.values().stream().flatMap(hold -> hold.fire().stream()).findFirst();
  }
}
