package org.vigie.simulator.sensor;

/** What reaches the GNSS receiver's antenna. */
public enum GpsReception {
  /** Open sky. */
  OK,
  /** The receiver is switched off or unplugged: it says nothing at all. */
  OFF,
  /** Noise drowns the satellites: the receiver answers, without a position. */
  JAMMED
}
