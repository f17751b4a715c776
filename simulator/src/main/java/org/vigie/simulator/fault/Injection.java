package org.vigie.simulator.fault;

import java.util.Optional;

/**
 * A fault for one vehicle or for all.
 *
 * @param vehicle identifier of the vehicle; empty for every one, and for what concerns none
 * @param forS how long it lasts; infinite until it is lifted
 */
public record Injection(Fault fault, Optional<String> vehicle, double forS) {
  public Injection {
    if (!(forS > 0)) {
      throw new IllegalArgumentException("a fault lasts longer than 0 s, not " + forS);
    }
  }

  /** On every vehicle until it is lifted. */
  public static Injection everywhere(Fault fault) {
    return new Injection(fault, Optional.empty(), Double.POSITIVE_INFINITY);
  }
}
