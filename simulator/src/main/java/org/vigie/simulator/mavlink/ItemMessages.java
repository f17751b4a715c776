package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MissionItem;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.util.EnumValue;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.store.Item;

/**
 * Items of missions, fences and rally points as messages say them, and back.
 *
 * @source MAVLink common.xml #39 MISSION_ITEM, #73 MISSION_ITEM_INT
 */
// MAVLink has deprecated MISSION_ITEM; stations use it all the same
@SuppressWarnings("deprecation")
public final class ItemMessages {
  private ItemMessages() {}

  /** MAV_MISSION_TYPE; MAVLink 1 frames carry none: a mission is meant. */
  public static int type(@Nullable EnumValue<MavMissionType> sent) {
    return sent == null ? 0 : sent.value();
  }

  /** What was sent. */
  public static Item item(MissionItemInt m) {
    return new Item(
        m.frame().value(),
        m.command().value(),
        m.param1(),
        m.param2(),
        m.param3(),
        m.param4(),
        m.x(),
        m.y(),
        m.z(),
        m.autocontinue());
  }

  /** What was sent, its degrees as degrees * 1e7. */
  public static Item item(MissionItem m) {
    return new Item(
        m.frame().value(),
        m.command().value(),
        m.param1(),
        m.param2(),
        m.param3(),
        m.param4(),
        (int) Math.round(m.x() * 1e7),
        (int) Math.round(m.y() * 1e7),
        m.z(),
        m.autocontinue());
  }

  /** An item for a station; {@code current} is 1 for the one that is flown. */
  public static MissionItemInt message(Station to, int type, int seq, int current, Item item) {
    return MissionItemInt.builder()
        .targetSystem(to.systemId())
        .targetComponent(to.componentId())
        .seq(seq)
        .frame(EnumValue.create(MavFrame.class, item.frame()))
        .command(EnumValue.create(MavCmd.class, item.command()))
        .current(current)
        .autocontinue(item.autocontinue())
        .param1(item.param1())
        .param2(item.param2())
        .param3(item.param3())
        .param4(item.param4())
        .x(item.x())
        .y(item.y())
        .z(item.z())
        .missionType(EnumValue.create(MavMissionType.class, type))
        .build();
  }

  /**
   * The same for a station that asked with MISSION_REQUEST.
   *
   * @param frame the frame that is told
   * @param scale what x and y are divided by: 1e7 for degrees
   */
  public static MissionItem message(
      Station to, int type, int seq, int current, Item item, int frame, double scale) {
    return MissionItem.builder()
        .targetSystem(to.systemId())
        .targetComponent(to.componentId())
        .seq(seq)
        .frame(EnumValue.create(MavFrame.class, frame))
        .command(EnumValue.create(MavCmd.class, item.command()))
        .current(current)
        .autocontinue(item.autocontinue())
        .param1(item.param1())
        .param2(item.param2())
        .param3(item.param3())
        .param4(item.param4())
        .x((float) (item.x() / scale))
        .y((float) (item.y() / scale))
        .z(item.z())
        .missionType(EnumValue.create(MavMissionType.class, type))
        .build();
  }
}
