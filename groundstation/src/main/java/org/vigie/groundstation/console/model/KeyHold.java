package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that acts only when it is held for a while, on exactly what was shown when it went down.
 *
 * <p>A hold begins with a press after a real release, and ends for good with a release, with {@link
 * #cancel} and with a pause between two ticks: a thread that stood still cannot tell whether the
 * key was held meanwhile. Systems that repeat a held key report a release and a press together: a
 * press within 40 ms of a release is no release, and nothing fires between the two.
 *
 * @threading confined to the model's thread
 */
final class KeyHold<T> {
  static final Duration REPEAT_GAP = Duration.ofMillis(40);

  /** Three ticks of a key that is held: a longer pause is a thread that stood still. */
  static final Duration TICK_GAP_MAX = Duration.ofMillis(100);

  /** What the key's going down was. */
  enum Press {
    /** A hold begins. */
    BEGUN,
    /** Pressed, with nothing to be held for. */
    NOTHING,
    /** The system repeats a key that is held. */
    REPEATED
  }

  private final Duration length;
  private boolean down;
  private @Nullable Instant releasedWhen;
  private Instant releasedSeen = Instant.MIN;
  private @Nullable T target;
  private Instant begun = Instant.MIN;
  private Instant seen = Instant.MIN;
  private boolean fired;

  KeyHold(Duration length) {
    this.length = length;
  }

  /**
   * The key went down.
   *
   * @param when it did, by the event itself
   * @param now when this thread learned it: held time counts from here
   * @param shown what is done by holding on; absent when nothing can be, then the key has to be let
   *     go first
   */
  Press press(Instant when, Instant now, Optional<T> shown) {
    if (down) {
      return Press.REPEATED;
    }
    down = true;
    Instant released = releasedWhen;
    if (released != null && Duration.between(released, when).compareTo(REPEAT_GAP) <= 0) {
      return Press.REPEATED;
    }
    target = shown.orElse(null);
    begun = now;
    seen = now;
    fired = false;
    return target == null ? Press.NOTHING : Press.BEGUN;
  }

  /** The key went up, or seemed to. */
  void release(Instant when, Instant now) {
    if (down) {
      down = false;
      releasedWhen = when;
      releasedSeen = now;
    }
  }

  /** Ends the hold: only a real release lets the next one begin. */
  void cancel() {
    target = null;
    fired = false;
  }

  /** Counts the time up to now as held, or ends the hold. */
  void tick(Instant now) {
    if (target == null) {
      return;
    }
    Duration gap = Duration.between(seen, now);
    boolean paused = gap.isNegative() || gap.compareTo(TICK_GAP_MAX) > 0;
    boolean loose = !down && Duration.between(releasedSeen, now).compareTo(REPEAT_GAP) > 0;
    seen = now;
    if (paused || loose) {
      cancel();
    }
  }

  /** Whether it was held long enough, is still held, and has not fired. */
  boolean due() {
    return target != null && down && !fired && Duration.between(begun, seen).compareTo(length) >= 0;
  }

  /** Fires, once for each hold. */
  Optional<T> fire() {
    if (!due()) {
      return Optional.empty();
    }
    fired = true;
    return target();
  }

  /** What the hold is for, absent when nothing is held. */
  Optional<T> target() {
    return Optional.ofNullable(target);
  }

  /** From 0, not held, to 1, held long enough. */
  double progress() {
    if (target == null) {
      return 0;
    }
    double part = Duration.between(begun, seen).toNanos() / (double) length.toNanos();
    return Math.min(1, Math.max(0, part));
  }
}
