package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that acts only when it is held for a second. Letting it go before cancels. Systems that
 * repeat a held key report a release and a press together: a press within 40 ms of a release goes
 * on with the hold, and nothing fires between the two.
 *
 * @threading confined to the model's thread
 */
final class ClearHold {
  static final Duration HOLD = Duration.ofSeconds(1);
  static final Duration REPEAT_GAP = Duration.ofMillis(40);

  private @Nullable Instant since;
  private @Nullable Instant releasedAt;
  private boolean fired;

  void press(Instant now) {
    Instant released = releasedAt;
    if (since != null && released != null) {
      boolean repeat = Duration.between(released, now).compareTo(REPEAT_GAP) <= 0;
      releasedAt = null;
      if (repeat) {
        return;
      }
      cancel();
    }
    if (since == null) {
      since = now;
      fired = false;
    }
  }

  void release(Instant now) {
    if (since != null && releasedAt == null) {
      releasedAt = now;
    }
  }

  /** Lets go without a trace: the window lost the keys, or there is nothing to clear any more. */
  void cancel() {
    since = null;
    releasedAt = null;
    fired = false;
  }

  /** Whether the hold is complete; true once for each hold. */
  boolean completes(Instant now) {
    Instant begun = since;
    if (begun == null) {
      return false;
    }
    if (releasedAt != null) {
      if (Duration.between(releasedAt, now).compareTo(REPEAT_GAP) > 0) {
        cancel();
      }
      return false;
    }
    if (!fired && Duration.between(begun, now).compareTo(HOLD) >= 0) {
      fired = true;
      return true;
    }
    return false;
  }

  /** From 0, not held, to 1, held long enough. */
  double progress(Instant now) {
    if (since == null) {
      return 0;
    }
    Instant until = releasedAt == null ? now : releasedAt;
    double part = Duration.between(since, until).toNanos() / (double) HOLD.toNanos();
    return Math.min(1, Math.max(0, part));
  }
}
