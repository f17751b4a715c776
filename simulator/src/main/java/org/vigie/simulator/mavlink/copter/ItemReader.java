package org.vigie.simulator.mavlink.copter;

import static org.vigie.simulator.mavlink.ItemMessages.type;

import io.dronefleet.mavlink.common.MissionRequest;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.StoreResult;
import org.vigie.simulator.mavlink.ItemMessages;
import org.vigie.simulator.mavlink.Station;

/**
 * Mission, fence and rally points as stations read them. While a list is written none is counted.
 *
 * @source ArduPilot MissionItemProtocol; recordings a15, a16
 */
// MAVLink has deprecated some of these messages; ArduPilot and stations use them all the same
@SuppressWarnings("deprecation")
final class ItemReader {
  private final IntFunction<@Nullable ItemList> lists;
  private final BooleanSupplier writing;
  private final ItemReplies replies;
  private final BiConsumer<Integer, Object> send;

  /**
   * Reads lists.
   *
   * @param lists by MAV_MISSION_TYPE; null for one that there is not
   * @param writing whether some list is being written now
   */
  ItemReader(
      IntFunction<@Nullable ItemList> lists,
      BooleanSupplier writing,
      ItemReplies replies,
      BiConsumer<Integer, Object> send) {
    this.lists = lists;
    this.writing = writing;
    this.replies = replies;
    this.send = send;
  }

  void requestList(Station station, MissionRequestList message) {
    int type = type(message.missionType());
    ItemList list = lists.apply(type);
    if (list == null) {
      replies.ack(station, StoreResult.UNSUPPORTED, type);
      return;
    }
    if (writing.getAsBoolean()) {
      replies.ack(station, StoreResult.DENIED, type);
      return;
    }
    replies.count(station, list);
  }

  void request(Station station, MissionRequestInt message) {
    int type = type(message.missionType());
    Item item = find(station, type, message.seq());
    if (item != null) {
      send.accept(station.link(), ItemMessages.message(station, type, message.seq(), 0, item));
    }
  }

  void request(Station station, MissionRequest message) {
    int type = type(message.missionType());
    Item item = find(station, type, message.seq());
    if (item != null) {
      send.accept(
          station.link(),
          ItemMessages.message(station, type, message.seq(), 0, item, item.frame(), 1e7));
    }
  }

  private @Nullable Item find(Station station, int type, int seq) {
    ItemList list = lists.apply(type);
    if (list == null) {
      replies.ack(station, StoreResult.UNSUPPORTED, type);
      return null;
    }
    if (seq < 0 || seq >= list.count()) {
      replies.count(station, list); // tells the asker how many there are (recording a15)
      replies.ack(station, StoreResult.INVALID_SEQUENCE, type);
      return null;
    }
    return list.read(seq);
  }
}
