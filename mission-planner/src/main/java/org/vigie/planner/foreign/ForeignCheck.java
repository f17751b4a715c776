package org.vigie.planner.foreign;

/** What is checked of a foreign plan, worst first: a finding of an earlier check weighs more. */
public enum ForeignCheck {
  /** Home is known, from the file or from the site. */
  HOME_KNOWN("home-known", ""),
  /** Every item is understood; subject: the item and why it is not. */
  ITEM_UNDERSTOOD("item-understood", ""),
  /** The mission has items that fly, from a take-off on. */
  TAKES_OFF("takes-off", ""),
  /** The mission ends with a landing, not with a hover until the battery is empty. */
  ENDS_ON_GROUND("ends-on-ground", ""),
  /** Everything lies where the flat frame is exact; greatest distance from home. */
  WITHIN_RANGE("within-range", "m"),
  /** Site, zones, terrain and aircraft were given at all. */
  INPUTS_GIVEN("inputs-given", ""),
  /** Zone files of which part could not be placed or that are not valid then, against none. */
  ZONES_KNOWN("zones-known", ""),
  /** Least distance of the line flown from a closed zone in force, against S_CV. */
  ROUTE_CLEAR_OF_ZONES("route-clear-of-zones", "m"),
  /** Least distance of any straight return from a closed zone in force. */
  RETURN_CLEAR_OF_ZONES("return-clear-of-zones", "m"),
  /** Least height above the ground below the line flown against the surveyed minimum. */
  GROUND_CLEARANCE("ground-clearance", "m"),
  /** Least height above known obstacles below the line flown against the clearance asked for. */
  OBSTACLE_CLEARANCE("obstacle-clearance", "m"),
  /** Least height above the ground below any straight return against the surveyed minimum. */
  RETURN_GROUND_CLEARANCE("return-ground-clearance", "m"),
  /** Greatest height above the lowest ground below the line flown. */
  CEILING_AGL("ceiling-agl", "m"),
  /** There is a fence and it holds the line flown; distance to its edge, negative outside. */
  FENCE_HOLDS_ROUTE("fence-holds-route", "m"),
  /** The fence holds every straight return; distance to its edge, negative outside. */
  FENCE_HOLDS_RETURN("fence-holds-return", "m"),
  /** Energy of the whole flight against what is usable without the reserve. */
  ENERGY("energy", "Wh"),
  /** Energy to the place from which a return costs most, and back, against the same. */
  ENERGY_RETURN("energy-return", "Wh"),
  /** Wind against the aircraft's limit. */
  WIND("wind", "m/s"),
  /** Greatest commanded speed against the one that stopping distance and S_CV hold for. */
  SPEED("speed", "m/s"),
  /** The area that the flight is allowed in holds the line flown, S_CV away from its edge. */
  AREA_HOLDS_ROUTE("area-holds-route", "m"),
  /** Greatest distance from the pilot at home against the distance of sight. */
  VLOS("vlos", "m"),
  /** Duration of the flight against the validity asked for. */
  VALIDITY("validity", "s"),
  /** The planned home of the file against the site. */
  HOME_IS_SITE("home-is-site", "m"),
  /** Altitude of home against the ground there. */
  HOME_ON_GROUND("home-on-ground", "m"),
  /** A zone in force that the flight meets and that sets conditions; always holds. */
  ZONE_CONDITIONS("zone-conditions", ""),
  /** A zone in force that the flight meets by authorisation; always holds. */
  ZONE_AUTHORISED("zone-authorised", "");

  private final String code;
  private final String unit;

  ForeignCheck(String code, String unit) {
    this.code = code;
    this.unit = unit;
  }

  /** What texts and machines hold on to. */
  public String code() {
    return code;
  }

  /** Unit of value and limit. */
  public String unit() {
    return unit;
  }
}
