package org.vigie.geofence.obstacle;

import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.HeightAboveGround;

/** Where an obstacle ends, upward. */
public sealed interface ObstacleTop {
  /** So high above the highest ground below the obstacle. */
  record AboveGround(HeightAboveGround height) implements ObstacleTop {}

  /** At an altitude. */
  record AtAltitude(AltitudeAmsl altitude) implements ObstacleTop {}

  /** Nobody knows: no height above it is clear of it. */
  record Unknown() implements ObstacleTop {}
}
