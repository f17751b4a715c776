package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.FileTransferProtocol;
import io.dronefleet.mavlink.common.ManualControl;
import io.dronefleet.mavlink.common.ParamRequestList;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.common.Ping;
import io.dronefleet.mavlink.common.RcChannelsOverride;
import io.dronefleet.mavlink.common.RequestEvent;
import io.dronefleet.mavlink.common.SetMode;
import io.dronefleet.mavlink.common.SetPositionTargetGlobalInt;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.common.Timesync;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.autopilot.px4.Px4Voice;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.FileProtocol;
import org.vigie.simulator.mavlink.Order;
import org.vigie.simulator.mavlink.Outbox;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.Streams;
import org.vigie.simulator.mavlink.VideoStream;

/** A PX4's end of MAVLink. Confined to the world's thread. */
// MAVLink has deprecated some of these messages; stations use them all the same
@SuppressWarnings("deprecation")
public final class Px4Autopilot implements Autopilot {
  private static final double SECOND_S = 1;
  private static final double PING_S = 10;
  private static final double ORBIT_S = 0.5;
  private static final int ARM_AUTHORIZATION_REQUEST = 3001;

  private final int systemId;
  private final Px4Speech speech;
  private final Px4 px4;
  private final Px4Telemetry telemetry;
  private final Px4Transfer transfer;
  private final Px4Parameters parameters;
  private final Px4Orders orders;
  private final Px4Payload payload;
  private final FileProtocol files;

  private final Outbox outbox = new Outbox();
  private double nextHeartbeatS;
  private double nextMissionS;
  private double nextPingS = PING_S;
  private double nextOrbitS;
  private long pings;
  private int missionIndex;
  private double stationHeartbeatS = -1;

  /**
   * Wires a vehicle.
   *
   * @param boot simulated time at which it was switched on
   * @param build makes the flight controller, which speaks through the voice that it is given
   */
  public Px4Autopilot(int systemId, Instant boot, Px4Maker build) {
    this.systemId = systemId;
    this.speech = new Px4Speech(systemId, this::timeS, this::mute, outbox::send);
    this.px4 = build.make(speech);
    this.telemetry = new Px4Telemetry(px4, systemId, boot);
    this.transfer = new Px4Transfer(px4, systemId, speech, outbox::send);
    this.parameters = new Px4Parameters(px4.parameters(), outbox::send);
    this.payload = new Px4Payload(px4, systemId, boot, outbox);
    this.files = new FileProtocol(outbox::send);
    this.orders = new Px4Orders(px4, telemetry, payload, speech, outbox::send);
    speech.listeners(orders::answered, parameters::changed, payload::own);
  }

  /** Makes a flight controller that speaks through a voice. */
  @FunctionalInterface
  public interface Px4Maker {
    Px4 make(Px4Voice voice);
  }

  private double timeS() {
    return px4.timeS();
  }

  private boolean mute() {
    return px4.stationLost();
  }

  @Override
  public Px4 controller() {
    return px4;
  }

  @Override
  public int systemId() {
    return systemId;
  }

  @Override
  public void open(int link) {
    outbox.open(link, new Streams(px4.timeS(), Px4Telemetry.DEFAULT_STREAMS));
  }

  @Override
  public void close(int link) {
    outbox.close(link);
    parameters.close(link);
    transfer.close(link);
  }

  @Override
  public List<Outgoing> poll() {
    double nowS = px4.timeS();
    transfer.tick();
    parameters.tick();
    speech.tick();
    payload.tick();
    if (nowS >= nextHeartbeatS) {
      nextHeartbeatS = Math.max(nextHeartbeatS + SECOND_S, nowS);
      outbox.send(ALL_LINKS, telemetry.heartbeat());
    }
    mission(nowS);
    if (nowS >= nextPingS) {
      nextPingS += PING_S;
      BigInteger timeUs = BigInteger.valueOf((long) (nowS * 1e6));
      outbox.send(ALL_LINKS, Ping.builder().timeUsec(timeUs).seq(pings++).build());
    }
    if (nowS >= nextOrbitS) {
      nextOrbitS = nowS + ORBIT_S;
      telemetry.orbit().ifPresent(status -> outbox.send(ALL_LINKS, status));
    }
    outbox.stream(nowS, id -> payload.build(id).or(() -> telemetry.build(id)));
    return outbox.take();
  }

  private void mission(double nowS) {
    boolean turn = nowS >= nextMissionS;
    if (px4.missionIndex() != missionIndex) {
      missionIndex = px4.missionIndex();
      outbox.send(ALL_LINKS, telemetry.mission());
    } else if (turn) {
      outbox.send(ALL_LINKS, telemetry.mission());
    }
    if (turn) {
      nextMissionS = nowS + SECOND_S;
      speech.reachedAgain();
    }
  }

  @Override
  public void fitRemoteId() {
    payload.fitRemoteId();
  }

  @Override
  public void video(List<Supplier<VideoStream>> streams) {
    payload.video(streams);
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
    boolean taken = transfer.receive(station, payload) || command(station, payload, streams);
    if (!taken && !this.payload.receive(station, payload)) {
      other(station, payload);
    }
  }

  private boolean mine(int targetSystem) {
    return targetSystem == systemId || targetSystem == 0;
  }

  private boolean command(Station station, Object payload, Streams streams) {
    if (payload instanceof CommandLong m && mine(m.targetSystem())) {
      order(station, Order.of(m), Px4Order.of(m), streams);
    } else if (payload instanceof CommandInt m && mine(m.targetSystem())) {
      order(station, Order.of(m), Px4Order.of(m), streams);
    } else if (payload instanceof SetMode m && mine(m.targetSystem())) {
      long custom = m.customMode();
      px4.commands().setMode((int) ((custom >> 16) & 0xff), (int) ((custom >> 24) & 0xff));
    } else if (payload instanceof SetPositionTargetLocalNed m && mine(m.targetSystem())) {
      OffboardProtocol.local(px4, m);
    } else if (payload instanceof SetPositionTargetGlobalInt m && mine(m.targetSystem())) {
      OffboardProtocol.global(px4, m);
    } else if (payload instanceof ManualControl m && mine(m.target())) {
      // thrust runs from 0 to 1000, the others to both sides
      px4.commands().sticks(m.x() / 1000.0, m.y() / 1000.0, m.z() / 500.0 - 1, m.r() / 1000.0);
    } else if (payload instanceof RcChannelsOverride m && mine(m.targetSystem())) {
      px4.commands()
          .sticks(
              -stick(m.chan2Raw()), stick(m.chan1Raw()), stick(m.chan3Raw()), stick(m.chan4Raw()));
    } else if (payload instanceof CommandAck m) {
      acknowledged(station, m);
    } else {
      return false;
    }
    return true;
  }

  private void order(Station station, Order sent, Px4Order order, Streams streams) {
    if (!payload.answered(station, sent)) {
      orders.order(station, sent, order, streams);
    }
  }

  private static double stick(int pwm) {
    return pwm < 800 || pwm > 2200 ? 0 : (pwm - 1500) / 500.0;
  }

  private void acknowledged(Station station, CommandAck m) {
    if (m.command().value() == ARM_AUTHORIZATION_REQUEST) {
      boolean accepted = m.result().value() == 0;
      px4.commands()
          .authorized(station.systemId(), accepted, m.progress(), Math.max(0, m.resultParam2()));
    } else {
      speech.answeredBy(m.command().value());
    }
  }

  private void other(Station station, Object payload) {
    if (payload instanceof Heartbeat m) {
      if (m.type().entry() == MavType.MAV_TYPE_GCS) {
        stationHeartbeatS = px4.timeS();
        px4.commands().heartbeat();
      }
    } else if (payload instanceof ParamRequestList m && mine(m.targetSystem())) {
      parameters.list(station.link());
    } else if (payload instanceof ParamRequestRead m && mine(m.targetSystem())) {
      parameters.read(station, m);
    } else if (payload instanceof ParamSet m && mine(m.targetSystem())) {
      parameters.set(station, m);
    } else if (payload instanceof RequestEvent m && mine(m.targetSystem())) {
      speech.again(station.link(), m);
    } else if (payload instanceof FileTransferProtocol m && mine(m.targetSystem())) {
      files.receive(station, m);
    } else if (payload instanceof Timesync m && m.tc1() == 0) {
      long nowNs = (long) (px4.timeS() * 1e9);
      outbox.send(
          station.link(),
          Timesync.builder()
              .tc1(nowNs)
              .ts1(m.ts1())
              .targetSystem(station.systemId())
              .targetComponent(station.componentId())
              .build());
    } else if (payload instanceof Ping m && m.targetSystem() == 0 && m.targetComponent() == 0) {
      outbox.send(
          station.link(),
          Ping.builder()
              .timeUsec(m.timeUsec())
              .seq(m.seq())
              .targetSystem(station.systemId())
              .targetComponent(station.componentId())
              .build());
    }
  }
}
