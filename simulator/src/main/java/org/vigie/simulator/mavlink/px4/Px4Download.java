package org.vigie.simulator.mavlink.px4;

import java.util.List;
import java.util.function.BiConsumer;
import org.vigie.simulator.autopilot.px4.ItemSlot;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.autopilot.store.StoreResult;
import org.vigie.simulator.mavlink.ItemMessages;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.px4.TransferSession.State;

/**
 * Lists that a station reads back, item by item.
 *
 * @source PX4 mavlink_mission.cpp; recordings p6, p13
 */
final class Px4Download {
  private final Px4 px4;
  private final Px4Speech speech;
  private final TransferReply reply;
  private final BiConsumer<Integer, Object> send;

  Px4Download(Px4 px4, Px4Speech speech, TransferReply reply, BiConsumer<Integer, Object> send) {
    this.px4 = px4;
    this.speech = speech;
    this.reply = reply;
    this.send = send;
  }

  private List<Item> stored(int type) {
    ItemSlot.Type slot = TransferReply.slot(type);
    return slot == null ? List.of() : px4.slot(slot).items();
  }

  void list(TransferSession s, Station station, int type) {
    boolean again = s.state == State.SENDING && s.type == type && s.with(station);
    boolean completed = s.state == State.SENDING && s.seq == stored(s.type).size();
    if (s.state != State.IDLE && !again && !completed) {
      speech.say(
          6, "Mission download request ignored, already active", "mavlink_mission_req_ignored");
      return;
    }
    ItemSlot.Type slot = TransferReply.slot(type);
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

  void request(TransferSession s, Station station, boolean ints, int seq, int type) {
    s.ints = ints;
    if (!s.with(station)) {
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
      s.state = State.IDLE;
      s.staged.clear();
      reply.ack(station, StoreResult.ERROR, type, 0);
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
}
