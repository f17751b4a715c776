package org.vigie.simulator.net;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What went over the links of one vehicle, and what did not. Thread-safe. */
public final class LinkCounters {
  private enum What {
    RECEIVED,
    SENT,
    DROPPED,
    GARBAGE_BYTES,
    REFUSED,
    UNSAID,
    BAD_CHECKSUMS,
    UNKNOWN,
    UNTRUSTED,
    FORWARDED,
    TURNED_AWAY,
    LOST
  }

  private final Map<What, AtomicLong> counts = new EnumMap<>(What.class);

  LinkCounters() {
    for (What what : What.values()) {
      counts.put(what, new AtomicLong());
    }
  }

  private void count(What what, long more) {
    if (more != 0) {
      at(what).addAndGet(more);
    }
  }

  private AtomicLong at(What what) {
    AtomicLong count = counts.get(what);
    if (count == null) {
      throw new IllegalStateException("every kind has a count: " + what);
    }
    return count;
  }

  void countRefused() {
    count(What.REFUSED, 1);
  }

  void countUnsaid() {
    count(What.UNSAID, 1);
  }

  void countReceived() {
    count(What.RECEIVED, 1);
  }

  void countSent() {
    count(What.SENT, 1);
  }

  void countDropped() {
    count(What.DROPPED, 1);
  }

  void countRead(long garbageBytes, long badChecksums, long unknown) {
    count(What.GARBAGE_BYTES, garbageBytes);
    count(What.BAD_CHECKSUMS, badChecksums);
    count(What.UNKNOWN, unknown);
  }

  void countUntrusted() {
    count(What.UNTRUSTED, 1);
  }

  void countForwarded() {
    count(What.FORWARDED, 1);
  }

  void countTurnedAway() {
    count(What.TURNED_AWAY, 1);
  }

  void lost(long total) {
    at(What.LOST).set(total);
  }

  /** Messages that faults of the links have cost: lost on the way, or no room on a narrow one. */
  public long lost() {
    return at(What.LOST).get();
  }

  /** Messages understood. */
  public long received() {
    return at(What.RECEIVED).get();
  }

  /** Messages written. */
  public long sent() {
    return at(What.SENT).get();
  }

  /** Messages for which a station that reads slowly left no room. */
  public long dropped() {
    return at(What.DROPPED).get();
  }

  /** Messages that were well formed and could not be taken. */
  public long refused() {
    return at(What.REFUSED).get();
  }

  /** Times when the vehicle could not say what it had to say. */
  public long unsaid() {
    return at(What.UNSAID).get();
  }

  /** Bytes that belonged to no message. */
  public long garbageBytes() {
    return at(What.GARBAGE_BYTES).get();
  }

  /** Packets of known messages whose checksum was wrong. */
  public long badChecksums() {
    return at(What.BAD_CHECKSUMS).get();
  }

  /** Packets of messages that no dialect of ours has. */
  public long unknown() {
    return at(What.UNKNOWN).get();
  }

  /** Packets whose signature was missing, wrong or old. */
  public long untrusted() {
    return at(What.UNTRUSTED).get();
  }

  /** Packets sent on from one station to another. */
  public long forwarded() {
    return at(What.FORWARDED).get();
  }

  /** Stations for which there was no place. */
  public long turnedAway() {
    return at(What.TURNED_AWAY).get();
  }
}
