package org.vigie.groundstation.viewing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.access.Person;
import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.journal.StreamId;
import org.vigie.groundstation.time.StationClock;

/**
 * The views that are open, and their entries. Opening waits for the disk; closing never does, and
 * its entry is tried again until it is there. Nothing comes into a flight's stream after its end.
 *
 * <p>Thread-safe: one lock, under which nothing is done but appending to the journal; whoever waits
 * is told outside of it.
 */
final class ViewBook {
  /** Looks at one time; the video hub serves about a hundred a core. */
  static final int VIEWS_MAX = 200;

  /**
   * Of those, kept for pilots who look at their own flight: five flights with all their screens.
   */
  static final int PILOT_PLACES = 20;

  /** A page, a console, a wall screen, and one that is reconnecting; nobody watches more. */
  static final int VIEWS_PER_PERSON_MAX = 4;

  private final Journal journal;
  private final StationClock clock;
  private final String commune;
  private final Object lock = new Object();
  private final FlightGates gates = new FlightGates();
  private final Set<View> views = new LinkedHashSet<>();

  /** Closing entries that are not on disk; without a disk nothing opens, so they are bounded. */
  private final Map<View, ViewEvent.Closed> closings = new HashMap<>();

  private final List<View> unwritten = new ArrayList<>();

  ViewBook(Journal journal, StationClock clock, String commune) {
    this.journal = journal;
    this.clock = clock;
    this.commune = commune;
  }

  /** Whether nothing new may come into the flight's stream. */
  boolean ended(String flightId) {
    synchronized (lock) {
      return gates.ended(flightId);
    }
  }

  /** Opens a view: answered once that is on disk. */
  CompletionStage<ViewAnswer> open(View view) {
    CompletableFuture<ViewAnswer> answer = new CompletableFuture<>();
    Person person = view.person();
    synchronized (lock) {
      String flight = view.flightId();
      if (flight != null && gates.ended(flight)) {
        answer.complete(new ViewAnswer.NoFlight());
      } else if (ofSamePerson(view) >= VIEWS_PER_PERSON_MAX) {
        answer.complete(new ViewAnswer.Unavailable("too-many-views-of-one"));
      } else if (views.size() >= (view.ownPilot() ? VIEWS_MAX : VIEWS_MAX - PILOT_PLACES)) {
        answer.complete(new ViewAnswer.Unavailable("too-many-viewers"));
      }
      if (answer.isDone()) {
        view.become(View.State.CLOSED);
        return answer;
      }
      views.add(view);
      gates.enter(flight);
      append(
          view.stream(),
          person,
          new ViewEvent.Opened(view.id(), view.source(), person.id(), person.service()),
          outcome -> opened(view, outcome, answer));
    }
    return answer;
  }

  private long ofSamePerson(View view) {
    return views.stream()
        .filter(one -> one.person().id().equals(view.person().id()))
        .filter(one -> one.source().equals(view.source()))
        .count();
  }

  private void opened(View view, AppendOutcome outcome, CompletableFuture<ViewAnswer> answer) {
    ViewAnswer said;
    CompletableFuture<Void> last = null;
    synchronized (lock) {
      String cut = view.cutReason();
      if (outcome instanceof AppendOutcome.Failed) {
        view.become(View.State.CLOSED);
        views.remove(view);
        last = gates.leave(view.flightId());
        said = new ViewAnswer.Unavailable("disk");
      } else if (cut != null) {
        closeNow(view, cut, 0L);
        said = new ViewAnswer.NoFlight();
      } else {
        view.become(View.State.OPEN);
        said = new ViewAnswer.Opened(view);
      }
    }
    complete(last);
    answer.complete(said);
  }

  /** Closes a view that is open. */
  void close(View view, String reason, @Nullable Long pictures) {
    synchronized (lock) {
      if (view.state() == View.State.OPEN) {
        closeNow(view, reason, pictures == null ? view.counted() : pictures);
      }
    }
  }

  /** Closes a view that is open or opening, and tells who sends the pictures. */
  void cut(View view, String reason) {
    Consumer<String> listener;
    synchronized (lock) {
      if (view.state() == View.State.CLOSED || view.cutReason() != null) {
        return;
      }
      view.markCut(reason);
      listener = view.listener();
      if (view.state() == View.State.OPEN) {
        closeNow(view, reason, view.counted());
      }
    }
    if (listener != null) {
      listener.accept(reason);
    }
  }

  void onCut(View view, Consumer<String> listener) {
    String reason;
    synchronized (lock) {
      view.listener(listener);
      reason = view.cutReason();
    }
    if (reason != null) {
      listener.accept(reason);
    }
  }

  void counting(View view, LongSupplier sent) {
    synchronized (lock) {
      view.counter(sent);
    }
  }

  private void closeNow(View view, String reason, @Nullable Long pictures) {
    view.become(View.State.CLOSED);
    views.remove(view);
    closings.put(view, new ViewEvent.Closed(view.id(), reason, pictures));
    writeClosing(view);
  }

  private void writeClosing(View view) {
    ViewEvent.Closed closed = closings.get(view);
    if (closed != null) {
      append(view.stream(), view.person(), closed, outcome -> closed(view, outcome));
    }
  }

  private void closed(View view, AppendOutcome outcome) {
    CompletableFuture<Void> last = null;
    synchronized (lock) {
      if (outcome instanceof AppendOutcome.Failed) {
        unwritten.add(view);
      } else {
        closings.remove(view);
        last = gates.leave(view.flightId());
      }
    }
    complete(last);
  }

  /**
   * Writes a refusal down.
   *
   * @param flightId into whose stream, null when it is not a flight's
   * @param answer is given once it is written, and also when it cannot be: it reveals nothing
   */
  CompletionStage<ViewAnswer> refused(
      StreamId stream,
      @Nullable String flightId,
      Person person,
      ViewEvent.Refused refused,
      ViewAnswer answer) {
    CompletableFuture<ViewAnswer> told = new CompletableFuture<>();
    synchronized (lock) {
      if (flightId != null && gates.ended(flightId)) {
        told.complete(new ViewAnswer.NoFlight());
        return told;
      }
      gates.enter(flightId);
      append(
          stream,
          person,
          refused,
          outcome -> {
            CompletableFuture<Void> last;
            synchronized (lock) {
              last = gates.leave(flightId);
            }
            complete(last);
            told.complete(answer);
          });
    }
    return told;
  }

  /** Ends a flight for its viewers; complete when everything of theirs is on disk. */
  CompletionStage<Void> endFlight(String flightId) {
    CompletableFuture<Void> end;
    List<View> over;
    synchronized (lock) {
      end = gates.end(flightId);
      over = views.stream().filter(view -> flightId.equals(view.flightId())).toList();
    }
    over.forEach(view -> cut(view, "flight-over"));
    return end.minimalCompletionStage();
  }

  /** Those who look, or are about to. */
  List<View> views() {
    synchronized (lock) {
      return List.copyOf(views);
    }
  }

  /** Tries to write what could not be written. */
  void tryAgain() {
    synchronized (lock) {
      List<View> again = List.copyOf(unwritten);
      unwritten.clear();
      again.forEach(this::writeClosing);
    }
  }

  private void append(
      StreamId stream, Person person, ViewEvent event, Consumer<AppendOutcome> whenDone) {
    EntryDraft draft = new EntryDraft(stream, clock.now(), person.service(), commune, event);
    try {
      journal.append(List.of(draft), whenDone);
    } catch (IllegalStateException e) {
      whenDone.accept(new AppendOutcome.Failed("full"));
    }
  }

  private static void complete(@Nullable CompletableFuture<Void> last) {
    if (last != null) {
      last.complete(null);
    }
  }
}
