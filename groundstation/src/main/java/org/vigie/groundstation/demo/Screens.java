package org.vigie.groundstation.demo;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;

/** Whether a demonstration has windows, and who acts. */
enum Screens {
  /** None; the scenario's people act through HTTP. */
  NONE,
  /** Windows to look at; the scenario's people act all the same. */
  WATCH,
  /** Windows to work with: nobody acts but who sits before them. */
  PEOPLE;

  /** Whether this machine has a display that this Java can draw on. */
  static boolean possible() {
    try {
      return !GraphicsEnvironment.isHeadless()
          && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
    } catch (HeadlessException | AWTError | LinkageError e) {
      return false; // a display that does not answer, or a Java that was built without windows
    }
  }
}
