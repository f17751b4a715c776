package org.vigie.groundstation.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.client.LiveFlight;
import org.vigie.groundstation.client.LiveStatus;
import org.vigie.groundstation.client.LiveVehicle;
import org.vigie.groundstation.client.Snapshot;
import org.vigie.groundstation.client.Who;

/**
 * Everything that is known at one moment.
 *
 * @param now by the console's clock
 * @param snapshot the newest, absent before the first
 * @param heardAt when the newest came, by the console's clock
 * @param documents by flight
 * @param batteryAtStart percent when the flight was last seen on the ground, by flight
 */
record Situation(
    Instant now,
    @Nullable Snapshot snapshot,
    @Nullable Instant heardAt,
    LiveStatus live,
    @Nullable Who who,
    Map<String, Documents> documents,
    Map<String, Double> batteryAtStart) {
  /** Three snapshots missed: what is shown is not the present any more. */
  static final Duration STALE_AFTER = Duration.ofSeconds(3);

  /** Whether what is shown is the present. */
  boolean fresh() {
    return heardAt != null
        && live.open()
        && Duration.between(heardAt, now).compareTo(STALE_AFTER) < 0;
  }

  /** Since when nothing was heard. */
  Instant lostSince() {
    return heardAt == null ? live.since() : heardAt;
  }

  /** How old the newest snapshot is. */
  Duration snapshotAge() {
    return heardAt == null ? Duration.ZERO : Duration.between(heardAt, now);
  }

  /** The station's time now: its last word and what has passed since, never more than a second. */
  Instant stationTime() {
    return snapshot == null || snapshot.time() == null ? now : snapshot.time();
  }

  Documents documents(String flightId) {
    Documents held = documents.get(flightId);
    return held == null ? Documents.NONE : held;
  }

  Optional<LiveFlight> findFlight(@Nullable String id) {
    return snapshot == null ? Optional.empty() : snapshot.findFlight(id);
  }

  Optional<LiveVehicle> vehicleOf(LiveFlight flight) {
    return snapshot == null ? Optional.empty() : snapshot.findVehicle(flight.vehicleId());
  }
}
