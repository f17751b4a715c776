package org.vigie.geofence.obstacle;

import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.HeightAboveGround;

/**
 * A person's statement that within an area nothing stands higher than a height above the ground
 * below it. It makes known what no data knows; a higher obstacle in some data still counts.
 *
 * @param height nothing is higher, above the ground vertically below
 * @param area where that was looked at
 * @param evidence what shows it: who surveyed, when, how; never empty
 */
public record SurveyedMinimum(HeightAboveGround height, GeoPolygon area, String evidence) {
  public SurveyedMinimum {
    if (height.metres() < 0) {
      throw new IllegalArgumentException(
          "a surveyed minimum height cannot lie below ground: " + height.metres() + " m");
    }
    if (evidence.isBlank()) {
      throw new IllegalArgumentException("a surveyed minimum height needs its evidence");
    }
  }
}
