package org.vigie.geofence.zone.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.zone.TimeSpan;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneSource;

/**
 * The zones that may be in force where and when somebody asked.
 *
 * @param hits each zone once, in the order of the sources
 * @param sources all that were asked, also those without a hit
 */
public record ZoneAnswer(List<ZoneHit> hits, List<ZoneSource> sources) {
  public ZoneAnswer {
    hits = List.copyOf(hits);
    sources = List.copyOf(sources);
  }

  public List<UasZone> zones() {
    return hits.stream().map(ZoneHit::zone).toList();
  }

  /**
   * Whether the absence of a zone proves anything: there is a source, and what each covers is
   * known.
   */
  public boolean complete() {
    return !sources.isEmpty() && sources.stream().allMatch(ZoneSource::complete);
  }

  /** When the oldest source was made; empty when that of any is unknown, or there is none. */
  public Optional<Instant> oldestIssued() {
    return sources.stream().allMatch(source -> source.issued().isPresent())
        ? sources.stream().flatMap(source -> source.issued().stream()).min(Instant::compareTo)
        : Optional.empty();
  }

  /** How old the oldest source is; empty when unknown. */
  public Optional<Duration> age(Instant now) {
    return oldestIssued().map(issued -> Duration.between(issued, now));
  }

  /** The sources whose publisher does not vouch for all of a time, or says not until when. */
  public List<ZoneSource> notVouchedFor(TimeSpan time) {
    return sources.stream()
        .filter(source -> source.validUntil().isEmpty() || !source.isVouchedFor(time))
        .toList();
  }

  /**
   * When the zones found begin and cease to be in force after one instant and not after another, in
   * order. Ask over the whole span first: zones that were never in force in it are not among the
   * hits. A zone that was not understood never changes.
   */
  public List<ZoneChange> changes(TimeSpan time) {
    List<ZoneChange> changes = new ArrayList<>();
    // what is only cut off at the end must not look as if it ended there
    Instant beyond = time.until().isBefore(Instant.MAX) ? time.until().plusNanos(1) : Instant.MAX;
    for (ZoneHit hit : hits) {
      if (!hit.zone().understood()) {
        continue;
      }
      for (TimeSpan period : hit.zone().periods(time.from(), beyond)) {
        if (period.from().isAfter(time.from())) {
          changes.add(new ZoneChange(period.from(), hit.zone().key(), ZoneChange.Kind.BEGINS));
        }
        if (period.until().isBefore(beyond)) {
          changes.add(new ZoneChange(period.until(), hit.zone().key(), ZoneChange.Kind.ENDS));
        }
      }
    }
    changes.removeIf(change -> change.at().isAfter(time.until()));
    changes.sort(Comparator.comparing(ZoneChange::at));
    return changes;
  }

  /** The first of the {@link #changes}. */
  public Optional<ZoneChange> nextChange(TimeSpan time) {
    return changes(time).stream().findFirst();
  }
}
