package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.MavMissionResult;
import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.function.BiConsumer;
import org.vigie.simulator.autopilot.store.StoreResult;
import org.vigie.simulator.mavlink.Station;

/** What both ways of a transfer say. */
final class ItemReplies {
  private final BiConsumer<Integer, Object> send;

  ItemReplies(BiConsumer<Integer, Object> send) {
    this.send = send;
  }

  /** How many items a list has. */
  void count(Station station, ItemList list) {
    send.accept(
        station.link(),
        MissionCount.builder()
            .targetSystem(station.systemId())
            .targetComponent(station.componentId())
            .count(list.count())
            .missionType(EnumValue.create(MavMissionType.class, list.missionType()))
            .build());
  }

  /** How a transfer ended. */
  void ack(Station station, StoreResult result, int type) {
    send.accept(
        station.link(),
        MissionAck.builder()
            .targetSystem(station.systemId())
            .targetComponent(station.componentId())
            .type(EnumValue.create(MavMissionResult.class, result.mavResult()))
            .missionType(EnumValue.create(MavMissionType.class, type))
            .build());
  }
}
