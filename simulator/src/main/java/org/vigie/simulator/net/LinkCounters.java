package org.vigie.simulator.net;

import java.util.concurrent.atomic.AtomicLong;

/** What went over the links of one vehicle, and what did not. Thread-safe. */
public final class LinkCounters {
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong garbageBytes = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  void countRefused() {
    refused.incrementAndGet();
  }

  void countReceived() {
    received.incrementAndGet();
  }

  void countSent() {
    sent.incrementAndGet();
  }

  void countDropped() {
    dropped.incrementAndGet();
  }

  void countGarbage(long bytes) {
    garbageBytes.addAndGet(bytes);
  }

  /** Messages understood. */
  public long received() {
    return received.get();
  }

  /** Messages written. */
  public long sent() {
    return sent.get();
  }

  /** Messages that a full queue refused, in either direction. */
  public long dropped() {
    return dropped.get();
  }

  /** Messages that were well formed and could not be taken. */
  public long refused() {
    return refused.get();
  }

  /** Bytes that belonged to no message. */
  public long garbageBytes() {
    return garbageBytes.get();
  }
}
