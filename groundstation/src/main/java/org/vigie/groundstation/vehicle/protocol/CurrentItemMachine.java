package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCurrent;
import org.vigie.groundstation.mavlink.MissionMessage.MissionSetCurrent;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Makes another item of the stored mission the current one: said until MISSION_CURRENT shows it.
 * The message is what both autopilots take; PX4 knows no command for it.
 *
 * @source MAVLink common.xml #41, #42; recorded PX4 flights (DO_SET_MISSION_CURRENT: UNSUPPORTED)
 */
public final class CurrentItemMachine implements Machine<CommandOutcome> {
  /** Silence after which it is said again. */
  static final Duration AGAIN = Duration.ofMillis(500);

  /** How long MISSION_CURRENT, sent once a second, may take to show it after the last time. */
  static final Duration SHOWN = Duration.ofMillis(2500);

  private final Peer peer;
  private final int seq;
  private final Instant notAfter;
  private Instant lastSent = Instant.EPOCH;
  private int attempts;
  private boolean ended;

  /** For an order given at a moment; it expires like all flight commands. */
  public CurrentItemMachine(Peer peer, int seq, Instant orderedAt) {
    this.peer = peer;
    this.seq = seq;
    this.notAfter = orderedAt.plus(CommandMachine.EXPIRY);
  }

  @Override
  public Advance<CommandOutcome> start(Instant now) {
    return now.isBefore(notAfter)
        ? send(now)
        : end(new CommandOutcome.NotSent("it waited longer than an order is good for"));
  }

  @Override
  public Advance<CommandOutcome> onMessage(VehicleMessage message, Instant now) {
    boolean shown = message instanceof MissionCurrent current && current.seq() == seq;
    return shown && !ended ? end(new CommandOutcome.Accepted()) : Advance.nothing();
  }

  @Override
  public Advance<CommandOutcome> onTick(Instant now) {
    if (ended || now.isBefore(lastSent.plus(AGAIN))) {
      return Advance.nothing();
    }
    if (now.isBefore(notAfter)) {
      return send(now);
    }
    return now.isBefore(notAfter.plus(SHOWN))
        ? Advance.nothing()
        : end(new CommandOutcome.TimedOut(attempts));
  }

  @Override
  public Advance<CommandOutcome> cancel() {
    return ended ? Advance.nothing() : end(new CommandOutcome.Cancelled());
  }

  private Advance<CommandOutcome> send(Instant now) {
    lastSent = now;
    attempts++;
    return Advance.send(new MissionSetCurrent(peer.system(), peer.component(), seq));
  }

  private Advance<CommandOutcome> end(CommandOutcome outcome) {
    ended = true;
    return Advance.end(outcome);
  }
}
