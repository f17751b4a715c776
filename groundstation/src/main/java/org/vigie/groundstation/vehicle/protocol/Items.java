package org.vigie.groundstation.vehicle.protocol;

import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.planner.plan.MissionItem;

/** Between the plan's items and MAVLink's. */
final class Items {
  private Items() {}

  static MissionItemInt toMessage(MissionItem item, ListKind kind, Peer peer) {
    return new MissionItemInt(
        peer.system(),
        peer.component(),
        item.seq(),
        item.frame(),
        item.command(),
        0,
        1,
        item.param1(),
        item.param2(),
        item.param3(),
        item.param4(),
        item.x(),
        item.y(),
        item.z(),
        kind.missionType());
  }

  /**
   * @throws IllegalArgumentException if it holds a number that is not finite
   */
  static MissionItem fromMessage(MissionItemInt item) {
    return new MissionItem(
        item.seq(),
        item.frame(),
        item.command(),
        item.param1(),
        item.param2(),
        item.param3(),
        item.param4(),
        item.x(),
        item.y(),
        item.z());
  }
}
