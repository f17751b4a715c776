package org.vigie.groundstation.dispatch;

import java.util.concurrent.CompletionStage;

/** Makes the record of a flight that is over. Thread-safe. */
public interface RecordKeeping {
  /**
   * Ends everything that still writes about a flight: nobody watches it any more, its recorded
   * video and its telemetry are on disk to the last byte, and their digests are in the journal.
   *
   * @return how much telemetry there is
   */
  CompletionStage<Telemetry> endStreams(FlightView flight);

  /**
   * Appends the closing entry of a flight that is CLOSED, then writes and signs its record; where
   * it lies. Asked again, it does nothing twice.
   *
   * @param outcome code of the state in which the flight ended
   */
  CompletionStage<String> write(FlightView flight, String outcome, Telemetry telemetry);

  /** Bytes and frames of a flight's telemetry. */
  record Telemetry(long bytes, long frames) {}
}
