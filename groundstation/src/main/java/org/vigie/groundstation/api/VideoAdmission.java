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

  /** The viewer has gone. Said again, nothing happens. */
  default void closed(long framesSent) {
    closed(framesSent, "left");
  }

  /**
   * The connection has ended. Said again, nothing happens.
   *
   * @param reason code that the journal keeps, lower-case words joined by hyphens, for example that
   *     of {@link #reason}; what is none is kept as {@code other}
   */
  void closed(long framesSent, String reason);

  /**
   * What the journal calls the end of a connection.
   *
   * @param closeCode of the WebSocket, sent or received
   * @source RFC 6455 section 7.4.1; IANA WebSocket close code registry for 1013
   */
  static String reason(int closeCode) {
    return switch (closeCode) {
      case 1006 -> "connection-lost";
      case 1002, 1003, 1007, 1008, 1009 -> "not-understood";
      case 1013 -> "too-many-viewers";
      case 4401 -> "right-ended";
      case 4408 -> "no-acknowledgement";
      default -> "left";
    };
  }
}
