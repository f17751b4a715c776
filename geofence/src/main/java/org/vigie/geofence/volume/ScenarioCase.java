package org.vigie.geofence.volume;

import static org.vigie.geofence.volume.Requirement.require;

/**
 * One aircraft under a standard scenario.
 *
 * @param heightAglM greatest height of the flight geography above ground; parameters refuse one
 *     that is less than their own heights make it
 * @param massKg take-off mass
 * @throws IllegalArgumentException if a value is not positive, or the scenario does not go so high
 */
public record ScenarioCase(StandardScenario scenario, double heightAglM, double massKg) {
  public ScenarioCase {
    require(
        heightAglM > 0 && massKg > 0 && Double.isFinite(massKg),
        "height and mass must be positive");
    scenario.groundRiskM(heightAglM, massKg);
  }

  /** Least ground risk buffer. */
  public double groundRiskM() {
    return scenario.groundRiskM(heightAglM, massKg);
  }
}
