package org.vigie.simulator.mavlink.px4;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.px4.ItemSlot;
import org.vigie.simulator.autopilot.store.StoreResult;
import org.vigie.simulator.mavlink.Station;

/** MISSION_ACK, and which list a mission type names. */
final class TransferReply {
  private final BiConsumer<Integer, Object> send;

  TransferReply(BiConsumer<Integer, Object> send) {
    this.send = send;
  }

  /** The list of a MAV_MISSION_TYPE, null for none. */
  static ItemSlot.@Nullable Type slot(int type) {
    for (ItemSlot.Type slot : ItemSlot.Type.values()) {
      if (slot.missionType() == type) {
        return slot;
      }
    }
    return null;
  }

  void ack(Station station, StoreResult result, int type, long id) {
    send.accept(
        station.link(),
        OpaqueMissionAck.builder()
            .targetSystem(station.systemId())
            .targetComponent(station.componentId())
            .type(result.mavResult())
            .missionType(type)
            .opaqueId(id)
            .build());
  }
}
