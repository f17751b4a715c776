package org.vigie.simulator.mavlink.copter;

import static org.vigie.simulator.mavlink.ItemMessages.type;

import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItem;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequest;
import io.dronefleet.mavlink.common.MissionWritePartialList;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.StoreResult;
import org.vigie.simulator.mavlink.ItemMessages;
import org.vigie.simulator.mavlink.Station;

/**
 * Mission, fence and rally points as stations write them. ArduPilot asks for each item with
 * MISSION_REQUEST, again each second, gives up after eight and lets one station upload a list at a
 * time.
 *
 * @source ArduPilot MissionItemProtocol; recordings a14, a15, a16
 */
// MAVLink has deprecated some of these messages; ArduPilot and stations use them all the same
@SuppressWarnings("deprecation")
final class ItemWriter {
  private static final double ASK_AGAIN_S = 1;
  private static final double TIMEOUT_S = 8;

  private final Copter copter;
  private final Announcer announcer;
  private final BiConsumer<Integer, Object> send;
  private final List<ItemList> lists;
  private final ItemReplies replies;
  private final ItemReader reader;
  private final @Nullable ItemUpload[] uploads = new ItemUpload[3];

  ItemWriter(Copter copter, Announcer announcer, BiConsumer<Integer, Object> send) {
    this.copter = copter;
    this.announcer = announcer;
    this.send = send;
    this.lists = List.of(new MissionList(copter), new FenceList(copter), new RallyList(copter));
    this.replies = new ItemReplies(send);
    this.reader = new ItemReader(this::list, this::writing, replies, send);
  }

  /** Who reads the same lists. */
  ItemReader reader() {
    return reader;
  }

  private boolean writing() {
    for (ItemUpload upload : uploads) {
      if (upload != null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable ItemList list(int type) {
    return type >= 0 && type < lists.size() ? lists.get(type) : null;
  }

  void count(Station station, MissionCount message) {
    int type = type(message.missionType());
    ItemList list = list(type);
    if (list == null) {
      replies.ack(station, StoreResult.UNSUPPORTED, type);
      return;
    }
    if (message.count() < 0) {
      replies.ack(station, StoreResult.ERROR, type);
      return;
    }
    ItemUpload open = uploads[type];
    if (open != null && !sameStation(open.station, station)) {
      replies.ack(station, StoreResult.DENIED, type);
      return;
    }
    if (message.count() > list.max()) {
      announcer.text(4, "Only " + list.max() + " items are supported");
      replies.ack(station, StoreResult.NO_SPACE, type);
      return;
    }
    if (message.count() == 0) {
      uploads[type] = null;
      clear(station, list);
      return;
    }
    list.begin(message.count());
    open(list, station, 0, message.count());
  }

  void writePartial(Station station, MissionWritePartialList message) {
    int type = type(message.missionType());
    ItemList list = list(type);
    boolean valid =
        list != null
            && type == 0
            && message.startIndex() >= 0
            && message.endIndex() >= message.startIndex()
            && message.endIndex() < list.count();
    if (list == null || !valid || uploads[type] != null) {
      replies.ack(station, valid ? StoreResult.DENIED : StoreResult.ERROR, type);
      return;
    }
    open(list, station, message.startIndex(), message.endIndex() + 1);
  }

  private void open(ItemList list, Station station, int next, int count) {
    ItemUpload upload = new ItemUpload(station, next, count, copter.timeS());
    uploads[list.missionType()] = upload;
    ask(list, upload);
  }

  private static boolean sameStation(Station a, Station b) {
    return a.systemId() == b.systemId() && a.componentId() == b.componentId();
  }

  private void ask(ItemList list, ItemUpload upload) {
    upload.lastAskS = copter.timeS();
    send.accept(
        upload.station.link(),
        MissionRequest.builder()
            .targetSystem(upload.station.systemId())
            .targetComponent(upload.station.componentId())
            .seq(upload.next)
            .missionType(EnumValue.create(MavMissionType.class, list.missionType()))
            .build());
  }

  void item(Station station, MissionItemInt m) {
    item(station, type(m.missionType()), m.seq(), ItemMessages.item(m));
  }

  void item(Station station, MissionItem m) {
    item(station, type(m.missionType()), m.seq(), ItemMessages.item(m));
  }

  private void item(Station station, int type, int seq, Item item) {
    ItemList list = list(type);
    if (list == null) {
      replies.ack(station, StoreResult.UNSUPPORTED, type);
      return;
    }
    ItemUpload upload = uploads[type];
    if (upload == null) {
      replies.ack(station, StoreResult.ERROR, type);
      return;
    }
    if (!sameStation(upload.station, station)) {
      replies.ack(station, StoreResult.DENIED, type);
      return;
    }
    if (seq != upload.next) {
      replies.ack(station, StoreResult.INVALID_SEQUENCE, type);
      return;
    }
    StoreResult result = list.write(seq, item);
    if (result != StoreResult.ACCEPTED) {
      uploads[type] = null;
      replies.ack(station, result, type);
      return;
    }
    counted(list);
    upload.lastItemS = copter.timeS();
    upload.next++;
    if (upload.next < upload.count) {
      ask(list, upload);
    } else {
      uploads[type] = null;
      ItemList.Finished end = list.finish();
      counted(list);
      replies.ack(station, end.result(), type);
      end.texts().forEach(text -> announcer.text(severity(text, end.severity()), text));
    }
  }

  /**
   * @source recording a15
   */
  private static int severity(String text, int usual) {
    return text.equals("Incorrect item count") ? 6 : usual;
  }

  /** Tells the count when it is another one. */
  private void counted(ItemList list) {
    String name = list.totalParameter();
    if (copter.parameters().get(name) != list.count()) {
      copter.parameters().set(name, list.count());
      announcer.parameterChanged(name);
    }
  }

  void clear(Station station, MissionClearAll message) {
    int type = type(message.missionType());
    ItemList list = list(type);
    if (list == null) {
      replies.ack(station, StoreResult.UNSUPPORTED, type);
    } else if (uploads[type] != null || list.busy()) {
      replies.ack(station, StoreResult.ERROR, type);
    } else {
      clear(station, list);
    }
  }

  private void clear(Station station, ItemList list) {
    list.clear();
    counted(list);
    replies.ack(station, StoreResult.ACCEPTED, list.missionType());
    int severity = list.finishedSeverity();
    list.cleared().forEach(text -> announcer.text(severity, text));
  }

  /** Asks again, or gives up. */
  void tick() {
    double nowS = copter.timeS();
    for (ItemList list : lists) {
      ItemUpload upload = uploads[list.missionType()];
      if (upload == null) {
        continue;
      }
      if (nowS - upload.lastItemS >= TIMEOUT_S) {
        uploads[list.missionType()] = null;
        replies.ack(upload.station, StoreResult.OPERATION_CANCELLED, list.missionType());
        announcer.text(4, list.label() + " upload timeout");
      } else if (nowS - upload.lastAskS >= ASK_AGAIN_S) {
        ask(list, upload);
      }
    }
  }
}
