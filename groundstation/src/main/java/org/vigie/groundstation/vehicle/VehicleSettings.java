package org.vigie.groundstation.vehicle;

import org.vigie.groundstation.vehicle.protocol.Peer;
import org.vigie.groundstation.vehicle.protocol.RemoteIdentity;

/**
 * Who a vehicle is and who the station is to it.
 *
 * @param vehicleId the station's name for it; also names its thread
 * @param systemId its MAVLink system id, 1 to 254; frames of others are not its own
 * @param stationSystemId ArduCopter listens to the heartbeats of MAV_GCS_SYSID only, 255 by default
 * @param stationComponentId 190 is MAV_COMP_ID_MISSIONPLANNER, what ground stations use
 * @param identity what is broadcast of it, until a flight says otherwise
 */
public record VehicleSettings(
    String vehicleId,
    int systemId,
    AutopilotProfile profile,
    int stationSystemId,
    int stationComponentId,
    RemoteIdentity identity) {
  /** MAV_COMP_ID_AUTOPILOT1: only what this component says is the vehicle's state. */
  static final int AUTOPILOT_COMPONENT = 1;

  private static final int STATION_SYSTEM = 255;
  private static final int STATION_COMPONENT = 190;

  public VehicleSettings {
    if (systemId < 1 || systemId > 254 || systemId == stationSystemId) {
      throw new IllegalArgumentException(
          "vehicle " + vehicleId + " cannot have system id " + systemId);
    }
  }

  /** With the station's usual ids. */
  public static VehicleSettings of(String vehicleId, int systemId, AutopilotProfile profile) {
    return new VehicleSettings(
        vehicleId, systemId, profile, STATION_SYSTEM, STATION_COMPONENT, RemoteIdentity.NONE);
  }

  /** The same, and what is broadcast of it. */
  public VehicleSettings with(RemoteIdentity broadcast) {
    return new VehicleSettings(
        vehicleId, systemId, profile, stationSystemId, stationComponentId, broadcast);
  }

  Peer peer() {
    return new Peer(systemId, AUTOPILOT_COMPONENT, stationSystemId, stationComponentId);
  }
}
