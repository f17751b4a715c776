package org.vigie.planner.request;

import org.vigie.geofence.geo.LatLon;

/**
 * What is to be looked at.
 *
 * @param uncertaintyM radius within which it is, metres
 * @param keepOffM how far from all of that the aircraft stays while it looks, metres over ground; 0
 *     unless people below it are to be kept clear of
 */
public record Incident(LatLon position, double uncertaintyM, double keepOffM) {
  public Incident {
    if (!(uncertaintyM >= 0 && Double.isFinite(uncertaintyM))) {
      throw new IllegalArgumentException("uncertainty must not be negative: " + uncertaintyM);
    }
    if (!(keepOffM >= 0 && Double.isFinite(keepOffM))) {
      throw new IllegalArgumentException("keepOffM must not be negative: " + keepOffM);
    }
  }

  /** Nobody there who must not be flown over. */
  public Incident(LatLon position, double uncertaintyM) {
    this(position, uncertaintyM, 0);
  }
}
