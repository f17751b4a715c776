package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.MissionMessage.MissionAck;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCount;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequest;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestList;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestRead;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamSet;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamValue;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * The vehicle's end of the protocols, as ArduCopter is seen to behave: asks for items by
 * MISSION_REQUEST, again each second, gives up after 8 s; answers a wrong item INVALID_SEQUENCE and
 * an item without upload ERROR; denies lists while an upload is open; an upload announced again
 * begins again; does not answer for unknown parameters.
 *
 * @source facts of recorded flights a14, a15, a20; MissionItemProtocol.cpp
 */
public final class ScriptedVehicle {
  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
  private static final Duration GIVE_UP = Duration.ofSeconds(8);
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  /** By MAV_MISSION_TYPE. */
  public final List<List<MissionItemInt>> lists = new ArrayList<>();

  public final Map<String, Float> parameters = new HashMap<>();
  public long customMode;
  public int commandsHeard;

  private final Peer station;
  private int receivingType = -1;
  private int expected;
  private int count;
  private final List<MissionItemInt> staged = new ArrayList<>();
  private Instant lastItem = Instant.EPOCH;
  private Instant lastAsked = Instant.EPOCH;
  private Instant lastHeartbeat = Instant.EPOCH;

  public ScriptedVehicle(Peer station) {
    this.station = station;
    for (int type = 0; type < 3; type++) {
      lists.add(new ArrayList<>());
    }
  }

  /** What it answers at once. */
  public List<VehicleMessage> onMessage(VehicleMessage message, Instant now) {
    if (message instanceof MissionCount counted) {
      return onCount(counted, now);
    } else if (message instanceof MissionItemInt item) {
      return onItem(item, now);
    } else if (message instanceof MissionRequestList request) {
      if (receivingType >= 0) {
        return List.of(ack(14, request.missionType()));
      }
      int size = lists.get(request.missionType()).size();
      return List.of(new MissionCount(own(), comp(), size, request.missionType(), 0));
    } else if (message instanceof MissionRequestInt request) {
      List<MissionItemInt> list = lists.get(request.missionType());
      return request.seq() < list.size()
          ? List.of(toStation(list.get(request.seq())))
          : List.of(ack(13, request.missionType()));
    } else if (message instanceof ParamSet set) {
      parameters.computeIfPresent(set.name(), (name, old) -> set.value());
      return parameter(set.name());
    } else if (message instanceof ParamRequestRead read) {
      return parameter(read.name());
    } else if (message instanceof CommandLong command) {
      commandsHeard++;
      if (command.command() == 176) {
        customMode = (long) command.param2();
      }
      return List.of(new CommandAck(command.command(), 0, 0, 0, own(), comp()));
    }
    return List.of();
  }

  /** What it says by itself. */
  public List<VehicleMessage> onTick(Instant now) {
    List<VehicleMessage> said = new ArrayList<>();
    if (!now.isBefore(lastHeartbeat.plus(HEARTBEAT))) {
      lastHeartbeat = now;
      said.add(new Heartbeat(customMode, 2, 3, 0x51, 3, 3));
    }
    if (receivingType >= 0 && !now.isBefore(lastItem.plus(GIVE_UP))) {
      said.add(ack(15, receivingType));
      receivingType = -1;
    } else if (receivingType >= 0 && !now.isBefore(lastAsked.plus(ASK_AGAIN))) {
      lastAsked = now;
      said.add(new MissionRequest(own(), comp(), expected, receivingType));
    }
    return said;
  }

  private List<VehicleMessage> onCount(MissionCount counted, Instant now) {
    if (receivingType >= 0 && receivingType != counted.missionType()) {
      return List.of(ack(14, counted.missionType()));
    }
    if (counted.count() == 0) {
      lists.get(counted.missionType()).clear();
      return List.of(ack(0, counted.missionType()));
    }
    receivingType = counted.missionType();
    count = counted.count();
    expected = 0;
    staged.clear();
    lastItem = now;
    lastAsked = now;
    return List.of(new MissionRequest(own(), comp(), 0, receivingType));
  }

  private List<VehicleMessage> onItem(MissionItemInt item, Instant now) {
    if (receivingType != item.missionType()) {
      return List.of(ack(1, item.missionType()));
    }
    if (item.seq() != expected) {
      return List.of(ack(13, item.missionType()));
    }
    staged.add(item);
    expected++;
    lastItem = now;
    lastAsked = now;
    if (expected < count) {
      return List.of(new MissionRequest(own(), comp(), expected, receivingType));
    }
    lists.set(receivingType, new ArrayList<>(staged));
    receivingType = -1;
    return List.of(ack(0, item.missionType()));
  }

  private List<VehicleMessage> parameter(String name) {
    Float value = parameters.get(name);
    return value == null ? List.of() : List.of(new ParamValue(name, value, 9, 100, 65535));
  }

  private MissionItemInt toStation(MissionItemInt item) {
    Peer back = new Peer(own(), comp(), station.system(), station.component());
    return Items.toMessage(Items.fromMessage(item), kind(item.missionType()), back);
  }

  private static ListKind kind(int missionType) {
    return Stream.of(ListKind.values())
        .filter(kind -> kind.missionType() == missionType)
        .findFirst()
        .orElseThrow();
  }

  private MissionAck ack(int result, int missionType) {
    return new MissionAck(own(), comp(), result, missionType, 0);
  }

  private int own() {
    return station.ownSystem();
  }

  private int comp() {
    return station.ownComponent();
  }
}
