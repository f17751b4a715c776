package org.vigie.groundstation.video.hub;

/** One viewer of one source. Thread-safe. */
public interface ViewerSession {
  /**
   * Ends it: no further picture is given to the connection; it is told why, and closed.
   *
   * @param code of the WebSocket, for example {@link ViewerEnd#RIGHT_ENDED}
   * @param reason in a few words, at most 123 bytes
   */
  void cut(int code, String reason);

  /** Access units given to the connection. */
  long framesSent();

  /** Bytes given to the connection. */
  long bytesSent();

  ViewerState state();
}
