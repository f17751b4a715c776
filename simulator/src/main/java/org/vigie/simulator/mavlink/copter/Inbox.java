package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.FileTransferProtocol;
import io.dronefleet.mavlink.common.ManualControl;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItem;
import io.dronefleet.mavlink.common.MissionItemInt;
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
import io.dronefleet.mavlink.common.Timesync;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavType;
import java.util.Objects;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.mavlink.Answers;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.FileProtocol;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.Order;
import org.vigie.simulator.mavlink.Outbox;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.Streams;
import org.vigie.simulator.mavlink.TimeSync;

/** What an ArduCopter listens to, but for its payload and its logs: each message and its answer. */
// MAVLink has deprecated some of these messages; ArduPilot and stations use them all the same
@SuppressWarnings("deprecation")
final class Inbox {
  private static final int UNCHANGED = 65535;

  private static final int CUSTOM_MODE = 1;

  private final Copter copter;
  private final OrderProtocol orders;
  private final ParameterProtocol parameters;
  private final Telemetry telemetry;
  private final Outbox outbox;
  private final Answers answers;
  private double stationHeartbeatS = -1;

  Inbox(
      int systemId,
      Copter copter,
      OrderProtocol orders,
      ItemWriter writer,
      ParameterProtocol parameters,
      Telemetry telemetry,
      TimeSync timeSync,
      FileProtocol files,
      Outbox outbox) {
    this.copter = copter;
    this.orders = orders;
    this.parameters = parameters;
    this.telemetry = telemetry;
    this.outbox = outbox;
    this.answers =
        new Answers(systemId)
            .any(Heartbeat.class, this::heartbeat)
            .any(Timesync.class, timeSync::receive)
            .addressed(
                FileTransferProtocol.class, FileTransferProtocol::targetSystem, files::receive);
    transfers(writer, writer.reader());
    parameters();
    orders();
    steering();
  }

  private void transfers(ItemWriter writer, ItemReader reader) {
    answers
        .addressed(MissionCount.class, MissionCount::targetSystem, writer::count)
        .addressed(MissionItemInt.class, MissionItemInt::targetSystem, writer::item)
        .addressed(MissionItem.class, MissionItem::targetSystem, writer::item)
        .addressed(
            MissionWritePartialList.class,
            MissionWritePartialList::targetSystem,
            writer::writePartial)
        .addressed(MissionClearAll.class, MissionClearAll::targetSystem, writer::clear)
        .addressed(MissionRequestList.class, MissionRequestList::targetSystem, reader::requestList)
        .addressed(MissionRequestInt.class, MissionRequestInt::targetSystem, reader::request)
        .addressed(MissionRequest.class, MissionRequest::targetSystem, reader::request);
  }

  private void parameters() {
    answers
        .addressed(
            ParamRequestList.class,
            ParamRequestList::targetSystem,
            (station, m) -> parameters.list(station.link()))
        .addressed(
            ParamRequestRead.class,
            ParamRequestRead::targetSystem,
            (station, m) -> parameters.read(station.link(), m))
        .addressed(ParamSet.class, ParamSet::targetSystem, (station, m) -> set(m));
  }

  private void orders() {
    answers
        .addressed(
            CommandLong.class,
            CommandLong::targetSystem,
            (station, m) -> orders.order(station, Order.of(m), streams(station)))
        .addressed(
            CommandInt.class,
            CommandInt::targetSystem,
            (station, m) -> orders.order(station, Order.of(m), streams(station)))
        .addressed(SetMode.class, SetMode::targetSystem, this::setMode)
        .addressed(
            MissionSetCurrent.class, MissionSetCurrent::targetSystem, (station, m) -> setCurrent(m))
        .addressed(RequestDataStream.class, RequestDataStream::targetSystem, this::stream);
  }

  private void steering() {
    answers
        .addressed(
            SetPositionTargetLocalNed.class,
            SetPositionTargetLocalNed::targetSystem,
            (station, m) -> GuidedProtocol.local(copter, m))
        .addressed(
            SetPositionTargetGlobalInt.class,
            SetPositionTargetGlobalInt::targetSystem,
            (station, m) -> GuidedProtocol.global(copter, m))
        .addressed(
            RcChannelsOverride.class,
            RcChannelsOverride::targetSystem,
            (station, m) -> override(station, m))
        .addressed(ManualControl.class, ManualControl::target, (station, m) -> manual(station, m));
  }

  /**
   * Answers a message of a station whose link is open.
   *
   * @return false when it is none of these
   */
  boolean receive(Station station, Object message) {
    return answers.receive(station, message);
  }

  /** Time of the last heartbeat of any ground station, seconds since boot, negative for none. */
  double stationHeartbeatS() {
    return stationHeartbeatS;
  }

  private Streams streams(Station station) {
    return Objects.requireNonNull(outbox.streams(station.link()), "the link is open");
  }

  private void heartbeat(Station station, Heartbeat m) {
    if (m.type().entry() == MavType.MAV_TYPE_GCS) {
      stationHeartbeatS = copter.timeS();
      copter.commands().heartbeat(station.systemId());
    }
  }

  private void set(ParamSet m) {
    parameters.set(m);
    outbox.each(
        all ->
            StreamGroups.changed(
                all, copter.firmware(), m.paramId(), m.paramValue(), copter.timeS()));
  }

  private void setCurrent(MissionSetCurrent m) {
    copter.commands().setMissionCurrent(m.seq());
    telemetry
        .build(MessageIds.MISSION_CURRENT)
        .ifPresent(now -> outbox.send(Autopilot.ALL_LINKS, now));
  }

  private void stream(Station station, RequestDataStream m) {
    StreamGroups.request(
        streams(station), m.reqStreamId(), m.reqMessageRate(), m.startStop() != 0, copter.timeS());
  }

  private void manual(Station station, ManualControl m) {
    if (steers(station)) {
      copter.commands().manual(m.x(), m.y(), m.z(), m.r());
    }
  }

  /**
   * Only the station that the vehicle was told to listen to has sticks, and they are as good as its
   * heartbeat.
   *
   * @source GCS_Common.cpp handle_rc_channels_override, handle_manual_control
   */
  private boolean steers(Station station) {
    boolean mine = copter.commands().listensTo(station.systemId());
    if (mine) {
      copter.commands().heartbeat(station.systemId());
    }
    return mine;
  }

  /** No answer comes, unlike to DO_SET_MODE. @source recording a19 */
  private void setMode(Station station, SetMode m) {
    if ((m.baseMode().value() & CUSTOM_MODE) != 0) {
      copter.commands().setMode(m.customMode());
    }
  }

  /** Of the first eight channels 65535 leaves a channel alone, 0 gives it back. */
  private void override(Station station, RcChannelsOverride m) {
    if (!steers(station)) {
      return;
    }
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
}
