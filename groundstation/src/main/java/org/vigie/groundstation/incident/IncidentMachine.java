package org.vigie.groundstation.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.Step;

/**
 * One incident's rules, as steps. Pure: its state is the fold of its events, live as after a
 * restart. Stateless and thread-safe.
 *
 * <pre>
 *            | alert  | verify | confirm            | dismiss   | close
 * REPORTED   | merges | UNDER_VERIFICATION | CONFIRMED | DISMISSED | -
 * UNDER_VER. | merges | same   | CONFIRMED          | DISMISSED | -
 * CONFIRMED  | merges | -      | same               | -         | CLOSED
 * DISMISSED  | -      | -      | -                  | same      | CLOSED
 * CLOSED     | -      | -      | -                  | -         | same
 * </pre>
 */
public final class IncidentMachine {
  private IncidentMachine() {}

  /** An alert about something new. */
  public static Step<Incident, IncidentAct> begin(
      String incidentId, IncidentInput.AlertReceived input) {
    Alert alert = input.alert();
    IncidentEvent.Reported reported =
        new IncidentEvent.Reported(
            incidentId,
            input.alertId(),
            alert.type(),
            alert.occurredAt(),
            alert.position().latE7(),
            alert.position().lonE7(),
            alert.uncertaintyM());
    return new Step<>(
        Incident.begin(reported), List.of(received(alert, input.alertId()), reported), List.of());
  }

  /**
   * What an incident answers to an input, or empty when the input does not fit its state. An input
   * that asks for what is so already changes nothing.
   */
  public static Optional<Step<Incident, IncidentAct>> step(Incident state, IncidentInput input) {
    if (input instanceof IncidentInput.AlertReceived alert) {
      return state.open() ? Optional.of(merge(state, alert)) : Optional.empty();
    } else if (input instanceof IncidentInput.VerificationStarted verify) {
      return move(
          state,
          IncidentState.UNDER_VERIFICATION,
          new IncidentEvent.VerificationStarted(verify.by()),
          List.of());
    } else if (input instanceof IncidentInput.Confirmed confirm) {
      return move(
          state,
          IncidentState.CONFIRMED,
          new IncidentEvent.Confirmed(confirm.by()),
          List.of(new IncidentAct.Dispatch(state.incidentId())));
    } else if (input instanceof IncidentInput.Dismissed dismiss) {
      return move(
          state,
          IncidentState.DISMISSED,
          new IncidentEvent.Dismissed(dismiss.by(), ReasonCode.of(dismiss.reason())),
          List.of());
    } else if (input instanceof IncidentInput.Closed close) {
      return move(
          state,
          IncidentState.CLOSED,
          new IncidentEvent.Closed(ReasonCode.of(close.reason())),
          List.of());
    }
    throw new IllegalStateException("no rule for " + input);
  }

  private static Optional<Step<Incident, IncidentAct>> move(
      Incident state, IncidentState to, IncidentEvent event, List<IncidentAct> acts) {
    if (state.state() == to) {
      return Optional.of(Step.same(state));
    }
    return leadsTo(state.state(), to)
        ? Optional.of(new Step<>(state.after(event), List.of(event), acts))
        : Optional.empty();
  }

  private static boolean leadsTo(IncidentState from, IncidentState to) {
    return switch (from) {
      case REPORTED ->
          to == IncidentState.UNDER_VERIFICATION
              || to == IncidentState.CONFIRMED
              || to == IncidentState.DISMISSED;
      case UNDER_VERIFICATION -> to == IncidentState.CONFIRMED || to == IncidentState.DISMISSED;
      case CONFIRMED, DISMISSED -> to == IncidentState.CLOSED;
      case CLOSED -> false;
    };
  }

  private static Step<Incident, IncidentAct> merge(
      Incident state, IncidentInput.AlertReceived input) {
    Alert alert = input.alert();
    MergeRule.Fix merged =
        MergeRule.merge(
            new MergeRule.Fix(state.position(), state.uncertaintyM()),
            new MergeRule.Fix(alert.position(), alert.uncertaintyM()));
    IncidentEvent.AlertMerged event =
        new IncidentEvent.AlertMerged(
            state.incidentId(),
            input.alertId(),
            alert.occurredAt(),
            centimetres(Geodesics.distanceM(state.position(), alert.position())),
            Duration.between(state.firstAt(), alert.occurredAt()).toMillis() / 1000.0,
            merged.position().latE7(),
            merged.position().lonE7(),
            centimetres(merged.uncertaintyM()));
    List<Event> events = List.of(received(alert, input.alertId()), event);
    return new Step<>(state.after(event), events, List.of());
  }

  private static IncidentEvent.AlertReceived received(Alert alert, String alertId) {
    return new IncidentEvent.AlertReceived(
        alertId,
        alert.source(),
        alert.sourceId(),
        alert.type(),
        alert.occurredAt(),
        alert.position().latE7(),
        alert.position().lonE7(),
        alert.uncertaintyM(),
        alert.confidence(),
        alert.evidence().stream().map(Alert.Evidence::kind).toList());
  }

  private static double centimetres(double metres) {
    return Math.round(metres * 100) / 100.0;
  }
}
