package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.mavlink.MissionMessage.MissionAck;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCount;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequest;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestInt;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Gives a vehicle a whole list. The station announces the count, the vehicle asks for one item
 * after the other (ArduPilot by MISSION_REQUEST) and acknowledges the last. An empty list clears.
 *
 * <p>What is asked for is sent, however often and in whatever order: the vehicle knows best what it
 * lacks. It asks again by itself (ArduPilot each second, for 8 s). After silence everything begins
 * again, since a lost acknowledgement cannot be told from a vehicle that gave up.
 *
 * @source MAVLink guide, services, mission, "Upload a Mission to the Vehicle"; recorded flights
 */
public final class UploadMachine implements Machine<TransferOutcome> {
  /** ArduPilot's largest storage holds 724 items, PX4's 2000. */
  public static final int ITEMS_MAX = 2000;

  /** Until the vehicle asks for the first item. */
  static final Duration FIRST_REQUEST_TIMEOUT = Duration.ofSeconds(1);

  /**
   * Between requests. ArduPilot asks again each second and gives up after 8 s, PX4 each 0.25 s and
   * after 5 s.
   */
  static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(5);

  /** Until the acknowledgement; it is sent once, and lost as easily as anything. */
  static final Duration ACCEPTANCE_TIMEOUT = Duration.ofMillis(3500);

  /** Pause before offering again what was denied. */
  static final Duration DENIED_PAUSE = Duration.ofSeconds(1);

  /**
   * How often the whole list is offered at most: on a link that loses a fifth, half of them end.
   */
  static final int ATTEMPTS_MAX = 16;

  /** A transfer may take this, and {@link #TIMEOUT_ITEM} more for each item. */
  static final Duration TIMEOUT_BASE = Duration.ofSeconds(60);

  static final Duration TIMEOUT_ITEM = Duration.ofSeconds(2);

  private final Peer peer;
  private final ListKind kind;
  private final List<StoredItem> items;
  private boolean ended;
  private @Nullable MissionResult refusal;
  private int refusals;
  private int attempts;
  private int highestAsked = -1;
  private Instant deadline = Instant.EPOCH;
  private Instant totalDeadline = Instant.EPOCH;

  /**
   * @throws IllegalArgumentException if there are too many items, or they are not numbered from 0
   */
  public UploadMachine(Peer peer, ListKind kind, List<StoredItem> items) {
    this.peer = peer;
    this.kind = kind;
    this.items = List.copyOf(items);
    if (items.size() > ITEMS_MAX) {
      throw new IllegalArgumentException(items.size() + " items; at most " + ITEMS_MAX);
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).seq() != i) {
        throw new IllegalArgumentException("item " + i + " has seq " + items.get(i).seq());
      }
    }
  }

  /** What a transfer of so many items may take. */
  static Duration timeout(int items) {
    return TIMEOUT_BASE.plus(TIMEOUT_ITEM.multipliedBy(items));
  }

  @Override
  public Advance<TransferOutcome> start(Instant now) {
    totalDeadline = now.plus(timeout(items.size()));
    return announce(now);
  }

  @Override
  public Advance<TransferOutcome> onMessage(VehicleMessage message, Instant now) {
    if (ended) {
      return Advance.nothing();
    }
    if (message instanceof MissionRequest request) {
      return peer.isForUs(request.targetSystem(), request.targetComponent())
          ? onRequest(request.missionType(), request.seq(), now)
          : Advance.nothing();
    }
    if (message instanceof MissionRequestInt request) {
      return peer.isForUs(request.targetSystem(), request.targetComponent())
          ? onRequest(request.missionType(), request.seq(), now)
          : Advance.nothing();
    }
    if (message instanceof MissionAck ack) {
      return isOurs(ack.targetSystem(), ack.targetComponent(), ack.missionType())
          ? onAck(MissionResult.of(ack.type()), now)
          : Advance.nothing();
    }
    return Advance.nothing();
  }

  @Override
  public Advance<TransferOutcome> onTick(Instant now) {
    if (ended || (now.isBefore(deadline) && now.isBefore(totalDeadline))) {
      return Advance.nothing();
    }
    if (refusal != null && ++refusals >= refusal.attemptsMax()) {
      return end(rejected(refusal));
    }
    if (attempts >= ATTEMPTS_MAX || !now.isBefore(totalDeadline)) {
      return end(refusal == null ? new TransferOutcome.TimedOut(attempts) : rejected(refusal));
    }
    return announce(now);
  }

  @Override
  public Advance<TransferOutcome> cancel() {
    if (ended) {
      return Advance.nothing();
    }
    ended = true;
    int cancelled = MissionResult.OPERATION_CANCELLED.number();
    return Advance.end(
        new TransferOutcome.Cancelled(),
        new MissionAck(peer.system(), peer.component(), cancelled, kind.missionType(), 0));
  }

  private Advance<TransferOutcome> announce(Instant now) {
    attempts++;
    refusal = null;
    highestAsked = -1;
    deadline = now.plus(FIRST_REQUEST_TIMEOUT);
    return Advance.send(
        new MissionCount(peer.system(), peer.component(), items.size(), kind.missionType(), 0));
  }

  /**
   * A late copy of an earlier announcement has opened a transfer of another list, and PX4 would
   * take each new announcement for a sign of life of that one: it is told to end it.
   */
  private Advance<TransferOutcome> onRequest(int missionType, int seq, Instant now) {
    if (missionType == kind.missionType()) {
      return answer(seq, now);
    }
    int cancelled = MissionResult.OPERATION_CANCELLED.number();
    return Advance.send(new MissionAck(peer.system(), peer.component(), cancelled, missionType, 0));
  }

  private Advance<TransferOutcome> answer(int seq, Instant now) {
    if (seq >= items.size()) {
      return Advance.nothing(); // of an older transfer
    }
    refusal = null; // who asks has not refused: that was the echo of an item that came twice
    highestAsked = Math.max(highestAsked, seq);
    boolean last = highestAsked == items.size() - 1;
    deadline = now.plus(last ? ACCEPTANCE_TIMEOUT : SILENCE_TIMEOUT);
    return Advance.send(items.get(seq).to(kind, peer));
  }

  private Advance<TransferOutcome> onAck(MissionResult result, Instant now) {
    if (result == MissionResult.INVALID_SEQUENCE) {
      return Advance.nothing(); // an item came twice; the vehicle asks for what it wants
    }
    if (result == MissionResult.ACCEPTED) {
      // Before the last item was asked for, this is the echo of an older transfer.
      boolean whole = highestAsked == items.size() - 1;
      return whole ? end(new TransferOutcome.Accepted()) : Advance.nothing();
    }
    if (result.attemptsMax() == 1) {
      return end(rejected(result));
    }
    if (refusal == null) {
      refusal = result; // believed when nothing better comes: messages overtake each other
      deadline = now.plus(DENIED_PAUSE);
    }
    return Advance.nothing();
  }

  private TransferOutcome rejected(MissionResult result) {
    return new TransferOutcome.Rejected(result, highestAsked < 0 ? "" : "item " + highestAsked);
  }

  private boolean isOurs(int targetSystem, int targetComponent, int missionType) {
    return missionType == kind.missionType() && peer.isForUs(targetSystem, targetComponent);
  }

  private Advance<TransferOutcome> end(TransferOutcome outcome) {
    ended = true;
    return Advance.end(outcome);
  }
}
