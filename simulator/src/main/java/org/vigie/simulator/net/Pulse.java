package org.vigie.simulator.net;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.net.frame.Frame;

/**
 * One message that a station repeats by the wall's clock, as the world's clock sees it. A vehicle
 * takes a stream's silence for a loss; where the world runs faster than the wall the station cannot
 * help being silent, so its last message is heard again in the same rhythm of simulated time, until
 * the next is overdue by the wall. Confined to the world's thread.
 */
final class Pulse {
  /** Slower is no stream but single messages. A heartbeat comes each second, with some jitter. */
  private static final double PERIOD_MAX_S = 1.5;

  /** So long a silence, wall time, is an end: so many periods, and what a busy machine takes. */
  private static final double OVERDUE_PERIODS = 1.5;

  private static final double OVERDUE_WALL_S = 0.1;

  /** Share of a shorter gap than usual: messages that were read together tell little. */
  private static final double SHORTER_SHARE = 0.2;

  private static final double NS = 1e9;

  private final double leastS;
  private double periodS;
  private @Nullable Frame last;
  private long lastNs;
  private boolean heard;
  private double handedS;

  /**
   * A stream of which nothing was heard.
   *
   * @param leastS its shortest period
   * @param periodS its usual period, NaN when only two messages tell it
   */
  Pulse(double leastS, double periodS) {
    this.leastS = leastS;
    this.periodS = periodS;
  }

  /** The station has said it. */
  void heard(Frame frame, double nowS, long nowNs) {
    if (heard) {
      double gapS = Math.max(leastS, (nowNs - lastNs) / NS);
      if (gapS <= PERIOD_MAX_S) {
        periodS = gapS < periodS ? periodS + SHORTER_SHARE * (gapS - periodS) : gapS;
      }
    }
    heard = true;
    last = frame;
    lastNs = nowNs;
    handedS = nowS;
  }

  /** Whatever it said no longer holds, until it is said anew. */
  void silence() {
    last = null;
  }

  /** What is heard again now; empty for nothing. */
  Optional<Frame> again(double nowS, long nowNs) {
    Frame frame = last;
    if (frame == null || !(nowS - handedS >= periodS)) {
      return Optional.empty();
    }
    if ((nowNs - lastNs) / NS > OVERDUE_PERIODS * periodS + OVERDUE_WALL_S) {
      last = null;
      return Optional.empty();
    }
    handedS = nowS;
    return Optional.of(frame);
  }
}
