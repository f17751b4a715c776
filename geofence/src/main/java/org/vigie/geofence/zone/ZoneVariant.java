package org.vigie.geofence.zone;

/**
 * Whom a zone is published for.
 *
 * @source EUROCAE ED-269, UASZoneVersion.type; ED-318, variant
 */
public enum ZoneVariant {
  /** For everyone. */
  COMMON,

  /** For one operator. */
  CUSTOMIZED
}
