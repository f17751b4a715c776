package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavResult;
import io.dronefleet.mavlink.common.MessageInterval;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.autopilot.px4.Answer;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.autopilot.px4.Px4Commands;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.mavlink.MessageIds;
import org.vigie.simulator.mavlink.Order;
import org.vigie.simulator.mavlink.Station;
import org.vigie.simulator.mavlink.Streams;

/**
 * COMMAND_LONG and COMMAND_INT, answered as PX4 answers: twice for DO_SET_MODE, not at all for
 * camera, gimbal and components that are not there, before the text that says why.
 *
 * @source recordings p1, p7, p8, p10, p12, p14; PX4 Commander::handle_command, mavlink_receiver.cpp
 */
final class Px4Orders {
  private static final int FORCE = 21196;
  private static final int SET_MODE = 176;
  private static final int SYSTEM_ID_ALL = 0;

  /** Answered by gimbal, camera and logger; nobody answers without them. */
  private static final Set<Integer> NOBODY_LISTENS =
      Set.of(203, 204, 205, 206, 214, 521, 530, 531, 532, 1000, 1001, 2003);

  private static final int INJECT_FAILURE = 420;
  private static final int FAILURE_MOTOR = 101;

  private final Px4 px4;
  private final Px4Commands commands;
  private final Px4Telemetry telemetry;
  private final Px4Payload payload;
  private final Px4Speech speech;
  private final BiConsumer<Integer, Object> send;
  private @Nullable Station arming;

  Px4Orders(
      Px4 px4,
      Px4Telemetry telemetry,
      Px4Payload payload,
      Px4Speech speech,
      BiConsumer<Integer, Object> send) {
    this.payload = payload;
    this.px4 = px4;
    this.commands = px4.commands();
    this.telemetry = telemetry;
    this.speech = speech;
    this.send = send;
  }

  /**
   * Takes a command.
   *
   * @param sent the same, as devices take it
   */
  void order(Station station, Order sent, Px4Order order, Streams streams) {
    boolean mine = order.component() == 1 || order.component() == SYSTEM_ID_ALL;
    if (!mine) {
      return;
    }
    if (NOBODY_LISTENS.contains(order.command())) {
      payload
          .order(station, sent)
          .ifPresent(result -> ack(station, order.command(), EnumValue.of(result)));
      return;
    }
    if (order.command() == SET_MODE) {
      setMode(station, order);
      return;
    }
    if (order.command() == INJECT_FAILURE) {
      inject(station, order);
      return;
    }
    speech.hold();
    Answer answer = perform(station, order, streams);
    if (answer.mavResult() >= 0) {
      ack(station, order.command(), answer);
    } else if (answer == Answer.LATER) {
      arming = station;
    }
    speech.release();
  }

  /** The answer to an arming that had to be asked for elsewhere. */
  void answered(Answer answer) {
    Station asker = arming;
    if (asker != null) {
      arming = null;
      ack(asker, 400, answer);
    }
  }

  private void ack(Station station, int command, Answer answer) {
    ack(station, command, EnumValue.create(MavResult.class, answer.mavResult()));
  }

  private void ack(Station station, int command, EnumValue<MavResult> result) {
    send.accept(
        station.link(),
        CommandAck.builder()
            .command(EnumValue.create(MavCmd.class, command))
            .result(result)
            .targetSystem(station.systemId())
            .targetComponent(station.componentId())
            .build());
  }

  /** MAVLink says yes at once; then the commander says what he makes of it. */
  private void setMode(Station station, Px4Order order) {
    ack(station, SET_MODE, Answer.ACCEPTED);
    int main = (int) order.param2();
    int sub = (int) order.param3();
    boolean custom = ((int) order.param1() & 1) != 0;
    boolean known = custom && Px4Mode.find(main, sub).isPresent();
    if (known) {
      speech.hold();
    }
    Answer answer = custom ? commands.setMode(main, sub) : Answer.TEMPORARILY_REJECTED;
    ack(station, SET_MODE, answer);
    speech.release();
  }

  /** Motors can be failed, with an answer to nobody; nothing else answers (recording p14). */
  private void inject(Station station, Px4Order order) {
    boolean enabled = px4.parameters().getInt("SYS_FAILURE_EN") != 0;
    if (enabled && (int) order.param1() == FAILURE_MOTOR) {
      ack(new Station(station.link(), 0, 0), INJECT_FAILURE, Answer.ACCEPTED);
    }
  }

  private Answer perform(Station station, Px4Order o, Streams streams) {
    return switch (o.command()) {
      case 17 -> commands.mode(Px4Mode.HOLD);
      case 20 -> commands.mode(Px4Mode.RTL);
      case 21 -> commands.land();
      case 22 -> commands.takeOff(o.upM(commands.homeUpM()));
      case 34 ->
          commands.orbit(o.place(), o.upM(commands.homeUpM()), o.param1(), o.param2(), o.param3());
      case 178 -> commands.changeSpeed((int) o.param1(), o.param2());
      case 179 -> setHome(o);
      case 185 -> commands.terminate(o.param1() > 0.5);
      case 186 -> commands.changeAltitude(o.param1());
      case 192 -> reposition(o);
      case 195 -> lookAt(o);
      case 197 -> commands.lookAhead();
      case 201 -> (int) o.param1() == 3 ? lookAt(o) : commands.lookAhead();
      case 300 -> commands.startMission((int) o.param1());
      case 400 -> armDisarm(o);
      case 410 -> request(station, MessageIds.HOME_POSITION);
      case 510 -> interval(station, o, streams);
      case 511 -> setInterval(o, streams);
      case 512 -> requested(station, o);
      case 520 -> request(station, MessageIds.AUTOPILOT_VERSION);
      default -> Answer.UNSUPPORTED;
    };
  }

  private Answer armDisarm(Px4Order o) {
    boolean force = o.param2() == FORCE;
    if (o.param1() == 1) {
      return commands.arm(force);
    }
    return o.param1() == 0 ? commands.disarm(force) : Answer.UNSUPPORTED;
  }

  private Answer setHome(Px4Order o) {
    if (o.param1() > 0.5) {
      return commands.setHomeHere();
    }
    return o.place()
        .map(place -> commands.setHome(place, o.upM(commands.homeUpM())))
        .orElse(Answer.DENIED);
  }

  private Answer reposition(Px4Order o) {
    boolean changeMode = ((int) o.param2() & 1) != 0;
    return changeMode
        ? commands.reposition(o.place(), o.upM(commands.homeUpM()), o.param1())
        : Answer.UNSUPPORTED;
  }

  private Answer lookAt(Px4Order o) {
    return o.place()
        .map(place -> commands.lookAt(place, o.upM(commands.homeUpM())))
        .orElse(Answer.DENIED);
  }

  private Answer interval(Station station, Px4Order o, Streams streams) {
    int id = (int) o.param1();
    send.accept(
        station.link(),
        MessageInterval.builder()
            .messageId(id & 0xffff)
            .intervalUs((int) streams.interval(id))
            .build());
    return Answer.ACCEPTED;
  }

  private Answer setInterval(Px4Order o, Streams streams) {
    int id = (int) o.param1();
    if (!Px4Telemetry.knows(id) && payload.build(id).isEmpty()) {
      return Answer.FAILED;
    }
    long intervalUs = Double.isNaN(o.param2()) ? -1 : (long) o.param2();
    if (intervalUs == 0) {
      intervalUs = Px4Telemetry.DEFAULT_STREAMS.getOrDefault(id, -1L);
    }
    streams.setInterval(id, intervalUs, px4.timeS());
    return Answer.ACCEPTED;
  }

  private Answer requested(Station station, Px4Order o) {
    int id = (int) o.param1();
    if (id == MessageIds.AVAILABLE_MODES) {
      int index = (int) o.param2();
      if (index < 0 || index > Px4ModeTable.count()) {
        return Answer.DENIED;
      }
      int from = Math.max(1, index);
      int to = index == 0 ? Px4ModeTable.count() : index;
      for (int i = from; i <= to; i++) {
        send.accept(station.link(), Px4ModeTable.of(i));
      }
      return Answer.ACCEPTED;
    }
    Optional<Object> told = payload.build(id);
    if (told.isPresent()) {
      send.accept(station.link(), told.get());
      return Answer.ACCEPTED;
    }
    return Px4Telemetry.answers(id) ? request(station, id) : Answer.DENIED;
  }

  private Answer request(Station station, int messageId) {
    Optional<Object> message = telemetry.build(messageId);
    message.ifPresent(found -> send.accept(station.link(), found));
    return message.isPresent() ? Answer.ACCEPTED : Answer.DENIED;
  }
}
