package org.vigie.simulator.net;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * One direction of a link that loses, delays, doubles, reorders and throttles messages in virtual
 * time. Pure: time comes in, messages that are due come out; one seed gives one course of events.
 * Confined to the world's thread.
 */
final class LossyLine<T> {
  /** Later messages overtake a reordered one within this time. */
  private static final double REORDER_S = 0.5;

  /** What a radio buffers before it throws away. @source SiK radios: about 1 s at full rate */
  private static final double BUFFER_S = 2;

  /** Messages on their way: 60 s of delay at 500 a second, then the oldest rule is loss. */
  private static final int UNDERWAY_MAX = 30_000;

  private record Underway<T>(T message, double dueS, long number) {}

  private final SplittableRandom random;
  private final PriorityQueue<Underway<T>> underway =
      new PriorityQueue<>(
          Comparator.comparingDouble((Underway<T> u) -> u.dueS())
              .thenComparingLong(u -> u.number()));
  private LinkFaults faults = LinkFaults.NONE;
  private double freeAtS;
  private double lastDueS;
  private long number;
  private long lost;

  LossyLine(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** From now on; what is on its way already arrives as it would have. */
  void faults(LinkFaults next) {
    faults = next;
  }

  /** Whether messages go through as if there were no line. */
  boolean clear() {
    return faults.equals(LinkFaults.NONE) && underway.isEmpty();
  }

  /** Whether {@link #offer} looks at the size of messages. */
  boolean counts() {
    return Double.isFinite(faults.bytesPerSecond());
  }

  /**
   * Puts a message on the line.
   *
   * @param bytes its size; counts only when the bandwidth is limited
   */
  void offer(T message, int bytes, double nowS) {
    if (random.nextDouble() < faults.lossShare() || underway.size() >= UNDERWAY_MAX) {
      lost++;
      return;
    }
    double throughS = nowS;
    if (counts()) {
      double beginS = Math.max(nowS, freeAtS);
      if (beginS - nowS > BUFFER_S) {
        lost++;
        return;
      }
      throughS = beginS + bytes / faults.bytesPerSecond();
      freeAtS = throughS;
    }
    double dueS = throughS + faults.delayS() + faults.jitterS() * random.nextDouble();
    if (random.nextDouble() < faults.reorderShare()) {
      put(message, dueS + REORDER_S * (0.5 + 0.5 * random.nextDouble()));
    } else {
      lastDueS = Math.max(lastDueS, dueS);
      put(message, lastDueS);
    }
    if (random.nextDouble() < faults.duplicateShare()) {
      put(message, Math.max(lastDueS, dueS));
    }
  }

  private void put(T message, double dueS) {
    underway.add(new Underway<>(message, dueS, number++));
  }

  /** What has arrived by now, in the order of arrival. */
  List<T> due(double nowS) {
    List<T> due = new ArrayList<>();
    for (Underway<T> first = underway.peek();
        first != null && first.dueS() <= nowS;
        first = underway.peek()) {
      due.add(underway.remove().message());
    }
    return due;
  }

  /** How many messages never came out. */
  long lost() {
    return lost;
  }
}
