package org.vigie.groundstation.link;

import java.time.Duration;

/** Pauses between attempts to connect: 0.25 s, doubling to 5 s. Confined to one event loop. */
final class BackOff {
  /** Short enough that a restarted autopilot is heard again before its failsafe acts. */
  static final Duration FIRST = Duration.ofMillis(250);

  /** Long enough to load nothing, short enough that nobody waits for it. */
  static final Duration LONGEST = Duration.ofSeconds(5);

  private Duration pause = FIRST;

  Duration next() {
    Duration now = pause;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return now;
  }

  void reset() {
    pause = FIRST;
  }
}
