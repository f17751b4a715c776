package org.vigie.simulator.physics;

import java.util.Arrays;

/** The rotors of a vehicle and how well each still works. Confined to the world's thread. */
public final class Rotors {
  private final double[] health;

  Rotors(int count) {
    health = new double[count];
    Arrays.fill(health, 1);
  }

  public int count() {
    return health.length;
  }

  /**
   * Weakens a rotor: 1 is whole, 0 is dead.
   *
   * @param index counts from 0
   * @param share of its thrust that it still gives, 0 to 1
   * @throws IllegalArgumentException if there is no such rotor or no such share
   */
  public void health(int index, double share) {
    if (index < 0 || index >= health.length) {
      throw new IllegalArgumentException(
          "rotor " + index + " of a vehicle with rotors 0 to " + (health.length - 1));
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a rotor gives 0 to 1 of its thrust, not " + share);
    }
    health[index] = share;
  }

  public double health(int index) {
    return health[index];
  }

  double meanHealth() {
    return Arrays.stream(health).average().orElse(1);
  }
}
