package org.vigie.geofence.monitor;

/**
 * Where the aircraft is, from best to worst.
 *
 * <pre>
 * INSIDE &lt;-&gt; MARGIN_LOW &lt;-&gt; UNKNOWN &lt;-&gt; OUTSIDE_GEOGRAPHY &lt;-&gt; OUTSIDE_VOLUME
 * </pre>
 *
 * Any state may be reached from any other; worse at once, better only after {@link
 * ContainmentMonitor#CALM} with a margin to spare. A point on the boundary of what the aircraft is
 * to stay in is outside of it, one on the boundary of a keep-out is inside of that.
 */
public enum Containment {
  /** Inside the flight geography, and stopping now would end inside the contingency volume. */
  INSIDE,
  /** Inside the flight geography, but at this speed an edge is near. */
  MARGIN_LOW,
  /** No position, or none to rely on, speaks for inside; none speaks for outside. */
  UNKNOWN,
  /** Outside the flight geography, inside the contingency volume. */
  OUTSIDE_GEOGRAPHY,
  /** Outside the contingency volume, or inside a keep-out. */
  OUTSIDE_VOLUME
}
