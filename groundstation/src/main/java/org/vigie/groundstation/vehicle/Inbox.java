package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.groundstation.mavlink.Frame;

/** What waits for a vehicle's loop, in lanes. Thread-safe: many threads offer, the loop takes. */
final class Inbox<I> {
  /**
   * A pilot presses a safety button some times a second at most and the loop takes milliseconds: a
   * full lane means that the loop hangs.
   */
  static final int SAFETY_MAX = 64;

  /** Orders that wait; more is a caller that does not listen to answers. */
  static final int COMMANDS_MAX = 64;

  /**
   * A whole parameter list of ArduCopter (1354 values in 0.7 s) waits here while the loop hangs.
   */
  static final int PROTOCOL_MAX = 4096;

  /** Kinds of telemetry; no vehicle sends more. */
  static final int TELEMETRY_MAX = 256;

  /** Frames that one turn takes, so that a safety order never waits for more than these. */
  private static final int FRAMES_PER_TURN = 256;

  /** A frame on its way to the loop. */
  record Received(Frame frame, Instant at, FrameOutlet from) {}

  /** What one turn of the loop has to do, in this order. */
  record Turn<I>(List<I> safety, List<I> commands, List<Received> frames, boolean tick) {}

  /** What became of telemetry that was offered. */
  enum Telemetry {
    TAKEN,
    /** It took the place of an older message of its kind. */
    REPLACED,
    REFUSED
  }

  private final Deque<I> safety = new ArrayDeque<>();
  private final Deque<I> commands = new ArrayDeque<>();
  private final Deque<Received> protocol = new ArrayDeque<>();
  private final Map<Integer, Received> telemetry = new LinkedHashMap<>();
  private boolean tick;
  private boolean closed;

  synchronized boolean offerSafety(I input) {
    return offer(safety, input, SAFETY_MAX);
  }

  synchronized boolean offerCommand(I input) {
    return offer(commands, input, COMMANDS_MAX);
  }

  synchronized boolean offerProtocol(Received received) {
    return offer(protocol, received, PROTOCOL_MAX);
  }

  synchronized Telemetry offerTelemetry(Received received) {
    int id = received.frame().messageId();
    if (closed || (telemetry.size() >= TELEMETRY_MAX && !telemetry.containsKey(id))) {
      return Telemetry.REFUSED;
    }
    boolean replaced = telemetry.put(id, received) != null;
    notifyAll();
    return replaced ? Telemetry.REPLACED : Telemetry.TAKEN;
  }

  /** Ticks that the loop missed are one tick. */
  synchronized void tick() {
    tick = true;
    notifyAll();
  }

  /** Refuses everything from now on and wakes the loop. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Waits until there is something to do; an empty turn when closed. */
  synchronized Turn<I> take() throws InterruptedException {
    while (!closed && nothingWaits()) {
      wait();
    }
    List<I> safetyNow = new ArrayList<>(safety);
    List<I> commandsNow = new ArrayList<>(commands);
    safety.clear();
    commands.clear();
    List<Received> frames = new ArrayList<>();
    while (frames.size() < FRAMES_PER_TURN && !protocol.isEmpty()) {
      frames.add(protocol.remove());
    }
    frames.addAll(telemetry.values());
    telemetry.clear();
    boolean tickNow = tick;
    tick = false;
    return new Turn<>(safetyNow, commandsNow, frames, tickNow);
  }

  private boolean nothingWaits() {
    return !tick
        && safety.isEmpty()
        && commands.isEmpty()
        && protocol.isEmpty()
        && telemetry.isEmpty();
  }

  private <T> boolean offer(Deque<T> lane, T item, int max) {
    if (closed || lane.size() >= max) {
      return false;
    }
    lane.add(item);
    notifyAll();
    return true;
  }
}
