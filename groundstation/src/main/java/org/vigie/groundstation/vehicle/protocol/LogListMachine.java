package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeMap;
import org.vigie.groundstation.mavlink.LogMessage.LogEntry;
import org.vigie.groundstation.mavlink.LogMessage.LogRequestList;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Asks which logs lie on a vehicle's card. What was lost is asked for again, all of it: ids need
 * not follow each other. Not of an armed vehicle: it has better to do.
 */
public final class LogListMachine implements Machine<LogList> {
  /** ArduPilot keeps 500 (LOG_MAX_FILES), PX4 as many as fit. */
  static final int LOGS_MAX = 1000;

  /** A vehicle reads its card between two entries. */
  static final Duration SILENCE = Duration.ofSeconds(1);

  /** Asked so often without anything new: where a fifth is lost, that is no chance. */
  static final int ATTEMPTS_MAX = 10;

  private static final int ALL = 0xFFFF;

  private final Peer peer;
  private final TreeMap<Integer, LogEntry> found = new TreeMap<>();
  private boolean ended;
  private int attempts;
  private Instant deadline = Instant.EPOCH;

  public LogListMachine(Peer peer) {
    this.peer = peer;
  }

  @Override
  public Advance<LogList> start(Instant now) {
    return ask(now);
  }

  private Advance<LogList> ask(Instant now) {
    attempts++;
    deadline = now.plus(SILENCE);
    return Advance.send(new LogRequestList(peer.system(), peer.component(), 0, ALL));
  }

  @Override
  public Advance<LogList> onMessage(VehicleMessage message, Instant now) {
    if (ended) {
      return Advance.nothing();
    }
    if (message instanceof Heartbeat heartbeat && heartbeat.armed()) {
      return end(false);
    }
    if (!(message instanceof LogEntry entry)) {
      return Advance.nothing();
    }
    deadline = now.plus(SILENCE);
    if (entry.count() == 0) {
      return end(true);
    }
    if (found.put(entry.id(), entry) == null) {
      attempts = 1;
    }
    return found.size() >= Math.min(entry.count(), LOGS_MAX) ? end(true) : Advance.nothing();
  }

  @Override
  public Advance<LogList> onTick(Instant now) {
    if (ended || now.isBefore(deadline)) {
      return Advance.nothing();
    }
    return attempts < ATTEMPTS_MAX ? ask(now) : end(false);
  }

  @Override
  public Advance<LogList> cancel() {
    return ended ? Advance.nothing() : end(false);
  }

  private Advance<LogList> end(boolean whole) {
    ended = true;
    return Advance.end(new LogList(whole, new ArrayList<>(found.values())));
  }
}
