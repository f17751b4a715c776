package org.vigie.groundstation.vehicle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vigie.groundstation.mavlink.Frame;

/**
 * What waits for a vehicle's loop, in lanes. Who first puts something in calls the loop.
 * Thread-safe: many threads offer, the loop takes.
 */
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

  /** Frames that one turn takes, so that a safety order never waits for more than these. */
  private static final int FRAMES_PER_TURN = 256;

  /** Gets the loop a turn, soon. */
  interface Call {
    void call(boolean urgently);
  }

  /** A frame on its way to the loop. */
  record Received(Frame frame, Instant at) {}

  /**
   * What one turn of the loop has to do, in this order.
   *
   * @param telemetry to be drained before the next turn is taken
   */
  record Turn<I>(
      List<I> safety,
      List<I> commands,
      List<Received> protocol,
      NewestLane telemetry,
      boolean tick) {}

  private final Deque<I> safety = new ArrayDeque<>();
  private final Deque<I> commands = new ArrayDeque<>();
  private final Deque<Received> protocol = new ArrayDeque<>();
  private NewestLane telemetry = new NewestLane();
  private NewestLane drained = new NewestLane();
  private boolean tick;
  private final Call loop;
  private boolean open;
  private boolean closed;
  private boolean called;
  private boolean hurried;

  Inbox(Call loop) {
    this.loop = loop;
  }

  /** The loop is called from now on, and now if something waits. */
  synchronized void open() {
    open = true;
    wakeIfWanted();
  }

  synchronized boolean offerSafety(I input) {
    return offer(safety, input, SAFETY_MAX);
  }

  synchronized boolean offerCommand(I input) {
    return offer(commands, input, COMMANDS_MAX);
  }

  synchronized boolean offerProtocol(Frame frame, Instant at) {
    return offer(protocol, new Received(frame, at), PROTOCOL_MAX);
  }

  /** Whether the frame took the place of an older message of its kind. */
  synchronized boolean offerTelemetry(Frame frame, Instant at) {
    if (closed) {
      return false;
    }
    boolean replaced = telemetry.put(frame, at);
    wake(false);
    return replaced;
  }

  /** Ticks that the loop missed are one tick. */
  synchronized void tick() {
    tick = true;
    wake(false);
  }

  /** Refuses everything from now on. */
  synchronized void close() {
    closed = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** What there is to do; calls the loop again for what is too much for one turn. */
  synchronized Turn<I> take() {
    called = false;
    hurried = false;
    List<I> safetyNow = taken(safety, SAFETY_MAX);
    List<I> commandsNow = taken(commands, COMMANDS_MAX);
    List<Received> protocolNow = taken(protocol, FRAMES_PER_TURN);
    NewestLane telemetryNow = telemetry;
    telemetry = drained;
    drained = telemetryNow;
    boolean tickNow = tick;
    tick = false;
    wakeIfWanted();
    return new Turn<>(safetyNow, commandsNow, protocolNow, telemetryNow, tickNow);
  }

  private static <T> List<T> taken(Deque<T> lane, int max) {
    if (lane.isEmpty()) {
      return List.of();
    }
    List<T> taken = new ArrayList<>(Math.min(max, lane.size()));
    while (taken.size() < max && !lane.isEmpty()) {
      taken.add(lane.remove());
    }
    return taken;
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
    wake(lane == safety);
    return true;
  }

  private void wakeIfWanted() {
    if (!nothingWaits()) {
      wake(!safety.isEmpty());
    }
  }

  private void wake(boolean urgently) {
    if (open && !closed && (!called || (urgently && !hurried))) {
      called = true;
      hurried |= urgently;
      loop.call(urgently);
    }
  }
}
