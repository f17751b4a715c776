package org.vigie.groundstation.demo;

import java.io.IOException;

/** The station did not take the configuration that it was given. */
final class StationRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  StationRefusedException(String message) {
    super(message);
  }
}
