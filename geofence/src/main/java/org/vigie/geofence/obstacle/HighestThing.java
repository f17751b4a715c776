package org.vigie.geofence.obstacle;

import org.vigie.geofence.geo.AltitudeAmsl;

/** The highest thing of an area, or why it is not known. Unknown is no height that is clear. */
public sealed interface HighestThing {
  /**
   * Nothing in the area is higher.
   *
   * @param top its altitude
   * @param source what says so: an obstacle, a surface model, a survey with its evidence, the
   *     ground
   */
  record Known(AltitudeAmsl top, String source) implements HighestThing {}

  /**
   * Something may be higher than anybody knows.
   *
   * @param reason why, in words
   */
  record Unknown(String reason) implements HighestThing {}
}
