package org.vigie.simulator.net;

import io.dronefleet.mavlink.MavlinkConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How many bytes a message takes on the wire, as the library sends it (MAVLink 2). */
final class MessageSize {
  private MessageSize() {}

  static int bytes(Object payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      MavlinkConnection.create(new ByteArrayInputStream(new byte[0]), out).send2(1, 1, payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }
}
