package org.vigie.groundstation.vehicle.protocol;

import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.planner.plan.MissionItem;

/**
 * An item as a vehicle stores it, whoever wrote it: unlike a plan's it may hold what is not a
 * number, so that what was there before can be put back as it was.
 *
 * @param seq index in its list, from 0
 * @param frame MAV_FRAME
 * @param command MAV_CMD
 * @param x latitude, degrees * 1e7, or the command's fifth parameter
 * @param y longitude, degrees * 1e7, or the command's sixth parameter
 * @source MAVLink common.xml #73 MISSION_ITEM_INT
 */
public record StoredItem(
    int seq,
    int frame,
    int command,
    int autocontinue,
    float param1,
    float param2,
    float param3,
    float param4,
    int x,
    int y,
    float z) {
  /** A plan's item. */
  public static StoredItem of(MissionItem item) {
    return new StoredItem(
        item.seq(),
        item.frame(),
        item.command(),
        1,
        item.param1(),
        item.param2(),
        item.param3(),
        item.param4(),
        item.x(),
        item.y(),
        item.z());
  }

  static StoredItem of(MissionItemInt item) {
    return new StoredItem(
        item.seq(),
        item.frame(),
        item.command(),
        item.autocontinue(),
        item.param1(),
        item.param2(),
        item.param3(),
        item.param4(),
        item.x(),
        item.y(),
        item.z());
  }

  MissionItemInt to(ListKind kind, Peer peer) {
    return new MissionItemInt(
        peer.system(),
        peer.component(),
        seq,
        frame,
        command,
        0,
        autocontinue,
        param1,
        param2,
        param3,
        param4,
        x,
        y,
        z,
        kind.missionType());
  }
}
