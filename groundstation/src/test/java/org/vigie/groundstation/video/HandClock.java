package org.vigie.groundstation.video;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.groundstation.time.WallClock;

/** Time that a test moves. */
public final class HandClock implements WallClock {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  private final AtomicLong ns = new AtomicLong();

  public void advanceMs(long ms) {
    ns.addAndGet(ms * 1_000_000);
  }

  @Override
  public Instant now() {
    return START.plusNanos(ns.get());
  }

  @Override
  public long monotonicNs() {
    return ns.get();
  }
}
