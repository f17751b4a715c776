package org.vigie.groundstation.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.protocol.CommandMachine;

/**
 * A flight's events on their way to the disk, in their order, and the acts that wait for them. What
 * the journal did not take is kept and tried again, since a flight whose landing is never written
 * would never end; the acts that waited for it are not kept: the moment for them has passed.
 *
 * @threading confined to the vehicle's loop
 */
final class FlightOutbox {
  /** Some thirty flights' worth: a disk that is dead for longer has lost the evidence anyway. */
  static final int WAITING_MAX = 10_000;

  /** Events in one append, below the journal's own limit. */
  private static final int GROUP_MAX = 500;

  /** A full disk does not get better within milliseconds. */
  static final Duration RETRY = Duration.ofSeconds(1);

  /** One event, and the acts that wait for it and all before it, since a moment. */
  private record Item(EntryDraft draft, List<VehicleAct> acts, Instant since) {
    private Item withoutActs() {
      return acts.isEmpty() ? this : new Item(draft, List.of(), since);
    }

    private boolean isGood(VehicleAct act, Instant now) {
      return !act.expires() || now.isBefore(since.plus(CommandMachine.EXPIRY));
    }
  }

  /**
   * What an answer of the journal means.
   *
   * @param released acts that may be done now
   * @param dropped acts that must not be done any more
   */
  record Answer(List<VehicleAct> released, List<VehicleAct> dropped) {}

  private final Journal journal;
  private final Consumer<FlightInput> self;
  private final Deque<Item> waiting = new ArrayDeque<>();
  private List<Item> underWay = List.of();
  private final List<VehicleAct> unwritable = new ArrayList<>();
  private long ticket;
  private boolean oneByOne;
  private Instant notBefore = Instant.MIN;

  FlightOutbox(Journal journal, Consumer<FlightInput> self) {
    this.journal = journal;
    this.self = self;
  }

  /**
   * Takes a step's events and the acts that must wait for them.
   *
   * @return acts that must not be done, because too much waits already
   */
  List<VehicleAct> add(List<EntryDraft> drafts, List<VehicleAct> acts, Instant now) {
    if (waiting.size() + drafts.size() > WAITING_MAX) {
      return acts;
    }
    for (int i = 0; i < drafts.size(); i++) {
      waiting.add(new Item(drafts.get(i), i == drafts.size() - 1 ? acts : List.of(), now));
    }
    return send(now);
  }

  /**
   * Sends what waits, if nothing is under way and it is time.
   *
   * @return acts that must not be done, because their event has no form in the journal
   */
  List<VehicleAct> send(Instant now) {
    while (underWay.isEmpty() && !waiting.isEmpty() && !now.isBefore(notBefore)) {
      List<Item> group = new ArrayList<>();
      while (group.size() < (oneByOne ? 1 : GROUP_MAX) && !waiting.isEmpty()) {
        group.add(waiting.remove());
      }
      underWay = group;
      append(group, ++ticket);
    }
    oneByOne = oneByOne && !waiting.isEmpty();
    List<VehicleAct> dropped = List.copyOf(unwritable);
    unwritable.clear();
    return dropped;
  }

  private void append(List<Item> group, long number) {
    try {
      journal.append(
          group.stream().map(Item::draft).toList(),
          outcome -> self.accept(new FlightInput.Journalled(number, outcome)));
    } catch (IllegalStateException full) {
      self.accept(
          new FlightInput.Journalled(number, new AppendOutcome.Failed("journal-queue-full")));
    } catch (IllegalArgumentException formless) {
      underWay = List.of();
      if (group.size() > 1) {
        oneByOne = true; // finds the one that has no form in the journal, keeps the others
        putBack(group);
      } else {
        unwritable.addAll(group.get(0).acts());
      }
    }
  }

  private void putBack(List<Item> group) {
    for (int i = group.size() - 1; i >= 0; i--) {
      waiting.addFirst(group.get(i));
    }
  }

  /** The journal has answered an append. */
  Answer answered(FlightInput.Journalled journalled, Instant now) {
    if (journalled.ticket() != ticket || underWay.isEmpty()) {
      return new Answer(List.of(), List.of());
    }
    List<VehicleAct> acts = underWay.stream().flatMap(item -> item.acts().stream()).toList();
    Answer answer;
    if (journalled.outcome() instanceof AppendOutcome.Durable) {
      List<VehicleAct> good = new ArrayList<>();
      List<VehicleAct> late = new ArrayList<>();
      for (Item item : underWay) {
        item.acts().forEach(act -> (item.isGood(act, now) ? good : late).add(act));
      }
      answer = new Answer(good, late);
    } else {
      putBack(underWay.stream().map(Item::withoutActs).toList());
      notBefore = now.plus(RETRY);
      answer = new Answer(List.of(), acts);
    }
    underWay = List.of();
    List<VehicleAct> dropped = new ArrayList<>(answer.dropped());
    dropped.addAll(send(now));
    return new Answer(answer.released(), dropped);
  }

  /** Takes all acts back that still wait; their events stay. */
  List<VehicleAct> dropActs() {
    List<VehicleAct> dropped = new ArrayList<>();
    underWay.forEach(item -> dropped.addAll(item.acts()));
    waiting.forEach(item -> dropped.addAll(item.acts()));
    if (!dropped.isEmpty()) {
      underWay = underWay.stream().map(Item::withoutActs).toList();
      List<Item> kept = waiting.stream().map(Item::withoutActs).toList();
      waiting.clear();
      waiting.addAll(kept);
    }
    return dropped;
  }
}
