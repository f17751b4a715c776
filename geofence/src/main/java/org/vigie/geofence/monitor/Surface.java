package org.vigie.geofence.monitor;

/** What an aircraft may come through. */
public enum Surface {
  /** The contingency volume's edge. */
  EDGE,
  /** The contingency volume's top. */
  TOP,
  /** The contingency volume's bottom. */
  FLOOR,
  /** A keep-out. */
  KEEP_OUT
}
