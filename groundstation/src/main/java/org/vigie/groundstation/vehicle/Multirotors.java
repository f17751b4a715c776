package org.vigie.groundstation.vehicle;

import java.util.Set;

/**
 * The frames that hover on fixed rotors.
 *
 * @source MAVLink minimal.xml MAV_TYPE: quadrotor, coaxial, hexarotor, octorotor, tricopter,
 *     dodecarotor, decarotor
 */
final class Multirotors {
  private static final Set<Integer> TYPES = Set.of(2, 3, 13, 14, 15, 29, 35);

  private Multirotors() {}

  static boolean include(int type) {
    return TYPES.contains(type);
  }
}
