package org.vigie.geofence.sun;

/**
 * A moment of a day that the sun sets.
 *
 * @source EUROCAE ED-318, daylightEventType
 */
public enum SunEvent {
  /** Beginning of morning civil twilight: the sun's centre is 6 degrees below the horizon. */
  BMCT,

  /** Sunrise: the sun's upper edge touches the horizon, refraction included. */
  SR,

  /** Sunset. */
  SS,

  /** End of evening civil twilight. */
  EECT
}
