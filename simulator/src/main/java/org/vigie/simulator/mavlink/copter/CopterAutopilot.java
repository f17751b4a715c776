package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavSeverity;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItem;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionItemReached;
import io.dronefleet.mavlink.common.MissionRequest;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.MissionSetCurrent;
import io.dronefleet.mavlink.common.MissionWritePartialList;
import io.dronefleet.mavlink.common.ParamRequestList;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.common.RcChannelsOverride;
import io.dronefleet.mavlink.common.RequestDataStream;
import io.dronefleet.mavlink.common.SetMode;
import io.dronefleet.mavlink.common.SetPositionTargetGlobalInt;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.common.Timesync;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.Order;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.Streams;

/** An ArduCopter's end of MAVLink. Confined to the world's thread. */
// MAVLink has deprecated some of these messages; ArduPilot and stations use them all the same
@SuppressWarnings("deprecation")
public final class CopterAutopilot implements Autopilot {
  private static final double HEARTBEAT_S = 1;

  /** STATUSTEXT holds this many characters; longer texts are cut, none of ours is. */
  private static final int TEXT_MAX = 50;

  private final int systemId;
  private final Copter copter;
  private final Telemetry telemetry;
  private final ItemProtocol items;
  private final ParameterProtocol parameters;
  private final OrderProtocol orders;

  /** One entry an open link; the server limits their number. */
  private final Map<Integer, Streams> links = new TreeMap<>();

  private List<Outgoing> out = new ArrayList<>();
  private double nextHeartbeatS;
  private double stationHeartbeatS = -1;
  private int reached = -1;

  /**
   * Wires a vehicle.
   *
   * @param boot simulated time at which it was switched on
   * @param build makes the flight controller, which speaks through the announcer that it is given
   */
  public CopterAutopilot(int systemId, Instant boot, CopterMaker build) {
    this.systemId = systemId;
    Announcer announcer = new Voice();
    this.copter = build.make(announcer);
    this.telemetry = new Telemetry(copter, systemId, boot);
    this.items = new ItemProtocol(copter, announcer, this::send);
    this.parameters = new ParameterProtocol(copter.parameters(), announcer, this::send);
    this.orders = new OrderProtocol(copter, announcer, telemetry, this::send);
  }

  /** Makes a flight controller that speaks through an announcer. */
  @FunctionalInterface
  public interface CopterMaker {
    Copter make(Announcer announcer);
  }

  @Override
  public Copter controller() {
    return copter;
  }

  @Override
  public int systemId() {
    return systemId;
  }

  @Override
  public void open(int link) {
    links.put(link, new Streams(copter.timeS()));
  }

  @Override
  public void close(int link) {
    links.remove(link);
    parameters.close(link);
  }

  private void send(int link, Object message) {
    if (link == ALL_LINKS || links.containsKey(link)) {
      out.add(new Outgoing(link, message));
    }
  }

  @Override
  public List<Outgoing> poll() {
    items.tick();
    parameters.tick();
    if (reached >= 0) {
      send(ALL_LINKS, MissionItemReached.builder().seq(reached).build());
      reached = -1;
    }
    if (copter.timeS() >= nextHeartbeatS) {
      nextHeartbeatS = Math.max(nextHeartbeatS + HEARTBEAT_S, copter.timeS());
      send(ALL_LINKS, telemetry.heartbeat());
    }
    links.forEach(
        (link, streams) -> {
          for (int id : streams.due(copter.timeS())) {
            telemetry.build(id).ifPresent(message -> out.add(new Outgoing(link, message)));
          }
        });
    if (out.isEmpty()) {
      return List.of();
    }
    List<Outgoing> said = out;
    out = new ArrayList<>();
    return said;
  }

  @Override
  public double lastStationHeartbeatS() {
    return stationHeartbeatS;
  }

  @Override
  public void receive(int link, Received message) {
    Streams streams = links.get(link);
    if (streams == null) {
      return;
    }
    Station station = new Station(link, message.systemId(), message.componentId());
    Object payload = message.payload();
    if (!transfer(station, payload) && !command(station, payload, streams)) {
      other(station, payload, streams);
    }
  }

  private boolean mine(int targetSystem) {
    return targetSystem == systemId || targetSystem == 0;
  }

  private boolean transfer(Station station, Object payload) {
    if (payload instanceof MissionCount m && mine(m.targetSystem())) {
      items.count(station, m);
    } else if (payload instanceof MissionItemInt m && mine(m.targetSystem())) {
      items.item(station, m);
    } else if (payload instanceof MissionItem m && mine(m.targetSystem())) {
      items.item(station, m);
    } else if (payload instanceof MissionRequestList m && mine(m.targetSystem())) {
      items.requestList(station, m);
    } else if (payload instanceof MissionRequestInt m && mine(m.targetSystem())) {
      items.request(station, m);
    } else if (payload instanceof MissionRequest m && mine(m.targetSystem())) {
      items.request(station, m);
    } else if (payload instanceof MissionClearAll m && mine(m.targetSystem())) {
      items.clear(station, m);
    } else if (payload instanceof MissionWritePartialList m && mine(m.targetSystem())) {
      items.writePartial(station, m);
    } else {
      return false;
    }
    return true;
  }

  private boolean command(Station station, Object payload, Streams streams) {
    if (payload instanceof CommandLong m && mine(m.targetSystem())) {
      orders.order(station, Order.of(m), streams);
    } else if (payload instanceof CommandInt m && mine(m.targetSystem())) {
      orders.order(station, Order.of(m), streams);
    } else if (payload instanceof SetMode m && mine(m.targetSystem())) {
      copter.commands().setMode(m.customMode());
    } else if (payload instanceof MissionSetCurrent m && mine(m.targetSystem())) {
      copter.commands().setMissionCurrent(m.seq());
      telemetry.build(MessageIds.MISSION_CURRENT).ifPresent(now -> send(ALL_LINKS, now));
    } else if (payload instanceof SetPositionTargetLocalNed m && mine(m.targetSystem())) {
      GuidedProtocol.local(copter, m);
    } else if (payload instanceof SetPositionTargetGlobalInt m && mine(m.targetSystem())) {
      GuidedProtocol.global(copter, m);
    } else if (payload instanceof RcChannelsOverride m && mine(m.targetSystem())) {
      copter.commands().throttleStick(m.chan3Raw() == 65535 ? 0 : m.chan3Raw());
    } else {
      return false;
    }
    return true;
  }

  private void other(Station station, Object payload, Streams streams) {
    if (payload instanceof Heartbeat m) {
      if (m.type().entry() == MavType.MAV_TYPE_GCS) {
        stationHeartbeatS = copter.timeS();
        copter.commands().heartbeat(station.systemId());
      }
    } else if (payload instanceof ParamRequestList m && mine(m.targetSystem())) {
      parameters.list(station.link());
    } else if (payload instanceof ParamRequestRead m && mine(m.targetSystem())) {
      parameters.read(station.link(), m);
    } else if (payload instanceof ParamSet m && mine(m.targetSystem())) {
      parameters.set(m);
    } else if (payload instanceof RequestDataStream m && mine(m.targetSystem())) {
      streams.request(m.reqStreamId(), m.reqMessageRate(), m.startStop() != 0, copter.timeS());
    } else if (payload instanceof Timesync m && m.tc1() == 0) {
      long nowNs = (long) (copter.timeS() * 1e9);
      send(station.link(), Timesync.builder().tc1(nowNs).ts1(m.ts1()).build());
    }
  }

  /** Turns what the autopilot says into messages. */
  private final class Voice implements Announcer {
    @Override
    public void text(int severity, String text) {
      String cut = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
      send(
          ALL_LINKS,
          Statustext.builder()
              .severity(EnumValue.create(MavSeverity.class, severity))
              .text(cut)
              .build());
    }

    @Override
    public void itemReached(int index) {
      // told at the next poll: a later item that is done at once hides it (recording a18)
      reached = index;
    }

    @Override
    public void homeSet() {
      telemetry.build(MessageIds.HOME_POSITION).ifPresent(message -> send(ALL_LINKS, message));
    }

    @Override
    public void modeChanged() {
      send(ALL_LINKS, telemetry.heartbeat());
    }

    @Override
    public void parameterChanged(String name) {
      parameters.changed(name);
    }
  }
}
