package org.vigie.geofence.zone;

/**
 * Whom a zone is published for.
 *
 * @source EUROCAE ED-269, UASZoneVersion.type
 */
public enum ZoneKind {
  /** For everyone. */
  COMMON,
  /** For one operator. */
  CUSTOMIZED
}
