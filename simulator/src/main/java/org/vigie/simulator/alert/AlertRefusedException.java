package org.vigie.simulator.alert;

import java.io.IOException;

/** A station understood an alert and does not want it. */
public final class AlertRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  AlertRefusedException(String message) {
    super(message);
  }
}
