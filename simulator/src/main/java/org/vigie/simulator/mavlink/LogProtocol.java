package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.LogData;
import io.dronefleet.mavlink.common.LogEntry;
import io.dronefleet.mavlink.common.LogErase;
import io.dronefleet.mavlink.common.LogRequestData;
import io.dronefleet.mavlink.common.LogRequestEnd;
import io.dronefleet.mavlink.common.LogRequestList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.flightlog.LogCard;
import org.vigie.simulator.autopilot.flightlog.LogFile;

/**
 * Lists a vehicle's logs and sends what is asked of them: one station at a time, the last to ask.
 * Confined to the world's thread.
 *
 * @source AP_Logger_MAVLinkLogTransfer.cpp: ids are given as positions in the list
 */
public final class LogProtocol {
  /** LOG_DATA holds this many bytes. */
  private static final int BYTES = 90;

  /** A poll is 10 ms: 72 kB a second, what a fast link of a real one carries. */
  private static final int PACKETS_PER_POLL = 8;

  private static final class Transfer {
    final int link;
    final LogFile log;
    long next;
    final long end;

    Transfer(int link, LogFile log, long next, long end) {
      this.link = link;
      this.log = log;
      this.next = next;
      this.end = end;
    }
  }

  private final LogCard card;
  private final BiConsumer<Integer, Object> send;
  private @Nullable Transfer transfer;

  public LogProtocol(LogCard card, BiConsumer<Integer, Object> send) {
    this.card = card;
    this.send = send;
  }

  /** Takes a message in; false when it is none of the log protocol's. */
  public boolean receive(Station station, Object payload) {
    if (payload instanceof LogRequestList m) {
      list(station, m.start(), m.end());
    } else if (payload instanceof LogRequestData m) {
      data(station, m);
    } else if (payload instanceof LogErase) {
      transfer = null;
      card.erase();
    } else if (payload instanceof LogRequestEnd) {
      transfer = null;
    } else {
      return false;
    }
    return true;
  }

  private void list(Station station, int from, int to) {
    transfer = null;
    List<LogFile> logs = card.list();
    if (logs.isEmpty()) {
      send.accept(station.link(), LogEntry.builder().id(0).numLogs(0).lastLogNum(0).build());
      return;
    }
    for (LogFile log : logs) {
      if (log.id() >= from && log.id() <= to) {
        send.accept(
            station.link(),
            LogEntry.builder()
                .id(log.id())
                .numLogs(logs.size())
                .lastLogNum(card.lastId())
                .timeUtc(log.begun().getEpochSecond())
                .size(log.size())
                .build());
      }
    }
  }

  private void data(Station station, LogRequestData m) {
    long from = m.ofs();
    LogFile log = card.find(m.id()).orElse(null);
    if (log == null || from < 0 || from >= log.size()) {
      transfer = null;
      return;
    }
    long end = Math.min(log.size(), from + Math.max(0, m.count()));
    transfer = new Transfer(station.link(), log, from, end);
  }

  /** Sends the next part of what was asked. */
  public void tick() {
    Transfer now = transfer;
    if (now == null) {
      return;
    }
    for (int i = 0; i < PACKETS_PER_POLL && transfer != null; i++) {
      byte[] part = now.log.read(now.next, (int) Math.min(BYTES, now.end - now.next));
      send.accept(
          now.link,
          LogData.builder()
              .id(now.log.id())
              .ofs(now.next)
              .count(part.length)
              .data(Arrays.copyOf(part, BYTES))
              .build());
      now.next += part.length;
      if (now.next >= now.end) {
        transfer = null;
      }
    }
  }

  /** The station of a link is gone. */
  public void close(int link) {
    if (transfer != null && transfer.link == link) {
      transfer = null;
    }
  }
}
