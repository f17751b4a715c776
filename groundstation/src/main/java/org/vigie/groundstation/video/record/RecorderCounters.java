package org.vigie.groundstation.video.record;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counters over all recordings of a source. Thread-safe. */
final class RecorderCounters {
  final LongAdder unitsWritten = new LongAdder();
  final LongAdder bytesWritten = new LongAdder();
  final LongAdder unitsLost = new LongAdder();
  final LongAdder segments = new LongAdder();
  final LongAdder gaps = new LongAdder();
  final LongAdder diskErrors = new LongAdder();
  final AtomicLong queuedBytes = new AtomicLong();
}
