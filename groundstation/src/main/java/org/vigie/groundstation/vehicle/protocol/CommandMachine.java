package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Sends one command until it is answered.
 *
 * <pre>
 * WAITING_ACK --ACCEPTED--> ended, or for a mode WAITING_MODE --HEARTBEAT shows it--> ended
 *      | ^--IN_PROGRESS (longer)        |--later refusal (PX4 acknowledges twice)--> ended
 *      |--refusal--> ended              '--not shown in time--> ended
 *      '--silence--> sent again with confirmation + 1, at last ended
 * </pre>
 *
 * A mode change is done only when a heartbeat shows the mode: PX4 answers ACCEPTED first whatever
 * it then decides. A flight command expires {@link #EXPIRY} after it was ordered, also when it
 * waited for another: an order that arrives later was given for another situation. IN_PROGRESS
 * extends the wait for the answer, never the sending.
 *
 * @source MAVLink guide, services, command; recorded PX4 and ArduCopter flights
 */
public final class CommandMachine implements Machine<CommandOutcome> {
  /** Silence after which a command is sent again. */
  static final Duration ACK_TIMEOUT = Duration.ofMillis(500);

  /** How often a command is sent at most; the last one by then is 1.5 s old. */
  static final int ATTEMPTS_MAX = 4;

  /** From the order to the last moment at which it may be sent. */
  public static final Duration EXPIRY = ACK_TIMEOUT.multipliedBy(ATTEMPTS_MAX);

  /** Silence that is allowed after IN_PROGRESS; a vehicle says it again each second or so. */
  static final Duration PROGRESS_TIMEOUT = Duration.ofSeconds(5);

  /** No command of ours takes longer, whatever progress is told. */
  static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(60);

  /** Heartbeats come at 1 Hz and one or two may be lost. */
  static final Duration MODE_TIMEOUT = Duration.ofSeconds(3);

  /** Without an acknowledgement, a heartbeat this young may still tell of the time before. */
  static final Duration HEARTBEAT_DOUBT = Duration.ofSeconds(1);

  /** A vehicle that changed its mode sends a heartbeat at once or within a second. */
  static final Duration SHOWN_PATIENCE = Duration.ofMillis(1200);

  private enum Phase {
    WAITING_ACK,
    WAITING_MODE,
    ENDED
  }

  private final Peer peer;
  private final Command request;
  private final OptionalLong customMode;
  private final Instant notAfter;
  private Phase phase = Phase.WAITING_ACK;
  private int attempts;
  private boolean inProgress;
  private Instant started = Instant.EPOCH;
  private Instant lastSent = Instant.EPOCH;
  private Instant deadline = Instant.EPOCH;

  private CommandMachine(Peer peer, Command request, OptionalLong customMode, Instant notAfter) {
    this.peer = peer;
    this.request = request;
    this.customMode = customMode;
    this.notAfter = notAfter;
  }

  /** For a command that is done when it is acknowledged, ordered at a moment. */
  public static CommandMachine forCommand(Peer peer, Command request, Instant orderedAt) {
    return new CommandMachine(peer, request, OptionalLong.empty(), orderedAt.plus(EXPIRY));
  }

  /**
   * For a request that changes nothing in the flight: it may wait for others as long as it takes.
   */
  public static CommandMachine forRequest(Peer peer, Command request) {
    return new CommandMachine(peer, request, OptionalLong.empty(), Instant.MAX);
  }

  /** For a mode change, done when the heartbeat shows the mode. */
  public static CommandMachine forMode(
      Peer peer, Command request, long customMode, Instant orderedAt) {
    return new CommandMachine(peer, request, OptionalLong.of(customMode), orderedAt.plus(EXPIRY));
  }

  /** MAV_CMD that it sends; two machines for one command cannot tell their answers apart. */
  public int command() {
    return request.command();
  }

  @Override
  public Advance<CommandOutcome> start(Instant now) {
    started = now;
    return now.isBefore(notAfter)
        ? transmit(now)
        : end(new CommandOutcome.NotSent("it waited longer than an order is good for"));
  }

  @Override
  public Advance<CommandOutcome> onMessage(VehicleMessage message, Instant now) {
    if (phase == Phase.ENDED) {
      return Advance.nothing();
    }
    if (message instanceof CommandAck ack) {
      boolean ours =
          ack.command() == request.command()
              && peer.isForUs(ack.targetSystem(), ack.targetComponent());
      return ours ? onAck(CommandResult.of(ack.result()), now) : Advance.nothing();
    }
    if (message instanceof Heartbeat heartbeat && showsMode(heartbeat, now)) {
      return end(new CommandOutcome.Accepted());
    }
    return Advance.nothing();
  }

  @Override
  public Advance<CommandOutcome> onTick(Instant now) {
    if (phase == Phase.ENDED) {
      return Advance.nothing();
    }
    if (phase == Phase.WAITING_MODE) {
      return onTickWaitingMode(now);
    }
    if (now.isBefore(deadline)) {
      return Advance.nothing();
    }
    if (inProgress || attempts >= ATTEMPTS_MAX || !now.isBefore(notAfter)) {
      return end(new CommandOutcome.TimedOut(attempts));
    }
    return transmit(now);
  }

  @Override
  public Advance<CommandOutcome> cancel() {
    return phase == Phase.ENDED ? Advance.nothing() : end(new CommandOutcome.Cancelled());
  }

  /**
   * The acknowledgement may have been that of an older order: asked once more while it is fresh.
   */
  private Advance<CommandOutcome> onTickWaitingMode(Instant now) {
    if (!now.isBefore(deadline)) {
      return end(new CommandOutcome.NotShown());
    }
    boolean again =
        attempts < ATTEMPTS_MAX
            && !now.isBefore(lastSent.plus(SHOWN_PATIENCE))
            && now.isBefore(notAfter);
    return again ? transmitAgain(now) : Advance.nothing();
  }

  private Advance<CommandOutcome> transmitAgain(Instant now) {
    lastSent = now;
    return Advance.send(request.to(peer, attempts++));
  }

  private Advance<CommandOutcome> transmit(Instant now) {
    deadline = now.plus(ACK_TIMEOUT);
    return transmitAgain(now);
  }

  private Advance<CommandOutcome> onAck(CommandResult result, Instant now) {
    return switch (result) {
      case ACCEPTED -> onAccepted(now);
      case IN_PROGRESS -> {
        inProgress = true;
        Instant latest = started.plus(TOTAL_TIMEOUT);
        Instant wanted = now.plus(PROGRESS_TIMEOUT);
        deadline = wanted.isBefore(latest) ? wanted : latest;
        yield Advance.nothing();
      }
      default -> end(new CommandOutcome.Rejected(result));
    };
  }

  private Advance<CommandOutcome> onAccepted(Instant now) {
    if (customMode.isEmpty()) {
      return end(new CommandOutcome.Accepted());
    }
    if (phase == Phase.WAITING_ACK) {
      phase = Phase.WAITING_MODE;
      deadline = now.plus(MODE_TIMEOUT);
    }
    return Advance.nothing();
  }

  private boolean showsMode(Heartbeat heartbeat, Instant now) {
    boolean telling = phase == Phase.WAITING_MODE || !now.isBefore(started.plus(HEARTBEAT_DOUBT));
    return telling && customMode.isPresent() && heartbeat.customMode() == customMode.getAsLong();
  }

  private Advance<CommandOutcome> end(CommandOutcome outcome) {
    phase = Phase.ENDED;
    return Advance.end(outcome);
  }
}
