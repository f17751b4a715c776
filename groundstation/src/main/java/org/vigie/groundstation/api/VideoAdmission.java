package org.vigie.groundstation.api;

import java.util.function.LongSupplier;

/**
 * The right of one viewer to be sent the pictures of one source, journalled before it was given.
 * Thread-safe.
 */
public interface VideoAdmission {
  /** Close code of a viewer whose right has ended; the reason says how. */
  int RIGHT_ENDED = 4401;

  /**
   * Close code of a viewer when the station stops.
   *
   * @source RFC 6455 section 7.4.1
   */
  int STATION_STOPS = 1001;

  /** How the right's end is told to the door. */
  @FunctionalInterface
  interface Cut {
    /**
     * Stop sending pictures and close the connection.
     *
     * @param code WebSocket close code
     * @param reason code of why, ASCII, short enough for a close frame
     */
    void cut(int code, String reason);
  }

  /** Is told once, on any thread, when the pictures have to stop; at once if that was before. */
  void onCut(Cut cut);

  /** Access units sent so far; read on any thread when the viewer is cut. */
  void counting(LongSupplier framesSent);

  /** The connection has ended, for whatever reason. Said again, nothing happens. */
  void closed(long framesSent);
}
