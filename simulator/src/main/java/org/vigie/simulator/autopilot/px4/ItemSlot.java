package org.vigie.simulator.autopilot.px4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.vigie.simulator.autopilot.store.DamagedCell;
import org.vigie.simulator.autopilot.store.Item;

/**
 * Mission, fence or rally points as stored: replaced as a whole, so that an upload that stops half
 * way changes nothing. Its id is a checksum of what was sent. Confined to the world's thread.
 *
 * @source PX4 mavlink_mission.cpp, dataman: two stores a type, of which one is active
 */
public final class ItemSlot {
  /** Items of one type. @source PX4 navigation.h, dataman DM_KEY_..._MAX on boards with storage */
  public enum Type {
    MISSION(0, 2000),
    FENCE(1, 64),
    RALLY(2, 32);

    private final int missionType;
    private final int max;

    Type(int missionType, int max) {
      this.missionType = missionType;
      this.max = max;
    }

    /** MAV_MISSION_TYPE. */
    public int missionType() {
      return missionType;
    }

    /** More are refused. */
    public int max() {
      return max;
    }
  }

  private List<Item> items = List.of();
  private int id;
  private boolean sound = true;

  /**
   * Whether what is written from now on is kept as it was written. PX4 does not notice: its id is
   * the checksum of what was sent, and nothing is read again before it is asked for.
   *
   * @source PX4 mavlink_mission.cpp handle_mission_item_both; a write that fails is another matter,
   *     MAV_MISSION_ERROR and "Unable to write on micro SD"
   */
  void sound(boolean ok) {
    sound = ok;
  }

  /** Puts another list in place. */
  void replace(List<Item> others, int otherId) {
    items = sound ? List.copyOf(others) : others.stream().map(ItemSlot::damaged).toList();
    id = otherId;
  }

  private static Item damaged(Item item) {
    return item.hasPlace() ? DamagedCell.through(item) : item;
  }

  public List<Item> items() {
    return items;
  }

  /** MISSION_CURRENT.mission_id and its like: 0 when empty. */
  public long id() {
    return Integer.toUnsignedLong(id);
  }

  int rawId() {
    return id;
  }

  /**
   * The checksum of one item as it was sent, chained to those before.
   *
   * @source PX4 mavlink_mission.cpp crc32_for_mission_item; recordings p3, p7, p8
   */
  public static int checksum(Item sent, int before) {
    ByteBuffer raw = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    raw.put((byte) sent.frame()).putShort((short) sent.command()).put((byte) sent.autocontinue());
    raw.putFloat(sent.param1()).putFloat(sent.param2()).putFloat(sent.param3());
    raw.putFloat(sent.param4()).putInt(sent.x()).putInt(sent.y()).putFloat(sent.z());
    return Crc32.part(raw.array(), before);
  }
}
