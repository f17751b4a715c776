package org.vigie.simulator.autopilot.store;

import org.vigie.geofence.geo.LatLon;

/**
 * One item of a mission, fence or rally list, as MAVLink carries it.
 *
 * @param frame MAV_FRAME
 * @param command MAV_CMD
 * @param x latitude, degrees * 1e7
 * @param y longitude, degrees * 1e7
 * @param z height in the frame, metres
 * @param autocontinue as sent or as read back
 */
public record Item(
    int frame,
    int command,
    float param1,
    float param2,
    float param3,
    float param4,
    int x,
    int y,
    float z,
    int autocontinue) {
  public boolean hasPlace() {
    return x != 0 || y != 0;
  }

  public LatLon place() {
    return LatLon.ofE7(x, y);
  }

  Item with(int newFrame, float p1, float p2, float p3, float p4, float height) {
    return new Item(newFrame, command, p1, p2, p3, p4, x, y, height, autocontinue);
  }
}
