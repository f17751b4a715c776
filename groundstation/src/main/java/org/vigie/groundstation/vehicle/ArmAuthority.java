package org.vigie.groundstation.vehicle;

import java.time.Instant;

/**
 * What an arm command must carry. The only implementation is the flight's take-off warrant, which
 * can only be made of parts that agree: so the compiler holds the rule "no arm without a warrant".
 */
public interface ArmAuthority {
  /** Whether this vehicle may be armed now; asked again at the moment of sending. */
  boolean permitsArming(String vehicleId, Instant now);
}
