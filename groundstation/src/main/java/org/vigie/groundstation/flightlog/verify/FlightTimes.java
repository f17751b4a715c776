package org.vigie.groundstation.flightlog.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a flight was what, by its journal.
 *
 * @param airborneFrom the first state in the air; absent when there was none
 * @param airborneUntil the end of the last; absent while it lasted to the record's end
 */
record FlightTimes(@Nullable Instant airborneFrom, @Nullable Instant airborneUntil) {
  private static final Set<String> GROUND =
      Set.of(
          "PLANNING",
          "UPLOADING",
          "CHECKING",
          "AWAITING_CLEARANCE",
          "ARMING",
          "LANDED",
          "REFUSED",
          "CLOSED");

  static FlightTimes of(List<LoggedEntry> flight) {
    Instant from = null;
    Instant until = null;
    for (LoggedEntry entry : flight) {
      if (!entry.is(StatesCheck.CHANGED)) {
        continue;
      }
      boolean ground = GROUND.contains(entry.text("to"));
      if (!ground && from == null) {
        from = entry.time();
      } else if (ground && from != null && until == null) {
        until = entry.time();
      }
    }
    return new FlightTimes(from, until);
  }

  /** Whether the aircraft flew at an instant. */
  boolean airborne(Instant at) {
    return airborneFrom != null
        && !at.isBefore(airborneFrom)
        && (airborneUntil == null || !at.isAfter(airborneUntil));
  }

  /** Times of entries of some types, in order. */
  static TreeSet<Instant> times(Stream<LoggedEntry> entries) {
    return entries.map(LoggedEntry::time).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether one of these times is near. */
  static boolean near(TreeSet<Instant> times, Instant at, Duration within) {
    Instant from = times.ceiling(at.minus(within));
    return from != null && !from.isAfter(at.plus(within));
  }
}
