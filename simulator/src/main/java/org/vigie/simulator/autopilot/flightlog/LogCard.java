package org.vigie.simulator.autopilot.flightlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The logs that a vehicle keeps, oldest first. Confined to the world's thread. */
public final class LogCard {
  /** The oldest is dropped when there are more: a vehicle's memory stays within 1 MB. */
  private static final int LOGS_MAX = 2;

  private final List<LogFile> logs = new ArrayList<>();
  private int lastId;

  /** Begins a log. */
  public LogFile begin(Instant now) {
    if (logs.size() == LOGS_MAX) {
      logs.remove(0);
    }
    LogFile log = new LogFile(++lastId, now);
    logs.add(log);
    return log;
  }

  public Optional<LogFile> find(int id) {
    return logs.stream().filter(log -> log.id() == id).findFirst();
  }

  public List<LogFile> list() {
    return List.copyOf(logs);
  }

  /** Number of the last log ever begun, 0 for none. */
  public int lastId() {
    return lastId;
  }

  /** Forgets everything. */
  public void erase() {
    logs.clear();
    lastId = 0;
  }
}
