package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.FileTransferProtocol;
import io.dronefleet.mavlink.common.ManualControl;
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
import java.util.List;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.CameraProtocol;
import org.vigie.simulator.mavlink.FileProtocol;
import org.vigie.simulator.mavlink.LogProtocol;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.Order;
import org.vigie.simulator.mavlink.Outbox;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.Streams;
import org.vigie.simulator.mavlink.TimeSync;

/** An ArduCopter's end of MAVLink. Confined to the world's thread. */
// MAVLink has deprecated some of these messages; ArduPilot and stations use them all the same
@SuppressWarnings("deprecation")
public final class CopterAutopilot implements Autopilot {
  private static final double HEARTBEAT_S = 1;
  private static final int UNCHANGED = 65535;

  /** STATUSTEXT holds this many characters; longer texts are told in parts. */
  private static final int TEXT_MAX = 50;

  /** Questions of its own about the time. @source recording a21: each 10 s */
  private static final double TIMESYNC_S = 10;

  /** Whom a mission's own acts answer. */
  private static final Station NOBODY = new Station(ALL_LINKS, 0, 0);

  private final int systemId;
  private final Copter copter;
  private final Telemetry telemetry;
  private final ItemProtocol items;
  private final ParameterProtocol parameters;
  private final OrderProtocol orders;
  private final Payload payload;
  private final TimeSync timeSync;
  private final LogProtocol logs;
  private final FileProtocol files;

  private final Outbox outbox = new Outbox();
  private double nextHeartbeatS;
  private double stationHeartbeatS = -1;
  private int reached = -1;
  private int textId;
  private boolean wired;

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
    this.payload = new Payload(copter, boot, outbox);
    this.telemetry = new Telemetry(copter, systemId, boot, payload);
    this.timeSync = new TimeSync(copter::timeS, TIMESYNC_S, outbox::send);
    this.logs = new LogProtocol(copter.logs(), outbox::send);
    this.files = new FileProtocol(outbox::send);
    this.items = new ItemProtocol(copter, announcer, outbox::send);
    this.parameters = new ParameterProtocol(copter.parameters(), announcer, outbox::send);
    this.orders = new OrderProtocol(copter, announcer, telemetry, payload, outbox::send);
    this.wired = true;
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
    outbox.open(
        link,
        new Streams(copter.timeS(), StreamGroups.defaults(copter.firmware(), copter.parameters())));
  }

  @Override
  public void close(int link) {
    outbox.close(link);
    parameters.close(link);
    logs.close(link);
  }

  @Override
  public List<Outgoing> poll() {
    items.tick();
    parameters.tick();
    payload.tick();
    timeSync.tick();
    logs.tick();
    if (reached >= 0) {
      outbox.send(ALL_LINKS, MissionItemReached.builder().seq(reached).build());
      reached = -1;
    }
    if (copter.timeS() >= nextHeartbeatS) {
      nextHeartbeatS = Math.max(nextHeartbeatS + HEARTBEAT_S, copter.timeS());
      outbox.send(ALL_LINKS, telemetry.heartbeat());
    }
    outbox.stream(copter.timeS(), telemetry::build);
    return outbox.take();
  }

  @Override
  public double lastStationHeartbeatS() {
    return stationHeartbeatS;
  }

  @Override
  public void receive(int link, Received message) {
    Streams streams = outbox.streams(link);
    if (streams == null) {
      return;
    }
    Station station = new Station(link, message.systemId(), message.componentId());
    Object payload = message.payload();
    boolean taken = transfer(station, payload) || command(station, payload, streams);
    if (!taken && !logs.receive(station, payload) && !this.payload.receive(payload)) {
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
      telemetry.build(MessageIds.MISSION_CURRENT).ifPresent(now -> outbox.send(ALL_LINKS, now));
    } else if (payload instanceof SetPositionTargetLocalNed m && mine(m.targetSystem())) {
      GuidedProtocol.local(copter, m);
    } else if (payload instanceof SetPositionTargetGlobalInt m && mine(m.targetSystem())) {
      GuidedProtocol.global(copter, m);
    } else if (payload instanceof RcChannelsOverride m && mine(m.targetSystem())) {
      override(m);
    } else if (payload instanceof ManualControl m && mine(m.target())) {
      copter.commands().manual(m.x(), m.y(), m.z(), m.r());
    } else {
      return false;
    }
    return true;
  }

  /** Of the first eight channels 65535 leaves a channel alone, 0 gives it back. */
  private void override(RcChannelsOverride m) {
    int[] pwm = {
      m.chan1Raw(), m.chan2Raw(), m.chan3Raw(), m.chan4Raw(),
      m.chan5Raw(), m.chan6Raw(), m.chan7Raw(), m.chan8Raw()
    };
    for (int i = 0; i < pwm.length; i++) {
      if (pwm[i] != UNCHANGED) {
        copter.commands().override(i, pwm[i]);
      }
    }
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
      outbox.each(
          all ->
              StreamGroups.changed(
                  all, copter.firmware(), m.paramId(), m.paramValue(), copter.timeS()));
    } else if (payload instanceof RequestDataStream m && mine(m.targetSystem())) {
      StreamGroups.request(
          streams, m.reqStreamId(), m.reqMessageRate(), m.startStop() != 0, copter.timeS());
    } else if (payload instanceof Timesync m) {
      timeSync.receive(station, m);
    } else if (payload instanceof FileTransferProtocol m && mine(m.targetSystem())) {
      files.receive(station, m);
    }
  }

  /** Nothing is written down while the vehicle is being made. */
  private void told(String text) {
    if (wired) {
      copter.told(text);
    }
  }

  /** The camera, for those who know where its video can be had. */
  public CameraProtocol camera() {
    return payload.camera();
  }

  /** Turns what the autopilot says into messages. */
  private final class Voice implements Announcer {
    @Override
    public void text(int severity, String text) {
      int parts = (text.length() + TEXT_MAX - 1) / TEXT_MAX;
      textId = parts > 1 ? textId + 1 : textId;
      for (int part = 0; part < parts; part++) {
        int from = part * TEXT_MAX;
        outbox.send(
            ALL_LINKS,
            Statustext.builder()
                .severity(EnumValue.create(MavSeverity.class, severity))
                .text(text.substring(from, Math.min(text.length(), from + TEXT_MAX)))
                .id(parts > 1 ? textId & 0xFFFF : 0)
                .chunkSeq(part)
                .build());
      }
      told(text);
    }

    @Override
    public void cameraItem(Item item) {
      payload.item(NOBODY, item);
    }

    @Override
    public void itemReached(int index) {
      // told at the next poll: a later item that is done at once hides it (recording a18)
      reached = index;
    }

    @Override
    public void homeSet() {
      telemetry
          .build(MessageIds.HOME_POSITION)
          .ifPresent(message -> outbox.send(ALL_LINKS, message));
    }

    @Override
    public void modeChanged() {
      outbox.send(ALL_LINKS, telemetry.heartbeat());
    }

    @Override
    public void parameterChanged(String name) {
      parameters.changed(name);
    }
  }
}
