package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.MavSeverity;
import io.dronefleet.mavlink.common.MissionItemReached;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.util.EnumValue;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.FileProtocol;
import org.vigie.simulator.mavlink.LogProtocol;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.Outbox;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.Streams;
import org.vigie.simulator.mavlink.TimeSync;
import org.vigie.simulator.mavlink.VideoStream;

/** An ArduCopter's end of MAVLink. Confined to the world's thread. */
public final class CopterAutopilot implements Autopilot {
  private static final double HEARTBEAT_S = 1;

  /** STATUSTEXT holds this many characters; longer texts are told in parts. */
  private static final int TEXT_MAX = 50;

  /** Questions of its own about the time. @source recording a21: each 10 s */
  private static final double TIMESYNC_S = 10;

  /** Without it a vehicle has no camera to tell of. */
  private static final String CAMERA = "CAM1_TYPE";

  private static final String REMOTE_ID = "DID_ENABLE";

  /** A camera that tells its streams. @source AP_Camera.h CameraType MAVLINK_CAMV2 */
  private static final int MAVLINK_CAMERA_2 = 6;

  /** Whom a mission's own acts answer. */
  private static final Station NOBODY = new Station(ALL_LINKS, 0, 0);

  private final int systemId;
  private final Copter copter;
  private final Telemetry telemetry;
  private final ItemWriter items;
  private final ParameterProtocol parameters;
  private final Inbox inbox;
  private final Payload payload;
  private final TimeSync timeSync;
  private final LogProtocol logs;

  private final Outbox outbox = new Outbox();
  private double nextHeartbeatS;
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
    this.items = new ItemWriter(copter, announcer, outbox::send);
    this.parameters = new ParameterProtocol(copter.parameters(), announcer, outbox::send);
    this.inbox =
        new Inbox(
            systemId,
            copter,
            new OrderProtocol(copter, announcer, telemetry, payload, outbox::send),
            items,
            parameters,
            telemetry,
            timeSync,
            new FileProtocol(outbox::send),
            outbox);
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
    return inbox.stationHeartbeatS();
  }

  @Override
  public void receive(int link, Received message) {
    if (outbox.streams(link) == null) {
      return;
    }
    Station station = new Station(link, message.systemId(), message.componentId());
    Object said = message.payload();
    if (!inbox.receive(station, said) && !logs.receive(station, said)) {
      payload.receive(said);
    }
  }

  /** Nothing is written down while the vehicle is being made. */
  private void told(String text) {
    if (wired) {
      copter.told(text);
    }
  }

  @Override
  public void video(List<Supplier<VideoStream>> streams) {
    payload.video(streams);
    if (!streams.isEmpty() && copter.parameters().get(CAMERA) == 0) {
      copter.parameters().set(CAMERA, MAVLINK_CAMERA_2);
      parameters.changed(CAMERA);
    }
  }

  @Override
  public void fitRemoteId() {
    copter.parameters().set(REMOTE_ID, 1);
    parameters.changed(REMOTE_ID);
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
