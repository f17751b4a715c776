package org.vigie.groundstation.flightlog.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vigie.groundstation.journal.StreamId;

/**
 * Times that must fit each other: no frame is younger than the entry that digested it, nor much
 * older than the digest before. What the aircraft's satellites say of the time is told as a note.
 *
 * @source MAVLink common.xml, SYSTEM_TIME (2): microseconds since 1970, 0 while unknown
 */
final class ClockCheck implements RawFrame.Listener {
  private static final int SYSTEM_TIME = 2;
  private static final Duration AHEAD_MAX = Duration.ofSeconds(2);

  /** A frame waits this long at most between its arrival and its file. */
  private static final Duration BEHIND_MAX = Duration.ofMinutes(2);

  /** More is worth a word: satellites know the time to a microsecond. */
  private static final long OFF_S = 5;

  /** 1 January 2020 in microseconds: autopilots without a fix tell times of their own. */
  private static final long SURE_FROM_MICROS = 1_577_836_800_000_000L;

  private final Findings findings;
  private final List<LoggedEntry> digests;
  private int digest;
  private long mostOffS;
  private boolean bent;

  ClockCheck(Findings findings, StreamId stream, List<LoggedEntry> entries) {
    this.findings = findings;
    this.digests =
        entries.stream()
            .filter(entry -> entry.stream().equals(stream))
            .filter(entry -> entry.is("telemetry.digested"))
            .toList();
  }

  @Override
  public void frame(RawFrame frame) {
    while (digest < digests.size() && digests.get(digest).number("toByte") < frame.endByte()) {
      digest++;
    }
    if (digest < digests.size() && !bent) {
      fits(frame, digests.get(digest));
    }
    if (frame.messageId() == SYSTEM_TIME) {
      long micros = frame.payload().getLong(0);
      if (micros >= SURE_FROM_MICROS) {
        long off =
            ChronoUnit.SECONDS.between(frame.at(), Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        mostOffS = Math.abs(off) > Math.abs(mostOffS) ? off : mostOffS;
      }
    }
  }

  private void fits(RawFrame frame, LoggedEntry entry) {
    boolean late = frame.at().isAfter(entry.time().plus(AHEAD_MAX));
    boolean early =
        digest > 0
            && !entry.body().path("recovered").asBoolean()
            && frame.at().isBefore(digests.get(digest - 1).time().minus(BEHIND_MAX));
    if (late || early) {
      bent = true;
      findings.fault(
          Check.CLOCKS,
          TelemetryCheck.PART,
          Fault.CLOCK,
          frame.at(),
          entry.position(),
          entry.time());
    }
  }

  void tell() {
    findings.made(Check.CLOCKS);
    if (Math.abs(mostOffS) > OFF_S) {
      findings.note(Check.CLOCKS, TelemetryCheck.PART, Fault.OTHER_CLOCK, mostOffS);
    }
  }
}
