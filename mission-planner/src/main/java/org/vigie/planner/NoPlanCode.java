package org.vigie.planner;

/** Why there is no plan. {@link #code()} is what journals and texts hold on to. */
public enum NoPlanCode {
  /** No parameter table for the aircraft's firmware; subject: the firmware. */
  FIRMWARE_UNKNOWN("firmware-unknown"),
  /** More wind than the aircraft may fly in; windMps, limitMps. */
  WIND("wind"),
  /** Further from home than a plan may reach; distanceM, limitM. */
  RANGE("range"),
  /** Ground height unknown somewhere below the flight; subject: where. */
  TERRAIN_UNKNOWN("terrain-unknown"),
  /** How high something below the flight is nobody knows; subject: why. */
  OBSTACLES_UNKNOWN("obstacles-unknown"),
  /** Clearance and ceiling leave no height; neededM, limitM. */
  HEIGHT("height"),
  /** Part of a zone file could not be placed, or it is not valid then; subject: the files. */
  ZONES_UNKNOWN("zones-unknown"),
  /** Home lies in a zone's margin; subject: the zones. */
  HOME_BLOCKED("home-blocked"),
  /** The aircraft holds within a zone's margin; subject: the zones. */
  START_BLOCKED("start-blocked"),
  /** No place to look from outside all zones; subject: the zones. */
  SCENE_BLOCKED("scene-blocked"),
  /**
   * From no place outside all zones the camera sees the incident; subject: what hides it (names of
   * obstacles and surfaces, terrain, gimbal, pixels, height), and after a semicolon what keeps the
   * nearest place closed that would see it (zones, gimbal, pixels), which is placeLatDeg,
   * placeLonDeg, placeM from the incident.
   */
  SCENE_HIDDEN("scene-hidden"),
  /** What the aircraft's camera covers is not known; subject: the aircraft. */
  CAMERA_UNKNOWN("camera-unknown"),
  /**
   * No way to the scene; subject: the fewest zones without which there is one, {@code allowed-area}
   * for what lies outside the allowed area, empty when that takes more than three; withoutS, how
   * long the way would be then.
   */
  ROUTE_BLOCKED("route-blocked"),
  /** More ways round zones than can be searched in time; lines, limit. */
  ROUTE_COMPLEX("route-complex"),
  /** No fence of so few vertices fits; limit. */
  FENCE("fence"),
  /** The reserve would be planned away; neededWh, availableWh. */
  ENERGY("energy"),
  /** More items than the autopilot is given; items, limit. */
  ITEMS("items"),
  /** The flight is longer than the plan's validity; neededS, limitS. */
  VALIDITY("validity");

  private final String code;

  NoPlanCode(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
