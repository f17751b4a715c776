package org.vigie.groundstation.vehicle.protocol;

import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * The answer to a vehicle that asks whether it may arm, as PX4 does when COM_ARM_AUTH_REQ is set
 * and COM_ARM_AUTH_ID is the station's system id. MAVLink has the time for which a yes is good in
 * {@code progress} and the reason of a no in {@code result_param2}; PX4 reads them the other way
 * round. So both fields carry the same number.
 *
 * @source MAVLink common.xml MAV_CMD_ARM_AUTHORIZATION_REQUEST, ARM_AUTH_DENIED_REASON; PX4
 *     ArmAuthorization.cpp (arm_auth_update), mavlink_receiver.cpp (handle_message_command_ack)
 */
public enum ArmAuthorisation {
  /** For so many seconds: the order to arm is under way, and no other may use the permission. */
  GRANTED(0, 2),
  /** Nobody here arms this vehicle: ARM_AUTH_DENIED_REASON_GENERIC. */
  NOT_ARMING(2, 0),
  /** The warrant has run out: ARM_AUTH_DENIED_REASON_TIMEOUT. */
  EXPIRED(2, 3);

  /** MAV_RESULT: 0 accepted, 2 denied. */
  private final int result;

  private final int detail;

  ArmAuthorisation(int result, int detail) {
    this.result = result;
    this.detail = detail;
  }

  /** Whether a message of the vehicle asks this station for permission to arm. */
  public static boolean asks(Peer peer, VehicleMessage message) {
    return message instanceof CommandLong asked
        && asked.command() == MavCmd.ARM_AUTHORIZATION_REQUEST
        && asked.targetSystem() == peer.ownSystem()
        && (asked.targetComponent() == 0 || asked.targetComponent() == peer.ownComponent());
  }

  /** What is sent. */
  public CommandAck to(Peer peer) {
    return new CommandAck(
        MavCmd.ARM_AUTHORIZATION_REQUEST, result, detail, detail, peer.system(), peer.component());
  }
}
