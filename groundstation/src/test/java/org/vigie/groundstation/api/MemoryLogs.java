package org.vigie.groundstation.api;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One vehicle's card with one log, which is here as soon as it was asked for. */
final class MemoryLogs implements VehicleLogs {
  static final byte[] LOG = {1, 2, 3, 4, 5};

  final List<String> asked = new ArrayList<>();
  String refusal = "";

  @Override
  public Optional<Listing> list(String vehicleId) {
    return vehicleId.equals("V-1")
        ? Optional.of(
            new Listing(
                List.of(
                    new LogView(
                        3,
                        LOG.length,
                        Instant.parse("2026-11-21T12:00:00Z"),
                        asked.isEmpty() ? 0 : LOG.length),
                    new LogView(4, 7, null, 0)),
                "listed"))
        : Optional.empty();
  }

  @Override
  public String fetch(String vehicleId, int logId, String by) {
    if (!vehicleId.equals("V-1") || logId != 3) {
      return "not-found";
    }
    if (refusal.isEmpty()) {
      asked.add(vehicleId + " " + logId + " " + by);
    }
    return refusal;
  }

  @Override
  public Optional<InputStream> open(String vehicleId, int logId) {
    return asked.isEmpty() ? Optional.empty() : Optional.of(new ByteArrayInputStream(LOG));
  }
}
