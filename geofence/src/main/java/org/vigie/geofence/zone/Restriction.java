package org.vigie.geofence.zone;

/**
 * What a zone demands.
 *
 * @source EUROCAE ED-269, UASZoneVersion.restriction
 */
public enum Restriction {
  /** No flight. */
  PROHIBITED,
  /** No flight without the authority's authorisation. */
  REQ_AUTHORISATION,
  /** Flight under published conditions. */
  CONDITIONAL,
  /** Information only. */
  NO_RESTRICTION
}
