package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.groundstation.mavlink.MissionMessage.MissionAck;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCount;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestList;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Reads a whole list from a vehicle: asks for the count, then for one item after the other, each
 * again after silence, and thanks at the end.
 *
 * @source MAVLink guide, services, mission, "Download a Mission from the Vehicle"
 */
public final class DownloadMachine implements Machine<TransferOutcome> {
  /** Silence after which a request is sent again. */
  static final Duration REQUEST_TIMEOUT = Duration.ofMillis(700);

  /**
   * How often is asked at most without getting on: ArduPilot denies for up to 8 s, and where a
   * fifth is lost each way, one ask in three brings nothing.
   */
  static final int ATTEMPTS_MAX = 24;

  /**
   * After so much silence the list is asked for from its beginning: PX4 forgets a download that it
   * did not hear of for 5 s, and one whose requests came out of order, and then answers nothing.
   */
  static final int BEGIN_AGAIN_AFTER = 4;

  private static final int NOT_COUNTED = -1;

  private final Peer peer;
  private final ListKind kind;
  private final List<StoredItem> items = new ArrayList<>();
  private boolean ended;
  private int count = NOT_COUNTED;
  private int attempts;
  private int refusals;
  private Instant deadline = Instant.EPOCH;
  private Instant started = Instant.EPOCH;
  private Instant totalDeadline = Instant.EPOCH;

  public DownloadMachine(Peer peer, ListKind kind) {
    this.peer = peer;
    this.kind = kind;
  }

  @Override
  public Advance<TransferOutcome> start(Instant now) {
    started = now;
    totalDeadline = now.plus(UploadMachine.TIMEOUT_BASE);
    return ask(now);
  }

  @Override
  public Advance<TransferOutcome> onMessage(VehicleMessage message, Instant now) {
    if (ended) {
      return Advance.nothing();
    }
    if (message instanceof MissionCount counted) {
      return isOurs(counted.targetSystem(), counted.targetComponent(), counted.missionType())
          ? onCount(counted.count(), now)
          : Advance.nothing();
    }
    if (message instanceof MissionItemInt item) {
      return isOurs(item.targetSystem(), item.targetComponent(), item.missionType())
          ? onItem(item, now)
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
    if (ended || now.isBefore(deadline)) {
      return Advance.nothing();
    }
    if (attempts >= ATTEMPTS_MAX || !now.isBefore(totalDeadline)) {
      return end(new TransferOutcome.TimedOut(attempts));
    }
    if (attempts % BEGIN_AGAIN_AFTER == 0) {
      count = NOT_COUNTED;
    }
    return ask(now);
  }

  @Override
  public Advance<TransferOutcome> cancel() {
    return ended ? Advance.nothing() : end(new TransferOutcome.Cancelled());
  }

  private Advance<TransferOutcome> ask(Instant now) {
    attempts++;
    deadline = now.plus(REQUEST_TIMEOUT);
    int type = kind.missionType();
    return Advance.send(
        count == NOT_COUNTED
            ? new MissionRequestList(peer.system(), peer.component(), type)
            : new MissionRequestInt(peer.system(), peer.component(), items.size(), type));
  }

  private Advance<TransferOutcome> onCount(int counted, Instant now) {
    if (counted == count) {
      return Advance.nothing(); // the same answer twice
    }
    if (counted > UploadMachine.ITEMS_MAX) {
      return end(
          new TransferOutcome.Rejected(MissionResult.NO_SPACE, "it has " + counted + " items"));
    }
    totalDeadline = started.plus(UploadMachine.timeout(counted));
    count = counted;
    items.clear(); // the list changed under us, or begins again
    return items.size() < count ? ask(now) : next(now);
  }

  private Advance<TransferOutcome> onItem(MissionItemInt item, Instant now) {
    if (count == NOT_COUNTED || item.seq() != items.size()) {
      return Advance.nothing(); // a repeated or late answer
    }
    items.add(StoredItem.of(item));
    refusals = 0;
    return next(now);
  }

  private Advance<TransferOutcome> next(Instant now) {
    attempts = 0;
    if (items.size() < count) {
      return ask(now);
    }
    ended = true;
    int accepted = MissionResult.ACCEPTED.number();
    return Advance.end(
        new TransferOutcome.Received(items),
        new MissionAck(peer.system(), peer.component(), accepted, kind.missionType(), 0));
  }

  private Advance<TransferOutcome> onAck(MissionResult result, Instant now) {
    if (result == MissionResult.ACCEPTED || result == MissionResult.INVALID_SEQUENCE) {
      return Advance.nothing(); // the echo of an upload
    }
    refusals++;
    if (refusals >= result.attemptsMax()) {
      return end(new TransferOutcome.Rejected(result, ""));
    }
    count = NOT_COUNTED;
    deadline = now.plus(UploadMachine.DENIED_PAUSE); // asks again then
    return Advance.nothing();
  }

  private boolean isOurs(int targetSystem, int targetComponent, int missionType) {
    return missionType == kind.missionType() && peer.isForUs(targetSystem, targetComponent);
  }

  private Advance<TransferOutcome> end(TransferOutcome outcome) {
    ended = true;
    return Advance.end(outcome);
  }
}
