package org.vigie.groundstation.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who looks at which fixed camera. A page fetches picture by picture; a look begins with the first
 * one and ends some time after the last. Time is passed in. Thread-safe.
 */
final class CameraLooks {
  /** A page asks for a camera's picture each second: so long after its last one it is gone. */
  static final Duration QUIET_MAX = Duration.ofSeconds(10);

  /** As many as there are views; one that is closed is forgotten with the next sweep. */
  private final Map<Key, Look> looks = new HashMap<>();

  private record Key(String person, String camera) {}

  private static final class Look {
    private final View view;
    private final CompletionStage<ViewAnswer> answer;
    private volatile long pictures = 1;
    private Instant askedAt;

    private Look(View view, CompletionStage<ViewAnswer> answer, Instant askedAt) {
      this.view = view;
      this.answer = answer;
      this.askedAt = askedAt;
    }
  }

  /**
   * One more picture for a person.
   *
   * @param newView makes the view of a look that begins
   * @param open opens it
   */
  synchronized CompletionStage<ViewAnswer> picture(
      String person,
      String camera,
      Instant now,
      Supplier<View> newView,
      Function<View, CompletionStage<ViewAnswer>> open) {
    Key key = new Key(person, camera);
    Look known = looks.get(key);
    if (known != null && known.view.state() != View.State.CLOSED) {
      known.askedAt = now;
      known.pictures = known.pictures + 1;
      return known.answer;
    }
    View view = newView.get();
    Look look = new Look(view, open.apply(view), now);
    view.counting(() -> look.pictures);
    looks.put(key, look);
    return look.answer;
  }

  /** Ends the looks that nobody has asked a picture for. */
  synchronized void sweep(Instant now) {
    Instant quietSince = now.minus(QUIET_MAX);
    for (Look look : looks.values()) {
      if (!look.askedAt.isAfter(quietSince)) {
        look.view.close("left");
      }
    }
    looks.values().removeIf(look -> look.view.state() == View.State.CLOSED);
  }
}
