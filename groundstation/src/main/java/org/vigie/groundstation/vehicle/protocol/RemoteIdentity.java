package org.vigie.groundstation.vehicle.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What is broadcast of an aircraft and of who answers for it. Immutable.
 *
 * @param carrier who broadcasts
 * @param operatorId public part of the operator's number, at most 20 characters; empty when it is
 *     not known
 * @param selfId what the flight is about, at most 23 characters; empty for nothing
 * @param category MAV_ODID_CATEGORY_EU: 0 undeclared, 1 open, 2 specific, 3 certified
 * @param classEu MAV_ODID_CLASS_EU: 0 undeclared, else the class and one: 1 is C0
 * @param serialNumber of ANSI/CTA-2063-A, for an autopilot that does not know it; empty when it
 *     does
 * @param fixedPlace where the operator sits; null when that is where the aircraft takes off
 */
public record RemoteIdentity(
    Carrier carrier,
    String operatorId,
    String selfId,
    int category,
    int classEu,
    String serialNumber,
    @Nullable OperatorPlace fixedPlace) {
  /** No remote identification on board: nothing is sent, nothing is asked for. */
  public static final RemoteIdentity NONE =
      new RemoteIdentity(Carrier.NOBODY, "", "", 0, 0, "", null);

  /** Who broadcasts. */
  public enum Carrier {
    /** Nobody. */
    NOBODY,
    /** A transmitter behind the autopilot, which the station feeds and which says how it is. */
    AUTOPILOT,
    /** A module that stands alone and says nothing to anybody but the world. */
    MODULE
  }

  /** The same with another operator. */
  public RemoteIdentity of(String operator) {
    return new RemoteIdentity(
        carrier, operator, selfId, category, classEu, serialNumber, fixedPlace);
  }
}
