package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.vigie.groundstation.mavlink.MissionMessage.MissionAck;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCount;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequest;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestList;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * The vehicle's end of the mission protocol, with what it really stores at every moment.
 *
 * @source recordings a14, a15, a16, p6, p13; ArduPilot MissionItemProtocol.cpp, PX4
 *     mavlink_mission.cpp
 */
abstract class ScriptedLists {
  final Map<ListKind, List<StoredItem>> stored = new EnumMap<>(ListKind.class);

  /** What it will not take, and what it makes of what it takes. */
  Predicate<StoredItem> refuses = item -> false;

  UnaryOperator<StoredItem> stores = item -> item;

  /** Messages that it swallows, as if it had not heard them. */
  Predicate<VehicleMessage> deaf = message -> false;

  private final Peer station;
  ListKind receiving = ListKind.MISSION;
  boolean open;
  int expected;
  int count;
  Instant heard = Instant.EPOCH;
  Instant asked = Instant.EPOCH;

  private ScriptedLists(Peer station) {
    this.station = station;
    for (ListKind kind : ListKind.values()) {
      stored.put(kind, new ArrayList<>());
    }
  }

  static ListKind kind(int missionType) {
    return Stream.of(ListKind.values())
        .filter(kind -> kind.missionType() == missionType)
        .findFirst()
        .orElseThrow();
  }

  List<StoredItem> of(ListKind kind) {
    return stored.getOrDefault(kind, List.of());
  }

  List<VehicleMessage> onMessage(VehicleMessage message, Instant now) {
    if (deaf.test(message)) {
      return List.of();
    } else if (message instanceof MissionCount counted) {
      return onCount(counted, kind(counted.missionType()), now);
    } else if (message instanceof MissionItemInt item) {
      return onItem(item, kind(item.missionType()), now);
    } else if (message instanceof MissionRequestList request) {
      return onList(kind(request.missionType()), now);
    } else if (message instanceof MissionRequestInt request) {
      return onRequest(kind(request.missionType()), request.seq(), now);
    } else if (message instanceof MissionAck ack) {
      onAck(ack, now);
    }
    return List.of();
  }

  abstract List<VehicleMessage> onCount(MissionCount counted, ListKind kind, Instant now);

  abstract List<VehicleMessage> onItem(MissionItemInt item, ListKind kind, Instant now);

  abstract List<VehicleMessage> onList(ListKind kind, Instant now);

  abstract List<VehicleMessage> onRequest(ListKind kind, int seq, Instant now);

  abstract void onAck(MissionAck ack, Instant now);

  abstract List<VehicleMessage> onTick(Instant now);

  void begin(ListKind kind, int items, Instant now) {
    receiving = kind;
    open = true;
    count = items;
    expected = 0;
    heard = now;
    asked = now;
  }

  MissionItemInt toStation(StoredItem item, ListKind kind) {
    return item.to(kind, new Peer(own(), comp(), station.system(), station.component()));
  }

  MissionCount counted(ListKind kind) {
    return new MissionCount(own(), comp(), of(kind).size(), kind.missionType(), 0);
  }

  MissionAck ack(MissionResult result, ListKind kind) {
    return new MissionAck(own(), comp(), result.number(), kind.missionType(), 0);
  }

  int own() {
    return station.ownSystem();
  }

  int comp() {
    return station.ownComponent();
  }

  /**
   * ArduPilot: asks by MISSION_REQUEST, again each second, gives up after 8 s with
   * OPERATION_CANCELLED; mission and rally points are written item by item into what it holds, a
   * shorter list cuts that at once, the fence is kept aside until it is whole; item 0 of a mission
   * is home and cannot be written; lists are denied while an upload is open.
   */
  static final class ArduPilot extends ScriptedLists {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    private static final Duration GIVE_UP = Duration.ofSeconds(8);
    private static final StoredItem HOME =
        new StoredItem(0, 0, 16, 1, 0, 0, 0, 0, 454390000, 43790000, 530);

    private final List<StoredItem> fence = new ArrayList<>();

    ArduPilot(Peer station) {
      super(station);
    }

    @Override
    List<VehicleMessage> onCount(MissionCount counted, ListKind kind, Instant now) {
      if (open && receiving != kind) {
        return List.of(ack(MissionResult.DENIED, kind));
      }
      if (counted.count() == 0) {
        open = false;
        stored.put(kind, new ArrayList<>());
        return List.of(ack(MissionResult.ACCEPTED, kind));
      }
      begin(kind, counted.count(), now);
      fence.clear();
      if (kind != ListKind.FENCE && of(kind).size() > count) {
        stored.put(kind, new ArrayList<>(of(kind).subList(0, count)));
      }
      return List.of(ask());
    }

    private MissionRequest ask() {
      return new MissionRequest(own(), comp(), expected, receiving.missionType());
    }

    @Override
    List<VehicleMessage> onItem(MissionItemInt item, ListKind kind, Instant now) {
      if (!open || receiving != kind) {
        return List.of(ack(MissionResult.ERROR, kind));
      }
      if (item.seq() != expected) {
        return List.of(ack(MissionResult.INVALID_SEQUENCE, kind));
      }
      StoredItem given = StoredItem.of(item);
      if (refuses.test(given)) {
        open = false;
        return List.of(ack(MissionResult.INVALID_PARAM5_X, kind));
      }
      write(kind, stores.apply(given));
      expected++;
      heard = now;
      asked = now;
      if (expected < count) {
        return List.of(ask());
      }
      open = false;
      if (kind == ListKind.FENCE) {
        stored.put(kind, new ArrayList<>(fence));
      }
      return List.of(ack(MissionResult.ACCEPTED, kind));
    }

    private void write(ListKind kind, StoredItem item) {
      List<StoredItem> list =
          kind == ListKind.FENCE ? fence : stored.computeIfAbsent(kind, none -> new ArrayList<>());
      StoredItem kept = kind == ListKind.MISSION && item.seq() == 0 ? HOME : item;
      if (item.seq() < list.size()) {
        list.set(item.seq(), kept);
      } else {
        list.add(kept);
      }
    }

    @Override
    List<VehicleMessage> onList(ListKind kind, Instant now) {
      return List.of(open ? ack(MissionResult.DENIED, kind) : counted(kind));
    }

    @Override
    List<VehicleMessage> onRequest(ListKind kind, int seq, Instant now) {
      List<StoredItem> list = of(kind);
      return List.of(
          seq < list.size()
              ? toStation(list.get(seq), kind)
              : ack(MissionResult.INVALID_SEQUENCE, kind));
    }

    @Override
    void onAck(MissionAck ack, Instant now) {}

    @Override
    List<VehicleMessage> onTick(Instant now) {
      if (open && !now.isBefore(heard.plus(GIVE_UP))) {
        open = false;
        return List.of(ack(MissionResult.OPERATION_CANCELLED, receiving));
      }
      if (open && !now.isBefore(asked.plus(ASK_AGAIN))) {
        asked = now;
        return List.of(ask());
      }
      return List.of();
    }
  }

  /**
   * PX4: asks by MISSION_REQUEST_INT, again each 0.25 s, gives up after 5.0 s without a word; each
   * list is kept aside until it is whole; one transfer at a time, list requests are not answered
   * during an upload, and an upload is an ERROR while a download has not been thanked for.
   */
  static final class Px4 extends ScriptedLists {
    private static final Duration ASK_AGAIN = Duration.ofMillis(250);
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    private final List<StoredItem> staged = new ArrayList<>();
    private boolean sending;
    private ListKind sendingKind = ListKind.MISSION;
    private int next;

    Px4(Peer station) {
      super(station);
    }

    @Override
    List<VehicleMessage> onCount(MissionCount counted, ListKind kind, Instant now) {
      if (open && expected == 0) {
        heard = now;
        return List.of(ask(now));
      }
      if (open || sending) {
        return List.of(ack(MissionResult.ERROR, open ? receiving : sendingKind));
      }
      if (counted.count() == 0) {
        stored.put(kind, new ArrayList<>());
        return List.of(ack(MissionResult.ACCEPTED, kind));
      }
      begin(kind, counted.count(), now);
      staged.clear();
      return List.of(ask(now));
    }

    private MissionRequestInt ask(Instant now) {
      asked = now;
      return new MissionRequestInt(own(), comp(), expected, receiving.missionType());
    }

    @Override
    List<VehicleMessage> onItem(MissionItemInt item, ListKind kind, Instant now) {
      if (!open) {
        boolean last = kind == receiving && count > 0 && item.seq() == expected - 1;
        return List.of(ack(last ? MissionResult.ACCEPTED : MissionResult.ERROR, kind));
      }
      if (kind != receiving) {
        return List.of(ack(MissionResult.ERROR, receiving));
      }
      heard = now;
      if (item.seq() != expected) {
        return List.of();
      }
      StoredItem given = StoredItem.of(item);
      if (refuses.test(given)) {
        open = false;
        return List.of(ack(MissionResult.UNSUPPORTED, kind));
      }
      staged.add(stores.apply(given));
      expected++;
      if (expected < count) {
        return List.of(ask(now));
      }
      open = false;
      stored.put(kind, new ArrayList<>(staged));
      return List.of(ack(MissionResult.ACCEPTED, kind));
    }

    @Override
    List<VehicleMessage> onList(ListKind kind, Instant now) {
      boolean through = sending && next == of(sendingKind).size();
      if (open || (sending && sendingKind != kind && !through)) {
        return List.of();
      }
      sending = true;
      sendingKind = kind;
      next = 0;
      heard = now;
      return List.of(counted(kind));
    }

    @Override
    List<VehicleMessage> onRequest(ListKind kind, int seq, Instant now) {
      if (!sending || kind != sendingKind) {
        return List.of();
      }
      heard = now;
      if ((seq != next && seq != next - 1) || seq >= of(kind).size()) {
        sending = false;
        return List.of(ack(MissionResult.ERROR, kind));
      }
      next = seq + 1;
      return List.of(toStation(of(kind).get(seq), kind));
    }

    @Override
    void onAck(MissionAck ack, Instant now) {
      if (sending && ack.missionType() == sendingKind.missionType()) {
        sending = false;
      } else if (open && ack.type() == MissionResult.OPERATION_CANCELLED.number()) {
        open = false;
      }
    }

    @Override
    List<VehicleMessage> onTick(Instant now) {
      if ((open || sending) && !now.isBefore(heard.plus(GIVE_UP))) {
        open = false;
        sending = false;
      }
      return open && !now.isBefore(asked.plus(ASK_AGAIN)) ? List.of(ask(now)) : List.of();
    }
  }
}
