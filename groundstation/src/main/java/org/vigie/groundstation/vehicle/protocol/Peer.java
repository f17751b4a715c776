package org.vigie.groundstation.vehicle.protocol;

/**
 * Who talks to whom.
 *
 * @param system the vehicle's system id
 * @param component the vehicle's component, 1 for the autopilot
 * @param ownSystem the station's system id
 * @param ownComponent the station's component id
 */
public record Peer(int system, int component, int ownSystem, int ownComponent) {
  /** Whether an answer with these targets is for this station; 0 addresses everyone. */
  boolean isForUs(int targetSystem, int targetComponent) {
    return (targetSystem == 0 || targetSystem == ownSystem)
        && (targetComponent == 0 || targetComponent == ownComponent);
  }
}
