package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.groundstation.mavlink.MissionMessage.MissionAck;
import org.vigie.groundstation.mavlink.MissionMessage.MissionCount;
import org.vigie.groundstation.mavlink.MissionMessage.MissionItemInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestInt;
import org.vigie.groundstation.mavlink.MissionMessage.MissionRequestList;
import org.vigie.groundstation.mavlink.VehicleMessage;

/**
 * Reads a whole list from a vehicle: asks for the count, then for the items in order, some of them
 * ahead where the autopilot allows it, each again after silence or when answers to later questions
 * have passed it; and thanks at the end.
 *
 * @source MAVLink guide, services, mission, "Download a Mission from the Vehicle"; ArduPilot
 *     MissionItemProtocol.cpp (handle_mission_request_int: each question is answered by itself),
 *     PX4 mavlink_mission.cpp (a question that is not the next or the last ends the transfer)
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

  /** Ways and duplicates reorder a little; what so many later questions passed is lost. */
  private static final int PASSED_BY = 3;

  /** As many as any output buffer holds, and fewer are asked for at once when answers fail. */
  private static final int CAREFUL = 3;

  private static final int NOT_COUNTED = -1;

  private final Peer peer;
  private final ListKind kind;
  private final int ahead;
  private final SortedMap<Integer, StoredItem> items = new TreeMap<>();

  /** What was asked for and has not come, with the number of the question. */
  private final SortedMap<Integer, Integer> open = new TreeMap<>();

  private boolean ended;
  private int count = NOT_COUNTED;
  private int questions;
  private int next;
  private int window;
  private int inARow;
  private int attempts;
  private int refusals;
  private Instant deadline = Instant.EPOCH;
  private Instant started = Instant.EPOCH;
  private Instant totalDeadline = Instant.EPOCH;

  /**
   * @param ahead how many items may be asked for at once, at least 1
   */
  public DownloadMachine(Peer peer, ListKind kind, int ahead) {
    this.peer = peer;
    this.kind = kind;
    this.ahead = ahead;
    this.window = ahead;
    if (ahead < 1) {
      throw new IllegalArgumentException("ahead " + ahead);
    }
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

  /** Asks for the count, or again for what is open. */
  private Advance<TransferOutcome> ask(Instant now) {
    attempts++;
    deadline = now.plus(REQUEST_TIMEOUT);
    if (count == NOT_COUNTED) {
      return Advance.send(
          new MissionRequestList(peer.system(), peer.component(), kind.missionType()));
    }
    narrow();
    List<VehicleMessage> again = new ArrayList<>();
    List.copyOf(open.keySet()).forEach(seq -> again.add(question(seq)));
    return new Advance<>(again, null);
  }

  private MissionRequestInt question(int seq) {
    questions++;
    open.put(seq, questions);
    return new MissionRequestInt(peer.system(), peer.component(), seq, kind.missionType());
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
    open.clear();
    next = 0;
    return goOn(List.of(), now);
  }

  private Advance<TransferOutcome> onItem(MissionItemInt item, Instant now) {
    Integer question = count == NOT_COUNTED ? null : open.remove(item.seq());
    if (question == null) {
      return Advance.nothing(); // a repeated or late answer
    }
    items.put(item.seq(), StoredItem.of(item));
    refusals = 0;
    List<VehicleMessage> passed = new ArrayList<>();
    for (int seq : List.copyOf(open.keySet())) {
      if (open.getOrDefault(seq, question) < question - PASSED_BY) {
        passed.add(question(seq));
      }
    }
    if (!passed.isEmpty()) {
      narrow();
    } else if (++inARow >= window) {
      inARow = 0;
      window = Math.min(ahead, window + 1);
    }
    return goOn(passed, now);
  }

  /** Something was lost: perhaps because more was asked for than the vehicle can say at once. */
  private void narrow() {
    inARow = 0;
    window = Math.max(Math.min(ahead, CAREFUL), window / 2);
  }

  private Advance<TransferOutcome> goOn(List<VehicleMessage> first, Instant now) {
    attempts = 1;
    deadline = now.plus(REQUEST_TIMEOUT);
    if (items.size() == count) {
      ended = true;
      int accepted = MissionResult.ACCEPTED.number();
      return Advance.end(
          new TransferOutcome.Received(List.copyOf(items.values())),
          new MissionAck(peer.system(), peer.component(), accepted, kind.missionType(), 0));
    }
    List<VehicleMessage> send = new ArrayList<>(first);
    while (next < count && open.size() < window) {
      send.add(question(next));
      next++;
    }
    return new Advance<>(send, null);
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
