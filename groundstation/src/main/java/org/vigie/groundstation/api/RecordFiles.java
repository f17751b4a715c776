package org.vigie.groundstation.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Closed flight records as files; whoever keeps them answers. Thread-safe, may block. */
public interface RecordFiles {
  /**
   * Opens a flight's closed record as the bytes of its zip; empty while it is not closed. The
   * caller closes the stream.
   *
   * @throws IOException if it is there but cannot be read
   */
  Optional<InputStream> openZip(String flightId) throws IOException;
}
