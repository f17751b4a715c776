package org.vigie.groundstation.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The flight logs on vehicles' own cards, and copies of them on the station. Thread-safe. */
public interface VehicleLogs {
  /**
   * What is known of a vehicle's card.
   *
   * @param state code: {@code unknown}, {@code listing}, {@code listed}, {@code partly-listed},
   *     {@code fetching}, {@code fetched}, {@code not-fetched:WHY} or {@code in-flight}
   */
  record Listing(List<LogView> logs, String state) {
    public Listing {
      logs = List.copyOf(logs);
    }
  }

  /**
   * One log.
   *
   * @param bytes as the vehicle tells
   * @param at when it was begun, absent when the vehicle did not know
   * @param fetchedBytes how much of it is here; equal to bytes when its file can be had
   */
  record LogView(int id, long bytes, @Nullable Instant at, long fetchedBytes) {}

  /** What is known now; asks the vehicle again when that is old. Empty: no such vehicle. */
  Optional<Listing> list(String vehicleId);

  /**
   * Begins to fetch a log.
   *
   * @param by who wants it
   * @return empty when it is begun, else a code of why not: {@code in-flight}, {@code busy} or
   *     {@code not-found}
   */
  String fetch(String vehicleId, int logId, String by);

  /**
   * Opens a log that was fetched whole; empty otherwise. The caller closes it. May block.
   *
   * @throws IOException if it is there but cannot be read
   */
  Optional<InputStream> open(String vehicleId, int logId) throws IOException;
}
