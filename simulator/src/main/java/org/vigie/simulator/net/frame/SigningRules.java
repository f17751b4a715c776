package org.vigie.simulator.net.frame;

import java.util.Set;

/**
 * What a make of autopilot does about signatures.
 *
 * @param unsignedMessages taken without a signature once there is a key
 * @param trustsFirstPort whether the first port takes everything, as if it were a cable
 * @param unsignedAnyway whether packets without a signature are taken all the same
 * @param refusesWhenArmed whether an armed vehicle takes no key
 * @param leadTicks what a new key's time is set ahead
 * @param blankOnlySigned whether a key of zeroes, which ends signing, must itself be signed
 */
public record SigningRules(
    Set<Integer> unsignedMessages,
    boolean trustsFirstPort,
    boolean unsignedAnyway,
    boolean refusesWhenArmed,
    long leadTicks,
    boolean blankOnlySigned) {
  private static final int RADIO = 166;
  private static final int RADIO_STATUS = 109;
  private static final int ADSB_VEHICLE = 246;
  private static final int COLLISION = 247;

  /** One minute in ticks of ten microseconds. */
  static final long MINUTE_TICKS = 6_000_000;

  /**
   * ArduPilot: the first port is taken for USB; radios report unsigned; a new key's time is a
   * minute ahead.
   *
   * @source ArduPilot libraries/GCS_MAVLink/GCS_Signing.cpp (accept_unsigned_callback,
   *     load_signing_key, handle_setup_signing)
   */
  public static final SigningRules ARDUPILOT =
      new SigningRules(Set.of(RADIO, RADIO_STATUS), true, false, true, MINUTE_TICKS, false);

  /**
   * PX4 as it comes (MAV_SIGN_CFG 0): signs once it has a key, takes unsigned packets too.
   *
   * @source PX4 src/modules/mavlink/mavlink_sign_control.cpp (accept_unsigned, PROTO_SIGN_OPTIONAL)
   */
  public static final SigningRules PX4 =
      new SigningRules(Set.of(RADIO_STATUS, ADSB_VEHICLE, COLLISION), false, true, false, 0, false);

  /**
   * PX4 that asks for signatures on every link (MAV_SIGN_CFG 2, or any key in later versions), and
   * lets go of its key only when asked with a signature.
   *
   * @source PX4 src/modules/mavlink/mavlink_sign_control.cpp (PROTO_SIGN_ALWAYS, check_for_signing:
   *     "blank key rejected: message must be signed")
   */
  public static final SigningRules PX4_ALWAYS =
      new SigningRules(Set.of(RADIO_STATUS, ADSB_VEHICLE, COLLISION), false, false, false, 0, true);

  public SigningRules {
    unsignedMessages = Set.copyOf(unsignedMessages);
  }
}
