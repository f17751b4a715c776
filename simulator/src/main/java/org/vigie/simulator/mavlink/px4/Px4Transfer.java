package org.vigie.simulator.mavlink.px4;

import static org.vigie.simulator.mavlink.ItemMessages.type;

import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItem;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequest;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.MissionSetCurrent;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.px4.ItemRules;
import org.vigie.simulator.autopilot.px4.ItemSlot;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.StoreResult;
import org.vigie.simulator.mavlink.ItemMessages;
import org.vigie.simulator.mavlink.Station;

/**
 * Transfers of mission, fence and rally points. PX4 keeps what comes aside until it is whole, asks
 * again after a quarter of a second, gives up five seconds after the last word with a text and no
 * MISSION_ACK, and lets one link upload at a time.
 *
 * @source PX4 mavlink_mission.cpp; recordings p6, p13
 */
// MAVLink has deprecated some of these messages; stations use them all the same
@SuppressWarnings("deprecation")
final class Px4Transfer {
  private static final double ASK_AGAIN_S = 0.25;
  private static final double TIMEOUT_S = 5;
  private static final int ALL_TYPES = 255;

  /** The component that old stations send plans to. @source MAV_COMP_ID_MISSIONPLANNER */
  private static final int MISSION_PLANNER = 190;

  private enum State {
    IDLE,
    GETTING,
    SENDING
  }

  /** What one link is doing; one entry a link. */
  private static final class Session {
    final int link;
    State state = State.IDLE;
    int type;
    Station partner;
    int seq;
    int count;
    int id;
    double lastSentS;
    double lastHeardS;
    boolean ints = true;
    final List<Item> staged = new ArrayList<>();

    Session(Station first) {
      this.link = first.link();
      this.partner = first;
    }
  }

  private final Px4 px4;
  private final int systemId;
  private final Px4Speech speech;
  private final BiConsumer<Integer, Object> send;
  private final Map<Integer, Session> sessions = new TreeMap<>();
  private @Nullable Session uploading;

  Px4Transfer(Px4 px4, int systemId, Px4Speech speech, BiConsumer<Integer, Object> send) {
    this.px4 = px4;
    this.systemId = systemId;
    this.speech = speech;
    this.send = send;
  }

  void close(int link) {
    Session gone = sessions.remove(link);
    if (gone != null && uploading == gone) {
      uploading = null;
    }
  }

  private Session session(Station station) {
    return sessions.computeIfAbsent(station.link(), link -> new Session(station));
  }

  private static ItemSlot.@Nullable Type slot(int type) {
    for (ItemSlot.Type slot : ItemSlot.Type.values()) {
      if (slot.missionType() == type) {
        return slot;
      }
    }
    return null;
  }

  /** Whether it is about a plan at all; those for others are dropped here. */
  boolean receive(Station station, Object payload) {
    if (payload instanceof MissionCount m) {
      ifMine(m.targetSystem(), m.targetComponent(), () -> count(station, m));
    } else if (payload instanceof MissionItemInt m) {
      ifMine(m.targetSystem(), m.targetComponent(), () -> item(station, m));
    } else if (payload instanceof MissionItem m) {
      ifMine(m.targetSystem(), m.targetComponent(), () -> item(station, m));
    } else if (payload instanceof MissionRequestList m) {
      ifMine(m.targetSystem(), m.targetComponent(), () -> list(station, type(m.missionType())));
    } else if (payload instanceof MissionRequestInt m) {
      ifMine(
          m.targetSystem(),
          m.targetComponent(),
          () -> request(station, true, m.seq(), type(m.missionType())));
    } else if (payload instanceof MissionRequest m) {
      ifMine(
          m.targetSystem(),
          m.targetComponent(),
          () -> request(station, false, m.seq(), type(m.missionType())));
    } else if (payload instanceof MissionAck m) {
      ifMine(m.targetSystem(), m.targetComponent(), () -> acknowledged(station, m));
    } else if (payload instanceof MissionClearAll m) {
      ifMine(m.targetSystem(), m.targetComponent(), () -> clear(station, type(m.missionType())));
    } else if (payload instanceof MissionSetCurrent m) {
      ifMine(m.targetSystem(), m.targetComponent(), () -> current(station, m.seq()));
    } else {
      return false;
    }
    return true;
  }

  private void ifMine(int system, int component, Runnable then) {
    if (system == systemId && (component == 1 || component == 0 || component == MISSION_PLANNER)) {
      then.run();
    }
  }

  private static boolean partner(Session session, Station station) {
    return session.partner.systemId() == station.systemId()
        && session.partner.componentId() == station.componentId();
  }

  private void count(Station station, MissionCount message) {
    Session s = session(station);
    if (s.state == State.GETTING) {
      if (!partner(s, station)) {
        s.lastHeardS = px4.timeS();
        ack(station, StoreResult.ERROR, s.type, 0);
      } else if (s.seq > 0) {
        speech.error("WPM: REJ. CMD: Busy", "mavlink_mission_getlist_busy");
        ack(station, StoreResult.ERROR, s.type, 0);
      } else {
        s.lastHeardS = px4.timeS();
        ask(s);
      }
      return;
    }
    if (s.state == State.SENDING) {
      speech.error("WPM: IGN MISSION_COUNT: Busy", "mavlink_mission_ignore_mis_count");
      ack(station, StoreResult.ERROR, s.type, 0);
      return;
    }
    if (uploading != null) {
      ack(station, StoreResult.ERROR, s.type, 0);
      return;
    }
    s.lastHeardS = px4.timeS();
    s.partner = station;
    s.type = type(message.missionType());
    ItemSlot.Type slot = slot(s.type);
    if (message.count() > (slot == null ? 0 : slot.max())) {
      ack(station, StoreResult.NO_SPACE, s.type, 0);
    } else if (message.count() <= 0) {
      if (slot != null) {
        px4.commands().store(slot, List.of(), 0);
      }
      ack(station, StoreResult.ACCEPTED, s.type, 0);
    } else {
      uploading = s;
      s.state = State.GETTING;
      s.seq = 0;
      s.count = message.count();
      s.id = 0;
      s.staged.clear();
      ask(s);
    }
  }

  private void ask(Session s) {
    s.lastSentS = px4.timeS();
    EnumValue<MavMissionType> type = EnumValue.create(MavMissionType.class, s.type);
    Object request =
        s.ints
            ? MissionRequestInt.builder()
                .targetSystem(s.partner.systemId())
                .targetComponent(s.partner.componentId())
                .seq(s.seq)
                .missionType(type)
                .build()
            : MissionRequest.builder()
                .targetSystem(s.partner.systemId())
                .targetComponent(s.partner.componentId())
                .seq(s.seq)
                .missionType(type)
                .build();
    send.accept(s.link, request);
  }

  private void item(Station station, MissionItemInt m) {
    Item item = ItemMessages.item(m);
    session(station).ints = true;
    item(station, type(m.missionType()), m.seq(), item, item);
  }

  private void item(Station station, MissionItem m) {
    Item item = ItemMessages.item(m);
    Item sent =
        new Item(
            item.frame(),
            item.command(),
            item.param1(),
            item.param2(),
            item.param3(),
            item.param4(),
            Float.floatToRawIntBits(m.x()),
            Float.floatToRawIntBits(m.y()),
            item.z(),
            item.autocontinue());
    session(station).ints = false;
    item(station, type(m.missionType()), m.seq(), item, sent);
  }

  /**
   * @param sent as the checksum sees it
   */
  private void item(Station station, int type, int seq, Item item, Item sent) {
    Session s = session(station);
    if (!partner(s, station)) {
      speech.error(
          "REJ. MIS ITEM: partner id mismatch", "mavlink_mission_item_partner_id_mismatch");
      return;
    }
    if (type != s.type) {
      ack(station, StoreResult.ERROR, s.type, 0);
      return;
    }
    if (s.state != State.GETTING) {
      unexpected(s, station, seq);
      return;
    }
    s.lastHeardS = px4.timeS();
    ItemSlot.Type slot = slot(type);
    if (seq != s.seq || slot == null) {
      return;
    }
    StoreResult result = ItemRules.check(slot, item);
    if (result != StoreResult.ACCEPTED) {
      ack(station, result, type, 0);
      if (ItemRules.invalid(result)) {
        speech.error("IGN MISSION_ITEM: Invalid item", "mavlink_mission_mis_item_invalid");
      }
      end(s);
      return;
    }
    s.id = ItemSlot.checksum(sent, s.id);
    s.staged.add(ItemRules.store(slot, item));
    s.seq++;
    if (s.seq < s.count) {
      ask(s);
      return;
    }
    int id = s.id;
    List<Item> whole = List.copyOf(s.staged);
    end(s);
    ack(station, StoreResult.ACCEPTED, type, Integer.toUnsignedLong(id));
    px4.commands().store(slot, whole, id);
  }

  private void unexpected(Session s, Station station, int seq) {
    if (s.state == State.SENDING) {
      speech.error("IGN MISSION_ITEM: Busy", "mavlink_mission_mis_item_busy");
      ack(station, StoreResult.ERROR, s.type, 0);
    } else if (s.count > 0 && s.seq == seq + 1) {
      // the last item again: the answer to it was lost
      ack(station, StoreResult.ACCEPTED, s.type, Integer.toUnsignedLong(s.id));
    } else {
      speech.error("IGN MISSION_ITEM: No transfer", "mavlink_mission_no_transfer");
      ack(station, StoreResult.ERROR, s.type, 0);
    }
  }

  private void end(Session s) {
    s.state = State.IDLE;
    s.staged.clear();
    if (uploading == s) {
      uploading = null;
    }
  }

  private List<Item> stored(int type) {
    ItemSlot.Type slot = slot(type);
    return slot == null ? List.of() : px4.slot(slot).items();
  }

  private void list(Station station, int type) {
    Session s = session(station);
    boolean again = s.state == State.SENDING && s.type == type && partner(s, station);
    boolean completed = s.state == State.SENDING && s.seq == stored(s.type).size();
    if (s.state != State.IDLE && !again && !completed) {
      speech.say(
          6, "Mission download request ignored, already active", "mavlink_mission_req_ignored");
      return;
    }
    ItemSlot.Type slot = slot(type);
    s.lastHeardS = px4.timeS();
    s.state = State.SENDING;
    s.type = type;
    s.partner = station;
    s.seq = 0;
    s.count = stored(type).size();
    s.lastSentS = px4.timeS();
    send.accept(
        s.link,
        OpaqueMissionCount.builder()
            .targetSystem(station.systemId())
            .targetComponent(station.componentId())
            .count(s.count)
            .missionType(type)
            .opaqueId(slot == null ? 0 : px4.slot(slot).id())
            .build());
  }

  private void request(Station station, boolean ints, int seq, int type) {
    Session s = session(station);
    s.ints = ints;
    if (!partner(s, station)) {
      speech.error("WPM: REJ. CMD: partner id mismatch", "mavlink_mission_partner_id_mismatch2");
      return;
    }
    if (s.state == State.GETTING) {
      speech.error("WPM: REJ. CMD: Busy", "mavlink_mission_mis_req_ignored_busy");
      return;
    }
    if (s.state == State.IDLE || type != s.type) {
      return;
    }
    s.lastHeardS = px4.timeS();
    boolean next = seq == s.seq && s.seq < s.count;
    boolean again = seq == s.seq - 1;
    List<Item> items = stored(type);
    if ((!next && !again) || seq < 0 || seq >= items.size()) {
      end(s);
      ack(station, StoreResult.ERROR, type, 0);
      speech.error("WPM: REJ. CMD: Req. WP was unexpected", "mavlink_mission_wp_unexpected");
      return;
    }
    s.seq += next ? 1 : 0;
    s.lastSentS = px4.timeS();
    send.accept(s.link, message(station, ints, seq, type, items.get(seq)));
  }

  private Object message(Station station, boolean ints, int seq, int type, Item item) {
    int current = seq == px4.missionIndex() ? 1 : 0;
    if (ints) {
      return ItemMessages.message(station, type, seq, current, item);
    }
    boolean placed = item.frame() != 2;
    int frame = item.frame() == 6 ? 3 : item.frame() == 5 ? 0 : item.frame();
    return ItemMessages.message(station, type, seq, current, item, frame, placed ? 1e7 : 1);
  }

  private void acknowledged(Station station, MissionAck message) {
    Session s = session(station);
    if (!partner(s, station)) {
      speech.error("REJ. WP CMD: partner id mismatch", "mavlink_mission_partner_id_mismatch");
    } else if (s.state == State.SENDING && s.type == type(message.missionType())) {
      s.lastHeardS = px4.timeS();
      end(s);
    } else if (s.state == State.GETTING) {
      if (message.type().value() == StoreResult.UNSUPPORTED.mavResult()) {
        s.ints = !s.ints;
        ask(s);
      } else if (message.type().value() == StoreResult.OPERATION_CANCELLED.mavResult()) {
        end(s);
      }
    }
  }

  private void clear(Station station, int type) {
    Session s = session(station);
    if (s.state != State.IDLE) {
      speech.error("WPM: IGN CLEAR CMD: Busy", "mavlink_mission_ignore_clear");
      return;
    }
    s.lastHeardS = px4.timeS();
    s.type = type;
    for (ItemSlot.Type slot : ItemSlot.Type.values()) {
      if (slot.missionType() == type || type == ALL_TYPES) {
        px4.commands().store(slot, List.of(), 0);
      }
    }
    ack(station, StoreResult.ACCEPTED, type, 0);
  }

  private void current(Station station, int index) {
    if (session(station).state != State.IDLE) {
      speech.error("WPM: IGN WP CURR CMD: Busy", "mavlink_mission_state_busy");
    } else {
      px4.commands().setMissionCurrent(index);
    }
  }

  /** Asks again, or gives up. */
  void tick() {
    double nowS = px4.timeS();
    for (Session s : sessions.values()) {
      if (s.state == State.IDLE) {
        continue;
      }
      if (nowS - s.lastHeardS > TIMEOUT_S) {
        end(s);
        speech.error("Mission sync timeout", "mavlink_mission_sync_timeout");
      } else if (s.state == State.GETTING && nowS - s.lastSentS > ASK_AGAIN_S) {
        ask(s);
      }
    }
  }

  private void ack(Station station, StoreResult result, int type, long id) {
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
