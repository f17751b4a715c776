package org.vigie.geofence.zone;

/**
 * What a zone demands.
 *
 * @source EUROCAE ED-269, UASZoneVersion.restriction; ED-318, type (which adds USPACE and spells
 *     REQ_AUTHORIZATION)
 */
public enum Restriction {
  /** No flight. */
  PROHIBITED,

  /** No flight without the authority's authorisation. */
  REQ_AUTHORISATION,

  /** U-space airspace: no flight without a flight authorisation of its service provider. */
  USPACE,

  /** Flight under published conditions. */
  CONDITIONAL,

  /** Information only. */
  NO_RESTRICTION
}
