package org.vigie.geofence.zone;

/**
 * What a zone's height limit counts from.
 *
 * @source EUROCAE ED-269, upperVerticalReference; WGS84 as EUROCONTROL SWIM adds it
 */
public enum VerticalReference {
  /** Above the ground vertically below. */
  AGL,
  /** Above mean sea level. */
  AMSL,
  /** Above the ellipsoid. */
  WGS84
}
