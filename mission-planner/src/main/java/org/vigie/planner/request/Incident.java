package org.vigie.planner.request;

import org.vigie.geofence.geo.LatLon;

/**
 * What is to be looked at.
 *
 * @param uncertaintyM radius within which it is, metres
 */
public record Incident(LatLon position, double uncertaintyM) {
  public Incident {
    if (!(uncertaintyM >= 0 && Double.isFinite(uncertaintyM))) {
      throw new IllegalArgumentException("uncertainty must not be negative: " + uncertaintyM);
    }
  }
}
