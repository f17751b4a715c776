package org.vigie.groundstation.vehicle.way;

/** What a frame's signature says of who sent it. */
public enum Trust {
  /** Made with the vehicle's key, and new. */
  KEY,
  /** There is no signature to judge, and none is asked for. */
  CLAIM,
  /** Made with the vehicle's key, but heard before or overtaken: a copy, or a recording of late. */
  ECHO
}
