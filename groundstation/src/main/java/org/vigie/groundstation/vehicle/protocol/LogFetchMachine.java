package org.vigie.groundstation.vehicle.protocol;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.function.Consumer;
import org.vigie.groundstation.mavlink.LogMessage.LogData;
import org.vigie.groundstation.mavlink.LogMessage.LogRequestData;
import org.vigie.groundstation.mavlink.LogMessage.LogRequestEnd;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Fetches one log from a vehicle's card, window by window; what is missing of a window is asked for
 * again before the next one. Each window is handed on once, whole and in order, so that nothing
 * larger is kept here.
 *
 * <p>A vehicle sends one stretch at a time, the one that was asked for last. It is asked again when
 * it has sent the end of the stretch, or was silent. Ends as soon as the vehicle is armed.
 *
 * @source MAVLink guide, services, log transfer; ArduPilot AP_Logger_MAVLinkLogTransfer.cpp
 */
public final class LogFetchMachine implements Machine<LogFetched> {
  /** Two hours of a full log at 30 kB/s; a telemetry radio would take a day for it. */
  public static final long SIZE_BYTES_MAX = 256L * 1024 * 1024;

  /** Parts in a window: 45 kB, less than a second of what a fast link carries. */
  static final int WINDOW = 512;

  static final Duration SILENCE = Duration.ofMillis(500);

  /** Asked so often without one new part. */
  static final int ATTEMPTS_MAX = 15;

  /** Known parts that are sent again sooner than an own question for each gap would take. */
  private static final int BRIDGED = 16;

  private static final int PART = LogData.DATA_BYTES_MAX;

  private final Peer peer;
  private final int id;
  private final long size;
  private final Consumer<ByteBuffer> taker;
  private final BitSet present = new BitSet(WINDOW);
  private byte[] window = new byte[0];
  private long begin;
  private long lastAsked;
  private int attempts;
  private boolean ended;
  private Instant deadline = Instant.EPOCH;

  /**
   * @param size in bytes, as the list told it: what the log grew since is left
   * @param taker gets the log's bytes in order
   */
  public LogFetchMachine(Peer peer, int id, long size, Consumer<ByteBuffer> taker) {
    this.peer = peer;
    this.id = id;
    this.size = size;
    this.taker = taker;
  }

  @Override
  public Advance<LogFetched> start(Instant now) {
    if (size > SIZE_BYTES_MAX) {
      return end("too-large");
    }
    return size <= 0 ? end("") : open(0, now);
  }

  private Advance<LogFetched> open(long at, Instant now) {
    begin = at;
    window = new byte[(int) Math.min((long) WINDOW * PART, size - at)];
    present.clear();
    attempts = 0;
    return ask(now);
  }

  private int parts() {
    return (window.length + PART - 1) / PART;
  }

  /** The first gap, with those behind it that lie near. */
  private Advance<LogFetched> ask(Instant now) {
    attempts++;
    deadline = now.plus(SILENCE);
    int first = present.nextClearBit(0);
    int end = known(first);
    while (end < parts()) {
      int gap = present.nextClearBit(end);
      if (gap >= parts() || gap - end > BRIDGED) {
        break;
      }
      end = known(gap);
    }
    long from = begin + (long) first * PART;
    long to = Math.min(begin + (long) end * PART, begin + window.length);
    lastAsked = to;
    return Advance.send(new LogRequestData(peer.system(), peer.component(), id, from, to - from));
  }

  /** The next part that is there, or the window's end. */
  private int known(int from) {
    int found = present.nextSetBit(from);
    return found < 0 ? parts() : found;
  }

  @Override
  public Advance<LogFetched> onMessage(VehicleMessage message, Instant now) {
    if (ended) {
      return Advance.nothing();
    }
    if (message instanceof Heartbeat heartbeat && heartbeat.armed()) {
      return end("armed");
    }
    return message instanceof LogData data && data.id() == id
        ? onData(data, now)
        : Advance.nothing();
  }

  private Advance<LogFetched> onData(LogData data, Instant now) {
    long offset = data.offsetBytes() - begin;
    if (offset < 0 || offset >= window.length || offset % PART != 0) {
      return Advance.nothing(); // of another window, late
    }
    int part = (int) (offset / PART);
    int length = (int) Math.min(PART, window.length - offset);
    if (data.data().remaining() < length) {
      return data.data().hasRemaining() ? Advance.nothing() : end("shorter-than-listed");
    }
    deadline = now.plus(SILENCE);
    if (!present.get(part)) {
      data.data().duplicate().get(window, (int) offset, length);
      present.set(part);
      attempts = 1;
    }
    if (present.cardinality() == parts()) {
      return windowDone(now);
    }
    return begin + offset + length >= lastAsked ? ask(now) : Advance.nothing();
  }

  private Advance<LogFetched> windowDone(Instant now) {
    long done = begin + window.length;
    taker.accept(ByteBuffer.wrap(window).asReadOnlyBuffer());
    return done < size ? open(done, now) : end("");
  }

  @Override
  public Advance<LogFetched> onTick(Instant now) {
    if (ended || now.isBefore(deadline)) {
      return Advance.nothing();
    }
    return attempts < ATTEMPTS_MAX ? ask(now) : end("no-answer");
  }

  @Override
  public Advance<LogFetched> cancel() {
    return ended ? Advance.nothing() : end("cancelled");
  }

  private Advance<LogFetched> end(String why) {
    ended = true;
    return Advance.end(
        new LogFetched(id, size, why), new LogRequestEnd(peer.system(), peer.component()));
  }
}
