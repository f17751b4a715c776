package org.vigie.simulator.mavlink.copter;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavResult;
import io.dronefleet.mavlink.common.MessageInterval;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.List;
import java.util.function.BiConsumer;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.copter.CopterCommands;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.mavlink.AvailableModes;
import org.vigie.simulator.mavlink.AvailableModesMonitor;
import org.vigie.simulator.mavlink.CameraProtocol;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.Order;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.Streams;

/**
 * COMMAND_LONG and COMMAND_INT, answered as ArduCopter answers.
 *
 * @source MAVLink common.xml MAV_CMD; recordings a17, a19, a21, a22
 */
final class OrderProtocol {
  private static final int FORCE_DISARM = 21196;
  private static final int FORCE_ARM = 2989;

  private final Copter copter;
  private final CopterCommands commands;
  private final Announcer announcer;
  private final Telemetry telemetry;
  private final Payload payload;
  private final BiConsumer<Integer, Object> send;

  OrderProtocol(
      Copter copter,
      Announcer announcer,
      Telemetry telemetry,
      Payload payload,
      BiConsumer<Integer, Object> send) {
    this.payload = payload;
    this.copter = copter;
    this.commands = copter.commands();
    this.announcer = announcer;
    this.telemetry = telemetry;
    this.send = send;
  }

  void order(Station station, Order order, Streams streams) {
    if (payload.answered(station, order)) {
      return;
    }
    acknowledge(station, order.command(), perform(station, order, streams));
  }

  /** COMMAND_ACK to whoever asked. */
  void acknowledge(Station station, int command, MavResult result) {
    send.accept(
        station.link(),
        CommandAck.builder()
            .command(EnumValue.create(MavCmd.class, command))
            .result(result)
            .targetSystem(station.systemId())
            .targetComponent(station.componentId())
            .build());
  }

  private static MavResult result(boolean done) {
    return done ? MavResult.MAV_RESULT_ACCEPTED : MavResult.MAV_RESULT_FAILED;
  }

  private MavResult perform(Station station, Order o, Streams streams) {
    return switch (o.command()) {
      case 17 -> result(commands.setMode(FlightMode.LOITER.number()));
      case 20 -> result(commands.setMode(FlightMode.RTL.number()));
      case 21 -> result(commands.setMode(FlightMode.LAND.number()));
      case 22 ->
          o.relative()
              ? result(commands.takeOff(o.z(), o.param3() == 0))
              : MavResult.MAV_RESULT_DENIED;
      case 115 -> result(commands.turnTo(o.param1(), o.param3(), o.param4() != 0));
      case 176 -> setMode(o);
      case 178 -> result(commands.changeSpeed((int) o.param1(), o.param2()));
      case 179 -> setHome(o);
      case 185 -> result(o.param1() > 0.5 && commands.terminate());
      case 188 -> result(commands.returnPath());
      case 189 -> result(commands.landingSequence());
      case 192 -> reposition(o);
      case 193 -> result(commands.pause(o.param1() == 0));
      case 195 ->
          o.hasPlace() ? result(commands.lookAt(place(o), upM(o))) : MavResult.MAV_RESULT_FAILED;
      case 197 -> result(commands.lookAhead());
      case 207 -> result(commands.enableFence(o.param1() != 0));
      case 224 ->
          commands.setMissionCurrent((int) o.param1())
              ? MavResult.MAV_RESULT_ACCEPTED
              : MavResult.MAV_RESULT_DENIED;
      case 246 -> copter.armed() ? MavResult.MAV_RESULT_FAILED : MavResult.MAV_RESULT_UNSUPPORTED;
      case 300 -> result(commands.startMission());
      case 400 -> armDisarm(o);
      case 401 ->
          commands.runPreArmChecks()
              ? MavResult.MAV_RESULT_ACCEPTED
              : MavResult.MAV_RESULT_TEMPORARILY_REJECTED;
      case 410 -> answer(station, MessageIds.HOME_POSITION);
      case 510 -> interval(station, o, streams);
      case 511 -> setInterval(o, streams);
      case 512 -> request(station, o);
      case 520 -> answer(station, MessageIds.AUTOPILOT_VERSION);
      default -> payload.order(station, o).orElse(MavResult.MAV_RESULT_UNSUPPORTED);
    };
  }

  private MavResult setMode(Order o) {
    return setMode(((int) o.param1() & 1) != 0, (long) o.param2());
  }

  /** DO_SET_MODE and SET_MODE. @source GCS_Common.cpp _set_mode_common */
  MavResult setMode(boolean custom, long mode) {
    return custom ? result(commands.setMode(mode)) : MavResult.MAV_RESULT_DENIED;
  }

  private MavResult armDisarm(Order o) {
    if (o.param1() == 1) {
      return result(commands.arm(o.param2() == FORCE_ARM));
    }
    if (o.param1() == 0) {
      return result(commands.disarm(o.param2() == FORCE_DISARM));
    }
    return MavResult.MAV_RESULT_UNSUPPORTED;
  }

  private static LatLon place(Order o) {
    return LatLon.ofE7(o.x(), o.y());
  }

  private double upM(Order o) {
    return o.relative() ? commands.homeUpM() + o.z() : o.z();
  }

  private MavResult setHome(Order o) {
    boolean here = o.param1() == 1 || (o.x() == 0 && o.y() == 0 && o.z() == 0);
    if (here) {
      return result(commands.setHomeHere());
    }
    return result(o.hasPlace() && Double.isFinite(o.z()) && commands.setHome(place(o), upM(o)));
  }

  private MavResult reposition(Order o) {
    if (!o.hasPlace() || !Double.isFinite(o.z())) {
      return MavResult.MAV_RESULT_DENIED;
    }
    boolean changeMode = ((int) o.param2() & 1) != 0;
    return result(commands.reposition(place(o), upM(o), o.param1(), changeMode));
  }

  private MavResult interval(Station station, Order o, Streams streams) {
    int id = (int) o.param1();
    if (!Telemetry.knows(id)) {
      send.accept(
          station.link(), MessageInterval.builder().messageId(id & 0xFFFF).intervalUs(0).build());
      return MavResult.MAV_RESULT_FAILED;
    }
    send.accept(
        station.link(),
        MessageInterval.builder().messageId(id).intervalUs((int) streams.interval(id)).build());
    return MavResult.MAV_RESULT_ACCEPTED;
  }

  private MavResult setInterval(Order o, Streams streams) {
    int id = (int) o.param1();
    if (!Telemetry.knows(id)) {
      announcer.text(6, "No ap_message for mavlink id (" + id + ")");
      return MavResult.MAV_RESULT_DENIED;
    }
    long intervalUs = (long) o.param2();
    if (intervalUs == 0) {
      intervalUs = StreamGroups.defaultUs(copter.firmware(), copter.parameters(), id);
    }
    if (intervalUs > 0 && intervalUs < Streams.INTERVAL_US_MIN) {
      announcer.text(
          6, "Requested rate for message ID " + id + " too fast. Increase SCHED_LOOP_RATE");
      return MavResult.MAV_RESULT_DENIED;
    }
    streams.setInterval(id, intervalUs, copter.timeS());
    return MavResult.MAV_RESULT_ACCEPTED;
  }

  private MavResult request(Station station, Order o) {
    int id = (int) o.param1();
    if (id == MessageIds.AVAILABLE_MODES) {
      List<FlightMode> modes = FlightMode.listed();
      // index 0 asks for all and gets the first only (recording a21)
      int index = Math.max(1, (int) o.param2());
      if (index > modes.size()) {
        return MavResult.MAV_RESULT_FAILED;
      }
      FlightMode mode = modes.get(index - 1);
      send.accept(
          station.link(), AvailableModes.of(modes.size(), index, mode.number(), mode.label()));
      return MavResult.MAV_RESULT_ACCEPTED;
    }
    if (id == MessageIds.AVAILABLE_MODES_MONITOR) {
      send.accept(station.link(), new AvailableModesMonitor(0));
      return MavResult.MAV_RESULT_ACCEPTED;
    }
    if (id == 0) {
      send.accept(station.link(), telemetry.heartbeat());
      return MavResult.MAV_RESULT_ACCEPTED;
    }
    if (id == CameraProtocol.VIDEO_STREAM_INFORMATION || id == CameraProtocol.VIDEO_STREAM_STATUS) {
      payload
          .streams(id, (int) o.param2())
          .forEach(message -> send.accept(station.link(), message));
      return MavResult.MAV_RESULT_ACCEPTED;
    }
    return Telemetry.knows(id) ? answer(station, id) : MavResult.MAV_RESULT_FAILED;
  }

  /** ACCEPTED even when there is nothing to send yet. */
  private MavResult answer(Station station, int messageId) {
    telemetry.build(messageId).ifPresent(message -> send.accept(station.link(), message));
    return MavResult.MAV_RESULT_ACCEPTED;
  }
}
