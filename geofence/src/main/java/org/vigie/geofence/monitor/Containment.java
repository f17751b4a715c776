package org.vigie.geofence.monitor;

/**
 * Where the aircraft is, from best to worst.
 *
 * <pre>
 * INSIDE &lt;-&gt; MARGIN_LOW &lt;-&gt; OUTSIDE_GEOGRAPHY &lt;-&gt; OUTSIDE_VOLUME
 * </pre>
 *
 * Any state may be reached from any other; worse at once, better only after {@link
 * ContainmentMonitor#CALM} with a margin to spare. A point on a boundary is outside.
 */
public enum Containment {
  /** Inside the flight geography, and stopping now would end inside the contingency volume. */
  INSIDE,
  /** Inside the flight geography, but at this speed the contingency volume's edge is near. */
  MARGIN_LOW,
  /** Outside the flight geography, inside the contingency volume. */
  OUTSIDE_GEOGRAPHY,
  /** Outside the contingency volume. */
  OUTSIDE_VOLUME
}
