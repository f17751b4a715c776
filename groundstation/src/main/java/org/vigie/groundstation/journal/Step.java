package org.vigie.groundstation.journal;

import java.util.List;

/**
 * What a state machine answers to one input at one moment: its next state, what happened, and what
 * is to be done. Incident, dispatch, flight and protocol machines all answer with a step; none of
 * them touches a socket, a thread or a clock. Immutable as far as its parts are.
 *
 * @param state the state from now on
 * @param events for the machine's stream of the journal, in order
 * @param acts for the shell to carry out, in order; see {@link Act#addsRisk()}
 */
public record Step<S, A>(S state, List<Event> events, List<A> acts) {
  public Step {
    events = List.copyOf(events);
    acts = List.copyOf(acts);
  }

  /** Nothing happened and nothing is to be done. */
  public static <S, A> Step<S, A> same(S state) {
    return new Step<>(state, List.of(), List.of());
  }
}
