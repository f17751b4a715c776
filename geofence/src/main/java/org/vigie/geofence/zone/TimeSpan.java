package org.vigie.geofence.zone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The instants from one to another, both included.
 *
 * @throws IllegalArgumentException if it ends before it begins
 */
public record TimeSpan(Instant from, Instant until) {
  public TimeSpan {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("the span ends before it begins: " + from + ", " + until);
    }
  }

  /** Whether the two share an instant. */
  public boolean meets(TimeSpan other) {
    return !from.isAfter(other.until) && !until.isBefore(other.from);
  }

  /**
   * What the two share.
   *
   * @throws IllegalArgumentException if they share nothing
   */
  TimeSpan clippedTo(TimeSpan other) {
    return new TimeSpan(
        from.isAfter(other.from) ? from : other.from,
        until.isBefore(other.until) ? until : other.until);
  }

  /** The same instants in order, those that touch or overlap as one. */
  static List<TimeSpan> merged(Collection<TimeSpan> spans) {
    List<TimeSpan> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparing(TimeSpan::from));
    List<TimeSpan> merged = new ArrayList<>();
    for (TimeSpan span : ordered) {
      TimeSpan last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || span.from.isAfter(last.until)) {
        merged.add(span);
      } else if (span.until.isAfter(last.until)) {
        merged.set(merged.size() - 1, new TimeSpan(last.from, span.until));
      }
    }
    return List.copyOf(merged);
  }
}
