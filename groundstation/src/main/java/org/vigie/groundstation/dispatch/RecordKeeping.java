package org.vigie.groundstation.dispatch;

import java.util.concurrent.CompletionStage;

/** Makes the record of a flight that is over. Thread-safe. */
public interface RecordKeeping {
  /**
   * Ends the telemetry of a flight: every byte is on disk and its digests are in the journal.
   *
   * @return how much there is
   */
  CompletionStage<Telemetry> endTelemetry(String flightId, String vehicleId);

  /** Writes and signs the record of a closed flight; where it lies. */
  CompletionStage<String> write(String flightId, String incidentId);

  /** Bytes and frames of a flight's telemetry. */
  record Telemetry(long bytes, long frames) {}
}
