package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.CurrentEventSequence;
import io.dronefleet.mavlink.common.Event;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavEventCurrentSequenceFlags;
import io.dronefleet.mavlink.common.MavSeverity;
import io.dronefleet.mavlink.common.MissionItemReached;
import io.dronefleet.mavlink.common.RequestEvent;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.vigie.simulator.autopilot.px4.Answer;
import org.vigie.simulator.autopilot.px4.Px4Event;
import org.vigie.simulator.autopilot.px4.Px4Voice;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.Order;

/**
 * What a PX4 says unasked, as messages: texts in chunks, numbered events, its own commands with
 * their repetitions, reached items again and again.
 *
 * @source recordings p1 to p14; PX4 STATUSTEXT.hpp, mavlink_events.cpp, mavlink_command_sender.cpp
 */
// the library calls messages in the making deprecated; PX4 sends them
@SuppressWarnings("deprecation")
final class Px4Speech implements Px4Voice {
  /** A STATUSTEXT holds so many characters. */
  private static final int CHUNK = 50;

  /** Events that a station that missed some may ask for again. */
  private static final int EVENTS_MAX = 20;

  private static final double EVENT_SEQUENCE_S = 3;
  private static final int REACHED_AGAIN = 10;

  /** Commands under way; more at once are sent once only. */
  private static final int COMMANDS_MAX = 8;

  /** When a command without answer is sent again, seconds after the first time (recording p8). */
  private static final double[] AGAIN_S = {1.0, 1.5, 2.0};

  private static final int ARM_AUTHORIZATION_REQUEST = 3001;

  private static final class Pending {
    final float[] params;
    final int command;
    final double sinceS;
    int sent;

    Pending(int command, float[] params, double sinceS) {
      this.command = command;
      this.params = params;
      this.sinceS = sinceS;
    }
  }

  private final int systemId;
  private final DoubleSupplier timeS;
  private final BooleanSupplier mute;
  private final BiConsumer<Integer, Object> out;
  private final Deque<Event> events = new ArrayDeque<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<Object> held = new ArrayList<>();
  private Consumer<Answer> later = answer -> {};
  private Consumer<String> parameter = name -> {};
  private Predicate<Order> devices = order -> false;
  private boolean holding;
  private int textId;
  private int sequence;
  private double nextSequenceS = EVENT_SEQUENCE_S;
  private int reached = -1;
  private int reachedLeft;

  /**
   * A voice.
   *
   * @param mute whether texts are kept back, because no station listens
   */
  Px4Speech(
      int systemId, DoubleSupplier timeS, BooleanSupplier mute, BiConsumer<Integer, Object> out) {
    this.systemId = systemId;
    this.timeS = timeS;
    this.mute = mute;
    this.out = out;
  }

  /**
   * Who hears of late answers, of parameters, and of its own commands.
   *
   * @param taker says whether a device on board has taken a command
   */
  void listeners(Consumer<Answer> answers, Consumer<String> parameters, Predicate<Order> taker) {
    later = answers;
    parameter = parameters;
    devices = taker;
  }

  /** Keeps back what is said until the answer to a command has gone. */
  void hold() {
    holding = true;
  }

  void release() {
    holding = false;
    for (Object message : held) {
      out.accept(Autopilot.ALL_LINKS, message);
    }
    held.clear();
  }

  private void send(Object message) {
    if (holding) {
      held.add(message);
    } else {
      out.accept(Autopilot.ALL_LINKS, message);
    }
  }

  /** A critical text of the transfer, with its event. */
  void error(String text, String event) {
    text(2, text + "\t");
    event(Px4Event.of(event, Px4Event.ERROR));
  }

  void say(int severity, String text, String event) {
    text(severity, text + "\t");
    event(Px4Event.of(event, Px4Event.WARNING));
  }

  @Override
  public void text(int severity, String text) {
    if (mute.getAsBoolean()) {
      return;
    }
    textId = textId % 0xffff + 1;
    int chunk = 0;
    for (int from = 0; from < text.length(); from += CHUNK) {
      send(
          Statustext.builder()
              .severity(EnumValue.create(MavSeverity.class, severity))
              .text(text.substring(from, Math.min(text.length(), from + CHUNK)))
              .id(textId)
              .chunkSeq(chunk++)
              .build());
    }
  }

  @Override
  public void event(Px4Event event) {
    Event message =
        Event.builder()
            .id(event.id())
            .eventTimeBootMs((long) (timeS.getAsDouble() * 1000))
            .sequence(sequence)
            .logLevels(event.levels())
            .arguments(event.arguments())
            .build();
    sequence = (sequence + 1) & 0xffff;
    events.addLast(message);
    if (events.size() > EVENTS_MAX) {
      events.removeFirst();
    }
    send(message);
  }

  /** REQUEST_EVENT: those of the asked that are still known. */
  void again(int link, RequestEvent message) {
    for (Event event : events) {
      int offset = (event.sequence() - message.firstSequence()) & 0xffff;
      int span = (message.lastSequence() - message.firstSequence()) & 0xffff;
      if (offset <= span) {
        out.accept(link, event);
      }
    }
  }

  @Override
  public void itemReached(int index) {
    reached = index;
    reachedLeft = REACHED_AGAIN;
    send(MissionItemReached.builder().seq(index).build());
  }

  /** Once a second: the reached item once more. */
  void reachedAgain() {
    if (reached >= 0 && reachedLeft > 0) {
      reachedLeft--;
      send(MissionItemReached.builder().seq(reached).build());
    }
  }

  /** A new upload: nothing has been reached. */
  void forgetReached() {
    reached = -1;
  }

  @Override
  public void command(int command, float p1, float p2, float p3, float p4, float p5) {
    float[] params = {p1, p2, p3, p4, p5};
    CommandLong said = message(command, params, 0);
    send(said);
    if (devices.test(Order.of(said))) {
      return;
    }
    boolean repeated = pending.stream().anyMatch(other -> other.command == command);
    // the release that follows a configuration is sent once, as the text of one conversation
    if (command != 1000 && !repeated && pending.size() < COMMANDS_MAX) {
      pending.add(new Pending(command, params, timeS.getAsDouble()));
    }
  }

  private CommandLong message(int command, float[] p, int confirmation) {
    return CommandLong.builder()
        .targetSystem(systemId)
        .targetComponent(0)
        .command(EnumValue.create(MavCmd.class, command))
        .confirmation(confirmation)
        .param1(p[0])
        .param2(p[1])
        .param3(p[2])
        .param4(p[3])
        .param5(p[4])
        .build();
  }

  @Override
  public void requestArming(int authorizer) {
    send(
        CommandLong.builder()
            .targetSystem(authorizer)
            .targetComponent(0)
            .command(EnumValue.create(MavCmd.class, ARM_AUTHORIZATION_REQUEST))
            .param1(systemId)
            .build());
  }

  /** A component answered one of its commands: no need to repeat it. */
  void answeredBy(int command) {
    pending.removeIf(waiting -> waiting.command == command);
  }

  @Override
  public void answered(Answer answer) {
    later.accept(answer);
  }

  @Override
  public void parameterChanged(String name) {
    parameter.accept(name);
  }

  void tick() {
    double nowS = timeS.getAsDouble();
    if (nowS >= nextSequenceS) {
      nextSequenceS = nowS + EVENT_SEQUENCE_S;
      send(
          CurrentEventSequence.builder()
              .sequence((sequence - 1) & 0xffff)
              .flags(EnumValue.create(MavEventCurrentSequenceFlags.class, 0))
              .build());
    }
    for (Pending waiting : pending) {
      if (waiting.sent < AGAIN_S.length && nowS - waiting.sinceS >= AGAIN_S[waiting.sent]) {
        waiting.sent++;
        send(message(waiting.command, waiting.params, waiting.sent));
      }
    }
    pending.removeIf(waiting -> waiting.sent >= AGAIN_S.length);
  }
}
