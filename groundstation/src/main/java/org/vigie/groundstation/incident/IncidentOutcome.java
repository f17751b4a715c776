package org.vigie.groundstation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vigie.groundstation.journal.EntryDraft;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.Step;
import org.vigie.groundstation.journal.StreamId;

/** How {@link Incidents} answers an input. Nothing has changed yet: see {@link Incidents}. */
public sealed interface IncidentOutcome {

  /**
   * It fits: these events are for the journal, and then for {@link Incidents#apply}.
   *
   * @param step the incident's; no events when what was asked for is so already
   * @param personal what people wrote, to be erasable: the alert's free text and its evidence's
   *     addresses, or a reason in words
   */
  record Accepted(
      String incidentId, Step<Incident, IncidentAct> step, List<EntryDraft.Personal> personal)
      implements IncidentOutcome {
    public Accepted {
      personal = List.copyOf(personal);
    }

    /**
     * The step's events as drafts of the incident's stream; the personal content goes with the
     * first.
     */
    public List<EntryDraft> drafts(Instant time, String service, String commune) {
      StreamId stream = StreamId.incident(incidentId);
      List<Event> events = step.events();
      return IntStream.range(0, events.size())
          .mapToObj(
              i ->
                  new EntryDraft(
                      stream, time, service, commune, events.get(i), i == 0 ? personal : List.of()))
          .toList();
    }
  }

  /** This source has sent this sourceId before: its first receipt, and nothing new. */
  record Repeated(Receipt receipt) implements IncidentOutcome {}

  /** It does not fit the incident's state. */
  record Refused(String incidentId, IncidentState state, String asked) implements IncidentOutcome {
    /** A code, for example {@code confirm-when-dismissed}. */
    public String code() {
      return asked + "-when-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** There is no such incident, or it was finished too long ago to be remembered. */
  record Unknown(String incidentId) implements IncidentOutcome {}

  /**
   * More incidents are open than people can look at: nothing is taken in until some are decided.
   */
  record Full(int open) implements IncidentOutcome {}

  /** Which alert and which incident a report became. */
  record Receipt(String alertId, String incidentId) {}
}
