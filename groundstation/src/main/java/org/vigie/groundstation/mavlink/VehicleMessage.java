package org.vigie.groundstation.mavlink;

/**
 * A MAVLink message as a value: SI units, degrees for places, unknown values absent. Used both
 * ways.
 */
public sealed interface VehicleMessage
    permits StateMessage,
        PositionMessage,
        PowerMessage,
        CommandMessage,
        MissionMessage,
        ParameterMessage,
        TrafficMessage,
        RemoteIdMessage,
        EquipmentMessage,
        WindMessage,
        LogMessage,
        VehicleMessage.Unreadable {

  /**
   * A frame that came whole, but that the station does not speak or whose values make no sense.
   *
   * @param reason why its values make no sense; empty when the message is not spoken
   */
  record Unreadable(Frame frame, String reason) implements VehicleMessage {}
}
