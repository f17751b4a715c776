package org.vigie.planner.proof;

/**
 * Everything that a proof looks at. {@link #code()} is what findings, journals and texts hold on
 * to.
 */
public enum ProofCheck {
  /** Items, frames, order and phases are of the form that the proof understands; items wrong. */
  MISSION_FORM("mission-form", ""),
  /** Mission, plan and site agree on home; distance between them. */
  HOME_IS_SITE("home-is-site", "m"),
  /** The flight geography holds the place where the flight begins, with its error. */
  START_IN_GEOGRAPHY("start-in-geography", "m"),
  /** Everything lies where the flat frame is exact; greatest distance from home. */
  WITHIN_RANGE("within-range", "m"),
  /** Every commanded speed is at most the one that the volume was computed for. */
  SPEED_WITHIN_VOLUME("speed-within-volume", "m/s"),
  /** Least distance from the branch's line to the flight geography's edge; negative outside. */
  LEGS_IN_GEOGRAPHY("legs-in-geography", "m"),
  /** Greatest height of a leg against the flight geography's top. */
  LEGS_BELOW_TOP("legs-below-top", "m"),
  /** Zone files of which part could not be placed or that are not valid then, against none. */
  ZONES_KNOWN("zones-known", ""),
  /** Least distance from the branch's line to a zone in force against S_CV. */
  ROUTE_CLEAR_OF_ZONES("route-clear-of-zones", "m"),
  /** Width of the contingency volume against S_CV. */
  GEOGRAPHY_IN_CONTINGENCY("geography-in-contingency", "m"),
  /** Top of the contingency volume against H_CV. */
  CONTINGENCY_HEIGHT("contingency-height", "m"),
  /** Width of the ground risk buffer against S_GRB. */
  GROUND_RISK_BUFFER("ground-risk-buffer", "m"),
  /** One inclusion polygon of the announced size, simple, within the budget; vertices. */
  FENCE_FORM("fence-form", ""),
  /** The fence holds the flight geography, and no exclusion cuts it; least distance. */
  FENCE_HOLDS_GEOGRAPHY("fence-holds-geography", "m"),
  /** Distance from the fence to the contingency volume's edge against reaction and braking. */
  FENCE_IN_CONTINGENCY("fence-in-contingency", "m"),
  /** The fence's ceiling lies above the flight geography. */
  FENCE_CEILING_ABOVE_FLIGHT("fence-ceiling-above-flight", "m"),
  /** The fence's ceiling leaves reaction and braking below the contingency volume's top. */
  FENCE_CEILING_IN_CONTINGENCY("fence-ceiling-in-contingency", "m"),
  /** Distance of the contingency volume from a zone in force. */
  VOLUME_CLEAR_OF_ZONES("volume-clear-of-zones", "m"),
  /** A zone in force that the volume meets and that sets conditions; always holds. */
  ZONE_CONDITIONS("zone-conditions", ""),
  /** A zone in force that the volume meets by authorisation; always holds. */
  ZONE_AUTHORISED("zone-authorised", ""),
  /** Wherever the autopilot's own return cuts across from the branch, it stays in the fence. */
  RETURN_IN_FENCE("return-in-fence", "m"),
  /** Wherever the autopilot's own return cuts across from the branch, it meets no zone. */
  RETURN_CLEAR_OF_ZONES("return-clear-of-zones", "m"),
  /** Every rally point is in the flight geography, at a whole height that clears the ground. */
  RALLY_IN_GEOGRAPHY("rally-in-geography", "m"),
  /** Least height above the ground below the branch against the surveyed minimum. */
  GROUND_CLEARANCE("ground-clearance", "m"),
  /** Height of the flight geography's top above the lowest ground below the contingency volume. */
  CEILING_AGL("ceiling-agl", "m"),
  /** Energy of the whole flight against what is usable without the reserve. */
  ENERGY("energy", "Wh"),
  /** Energy to the place from which the way home costs most, and home. */
  ENERGY_RETURN("energy-return", "Wh"),
  /** Duration of the flight against the plan's validity. */
  VALIDITY("validity", "s"),
  /** From the last heartbeat at the worst point to the landing, against the plan's validity. */
  LOST_LINK("lost-link", "s"),
  /** Charge at which a low battery turns the aircraft round, against what the way home takes. */
  BATTERY_LOW("battery-low", "mAh"),
  /** Charge at which it lands where it is, against what a landing takes. */
  BATTERY_CRITICAL("battery-critical", "mAh"),
  /** That charge against what is left when a return begun in time is over its landing place. */
  BATTERY_CRITICAL_LATE("battery-critical-late", "mAh"),
  /** Charge that the autopilot counts from against what the battery can give. */
  BATTERY_CAPACITY("battery-capacity", "mAh"),
  /** Metres of route from where a plain RTL would not stay in what is proven. */
  PLAIN_RTL_UNSAFE("plain-rtl-unsafe", "m"),
  /** Greatest distance beyond the ground risk buffer that a landing without a position drifts. */
  GNSS_LOSS_DRIFT("gnss-loss-drift", "m"),
  /** Least distance from the branch to the ground risk buffer's edge against a ballistic fall. */
  MOTOR_FAILURE("motor-failure", "m"),
  /** Least height above a known obstacle below the branch against the clearance asked for. */
  OBSTACLE_CLEARANCE("obstacle-clearance", "m"),
  /** Height of what stands in the column of climb and landing above the ground there. */
  COLUMN_CLEAR("column-clear", "m"),
  /** Least distance from the contingency volume to the edge of the area allowed. */
  VOLUME_IN_AREA("volume-in-area", "m"),
  /** Greatest distance of the route from the pilot at home against the distance of sight. */
  VLOS("vlos", "m"),
  /** Wind against the aircraft's limit. */
  WIND("wind", "m/s"),
  /** A parameter against its expected value; one that is missing does not hold. */
  PARAMETER("parameter", "");

  /** What fails by less than is written fails by this much. */
  private static final double LEAST = 1e-3;

  private final String code;
  private final String unit;

  ProofCheck(String code, String unit) {
    this.code = code;
    this.unit = unit;
  }

  public String code() {
    return code;
  }

  /** Unit of value and limit. */
  public String unit() {
    return unit;
  }

  /** A finding that holds when the value is at least the limit. */
  ProofFinding atLeast(String branch, double value, double limit, String subject) {
    return finding(branch, value >= limit, value, limit, subject);
  }

  /** A finding that holds when the value is at most the limit. */
  ProofFinding atMost(String branch, double value, double limit, String subject) {
    return finding(branch, value <= limit, value, limit, subject);
  }

  /** A finding with its verdict; numbers that are not finite are written as -1 and do not hold. */
  ProofFinding finding(String branch, boolean holds, double value, double limit, String subject) {
    boolean finite = Double.isFinite(value) && Double.isFinite(limit);
    boolean passed = holds && finite;
    double apart = milli(Math.abs(milli(value) - milli(limit)));
    return new ProofFinding(
        code,
        branch,
        passed,
        milli(value),
        milli(limit),
        unit,
        subject,
        passed ? apart : -Math.max(apart, LEAST),
        false,
        null,
        null);
  }

  /** Verdicts are made on exact numbers; what is written has no digits beyond the thousandth. */
  private static double milli(double value) {
    return Double.isFinite(value) ? Math.rint(value * 1000) / 1000 : -1;
  }
}
