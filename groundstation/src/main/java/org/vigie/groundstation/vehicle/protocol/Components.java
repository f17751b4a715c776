package org.vigie.groundstation.vehicle.protocol;

import java.util.Set;

/**
 * Which of a vehicle's components the station listens to besides its autopilot, and what of them.
 * Everything else that shares the vehicle's system id is not read.
 *
 * @source MAVLink minimal.xml MAV_COMPONENT: cameras 100 to 105, gimbals 154 and 171 to 175, remote
 *     identification transmitters 236 to 238
 */
public final class Components {
  private static final Set<Integer> READ = Set.of(0, 77, 259, 269, 280, 12918);

  private static final Set<Integer> EQUIPMENT = Set.of(0, 77, 242, 259, 269, 280);

  private Components() {}

  /** Whether a message of a component is for the vehicle's loop. */
  public static boolean reads(int component, int messageId) {
    boolean device =
        isCamera(component)
            || component == 154
            || (component >= 171 && component <= 175)
            || (component >= 236 && component <= 238);
    return device && READ.contains(messageId);
  }

  /** Whether a message says what the vehicle carries, or answers the question for it. */
  public static boolean tellsOfEquipment(int component, int messageId) {
    return EQUIPMENT.contains(messageId) && (component == 1 || reads(component, messageId));
  }

  static boolean isCamera(int component) {
    return component >= 100 && component <= 105;
  }
}
