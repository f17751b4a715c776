package org.vigie.simulator.net;

import org.vigie.simulator.net.frame.SigningRules;

/**
 * How a vehicle's links behave.
 *
 * @param version which MAVLink it speaks
 * @param signing what it does about signatures
 */
public record LinkRules(Version version, SigningRules signing) {
  /** Which MAVLink a vehicle speaks on a link. It understands both on each. */
  public enum Version {
    /** Version 1 only. @source ArduPilot SERIALn_PROTOCOL 1 */
    ONE,
    /**
     * Version 2 only.
     *
     * @source ArduPilot 4.6 SERIALn_PROTOCOL 2, PX4 MAV_PROTO_VER 2; every recorded flight
     */
    TWO,
    /**
     * Version 1 until the station speaks version 2, from then on version 2.
     *
     * @source ArduPilot GCS_MAVLINK::packetReceived; PX4 MAV_PROTO_VER 1
     */
    FOLLOW
  }

  /** ArduCopter as it comes. */
  public static final LinkRules ARDUPILOT = new LinkRules(Version.TWO, SigningRules.ARDUPILOT);

  /** PX4 as it comes. */
  public static final LinkRules PX4 = new LinkRules(Version.TWO, SigningRules.PX4);

  public LinkRules with(Version other) {
    return new LinkRules(other, signing);
  }
}
