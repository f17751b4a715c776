package org.vigie.groundstation.video.hub;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counters that all viewers of a hub share. Thread-safe. */
final class HubCounters {
  final LongAdder unitsPublished = new LongAdder();
  final LongAdder framesSent = new LongAdder();
  final LongAdder bytesSent = new LongAdder();
  final LongAdder resyncs = new LongAdder();
  final LongAdder silentViewers = new LongAdder();
  final LongAdder refusedViewers = new LongAdder();
  final LongAdder loopOverflows = new LongAdder();
  final AtomicInteger struggling = new AtomicInteger();
}
