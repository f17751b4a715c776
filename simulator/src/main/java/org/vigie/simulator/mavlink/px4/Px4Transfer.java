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
import org.vigie.simulator.mavlink.px4.TransferSession.State;

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

  private final Px4 px4;
  private final int systemId;
  private final Px4Speech speech;
  private final BiConsumer<Integer, Object> send;
  private final TransferReply reply;
  private final Px4Download download;
  private final Map<Integer, TransferSession> sessions = new TreeMap<>();
  private @Nullable TransferSession uploading;

  Px4Transfer(Px4 px4, int systemId, Px4Speech speech, BiConsumer<Integer, Object> send) {
    this.px4 = px4;
    this.systemId = systemId;
    this.speech = speech;
    this.send = send;
    this.reply = new TransferReply(send);
    this.download = new Px4Download(px4, speech, reply, send);
  }

  void close(int link) {
    TransferSession gone = sessions.remove(link);
    if (gone != null && uploading == gone) {
      uploading = null;
    }
  }

  private TransferSession session(Station station) {
    return sessions.computeIfAbsent(station.link(), link -> new TransferSession(station));
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
      ifMine(
          m.targetSystem(),
          m.targetComponent(),
          () -> download.list(session(station), station, type(m.missionType())));
    } else if (payload instanceof MissionRequestInt m) {
      ifMine(
          m.targetSystem(),
          m.targetComponent(),
          () -> download.request(session(station), station, true, m.seq(), type(m.missionType())));
    } else if (payload instanceof MissionRequest m) {
      ifMine(
          m.targetSystem(),
          m.targetComponent(),
          () -> download.request(session(station), station, false, m.seq(), type(m.missionType())));
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

  private void count(Station station, MissionCount message) {
    TransferSession s = session(station);
    if (s.state == State.GETTING) {
      if (!s.with(station)) {
        s.lastHeardS = px4.timeS();
        reply.ack(station, StoreResult.ERROR, s.type, 0);
      } else if (s.seq > 0) {
        speech.error("WPM: REJ. CMD: Busy", "mavlink_mission_getlist_busy");
        reply.ack(station, StoreResult.ERROR, s.type, 0);
      } else {
        s.lastHeardS = px4.timeS();
        ask(s);
      }
      return;
    }
    if (s.state == State.SENDING) {
      speech.error("WPM: IGN MISSION_COUNT: Busy", "mavlink_mission_ignore_mis_count");
      reply.ack(station, StoreResult.ERROR, s.type, 0);
      return;
    }
    if (uploading != null) {
      reply.ack(station, StoreResult.ERROR, s.type, 0);
      return;
    }
    s.lastHeardS = px4.timeS();
    s.partner = station;
    s.type = type(message.missionType());
    ItemSlot.Type slot = TransferReply.slot(s.type);
    if (message.count() > (slot == null ? 0 : slot.max())) {
      reply.ack(station, StoreResult.NO_SPACE, s.type, 0);
    } else if (message.count() <= 0) {
      if (slot != null) {
        px4.commands().store(slot, List.of(), 0);
      }
      reply.ack(station, StoreResult.ACCEPTED, s.type, 0);
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

  private void ask(TransferSession s) {
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
    TransferSession s = session(station);
    if (!s.with(station)) {
      speech.error(
          "REJ. MIS ITEM: partner id mismatch", "mavlink_mission_item_partner_id_mismatch");
      return;
    }
    if (type != s.type) {
      reply.ack(station, StoreResult.ERROR, s.type, 0);
      return;
    }
    if (s.state != State.GETTING) {
      unexpected(s, station, seq);
      return;
    }
    s.lastHeardS = px4.timeS();
    ItemSlot.Type slot = TransferReply.slot(type);
    if (seq != s.seq || slot == null) {
      return;
    }
    StoreResult result = ItemRules.check(slot, item);
    if (result != StoreResult.ACCEPTED) {
      reply.ack(station, result, type, 0);
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
    reply.ack(station, StoreResult.ACCEPTED, type, Integer.toUnsignedLong(id));
    px4.commands().store(slot, whole, id);
  }

  private void unexpected(TransferSession s, Station station, int seq) {
    if (s.state == State.SENDING) {
      speech.error("IGN MISSION_ITEM: Busy", "mavlink_mission_mis_item_busy");
      reply.ack(station, StoreResult.ERROR, s.type, 0);
    } else if (s.count > 0 && s.seq == seq + 1) {
      // the last item again: the answer to it was lost
      reply.ack(station, StoreResult.ACCEPTED, s.type, Integer.toUnsignedLong(s.id));
    } else {
      speech.error("IGN MISSION_ITEM: No transfer", "mavlink_mission_no_transfer");
      reply.ack(station, StoreResult.ERROR, s.type, 0);
    }
  }

  private void end(TransferSession s) {
    s.state = State.IDLE;
    s.staged.clear();
    if (uploading == s) {
      uploading = null;
    }
  }

  private void acknowledged(Station station, MissionAck message) {
    TransferSession s = session(station);
    if (!s.with(station)) {
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
    TransferSession s = session(station);
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
    reply.ack(station, StoreResult.ACCEPTED, type, 0);
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
    for (TransferSession s : sessions.values()) {
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
}
