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
 *
 * <p>Over {@link Carrier#STREAM} a lost message is repeated after 0.2 s, then 0.4 s and so on, a
 * late one is waited for, and a doubled one is thrown away by the receiver. A dead link, with a
 * loss share of 1, loses everything over either: the socket belongs to the ground end of the radio,
 * which stays open.
 */
final class LossyPipe<T> {
  /** Later messages overtake a reordered one within this time. */
  private static final double REORDER_S = 0.5;

  /** What a radio holds before it throws away. @source SiK radios: about 1 s at full rate */
  private static final double BUFFER_S = 2;

  /** First repetition. @source Linux TCP_RTO_MIN, 200 ms */
  private static final double REPEAT_S = 0.2;

  /** Repetitions: the seventh would come 25 s late, when a station has long given up. */
  private static final int REPEATS_MAX = 6;

  /** Messages on their way: 60 s of delay at 500 a second. */
  private static final int UNDERWAY_MAX = 30_000;

  private record Underway<T>(T message, double dueS, long number) {}

  private final Carrier carrier;
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
  private long overflowed;

  LossyPipe(Carrier carrier, long seed) {
    this.carrier = carrier;
    this.random = new SplittableRandom(seed);
  }

  /** From now on; what is on its way already arrives as it would have. */
  void faults(LinkFaults next) {
    faults = next;
  }

  /** Whether messages go through as if there were no pipe. */
  boolean clear() {
    return underway.isEmpty() && faults.equals(LinkFaults.NONE);
  }

  /** Whether nothing goes through. */
  boolean dead() {
    return faults.lossShare() == 1;
  }

  /** Whether {@link #offer} looks at the size of messages. */
  boolean counts() {
    return Double.isFinite(faults.bytesPerSecond());
  }

  /**
   * Puts a message in.
   *
   * @param bytes its size; counts only when the bandwidth is limited
   */
  void offer(T message, int bytes, double nowS) {
    boolean hit = random.nextDouble() < faults.lossShare();
    if (hit && (carrier == Carrier.DATAGRAM || faults.lossShare() == 1)) {
      lost++;
      return;
    }
    double throughS = nowS;
    if (counts()) {
      double beginS = Math.max(nowS, freeAtS);
      if (beginS - nowS > BUFFER_S) {
        overflowed++;
        return;
      }
      throughS = beginS + bytes / faults.bytesPerSecond();
      freeAtS = throughS;
    }
    if (underway.size() >= UNDERWAY_MAX) {
      overflowed++;
      return;
    }
    double dueS = throughS + faults.delayS() + faults.jitterS() * random.nextDouble();
    if (carrier == Carrier.STREAM) {
      inOrder(message, dueS + (hit ? repeatedS() : 0) + lateS());
    } else {
      apart(message, dueS);
    }
  }

  /** How long repeating takes; each repetition may be lost as well. */
  private double repeatedS() {
    double waitS = REPEAT_S;
    double totalS = waitS;
    for (int i = 1; i < REPEATS_MAX && random.nextDouble() < faults.lossShare(); i++) {
      waitS *= 2;
      totalS += waitS;
    }
    return totalS;
  }

  /** How much later than in order a message comes; mostly not at all. */
  private double lateS() {
    boolean late = random.nextDouble() < faults.reorderShare();
    return late ? REORDER_S * (0.5 + 0.5 * random.nextDouble()) : 0;
  }

  private void apart(T message, double dueS) {
    double lateS = lateS();
    if (lateS > 0) {
      put(message, dueS + lateS);
    } else {
      inOrder(message, dueS);
    }
    if (random.nextDouble() < faults.duplicateShare()) {
      put(message, Math.max(lastDueS, dueS));
    }
  }

  private void inOrder(T message, double dueS) {
    lastDueS = Math.max(lastDueS, dueS);
    put(message, lastDueS);
  }

  private void put(T message, double dueS) {
    underway.add(new Underway<>(message, dueS, number++));
  }

  /** What has arrived by now, in the order of arrival. */
  List<T> due(double nowS) {
    Underway<T> first = underway.peek();
    if (first == null || first.dueS() > nowS) {
      return List.of();
    }
    List<T> due = new ArrayList<>();
    while (first != null && first.dueS() <= nowS) {
      due.add(underway.remove().message());
      first = underway.peek();
    }
    return due;
  }

  /** Messages that the link lost. */
  long lost() {
    return lost;
  }

  /** Messages that came when the link had no more room. */
  long overflowed() {
    return overflowed;
  }
}
