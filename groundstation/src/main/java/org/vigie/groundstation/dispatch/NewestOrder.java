package org.vigie.groundstation.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.journal.Event;

/**
 * How the newest order of a flight is going, folded from its journal stream. A refusal carries what
 * the autopilot said around it: ArduPilot gives its reason in a STATUSTEXT just before or after the
 * COMMAND_ACK.
 *
 * @threading confined to the Desk's loop
 * @source ArduPilot ArduCopter/mode.cpp, Copter::set_mode and mode_change_failed
 */
final class NewestOrder {
  /** Both travel by the same link, and one is repeated no more than a second later. */
  private static final Duration AROUND = Duration.ofSeconds(2);

  private FlightView.@Nullable OrderView order;
  private @Nullable Instant endedAt;
  private String text = "";
  private @Nullable Instant textAt;

  FlightView.@Nullable OrderView newest() {
    return order;
  }

  /** Takes an event in; whether the newest order shows something else now. */
  boolean apply(Event event, Instant at) {
    FlightView.OrderView before = order;
    if (event instanceof FlightEvent.Commanded given) {
      order =
          new FlightView.OrderView(
              given.commandId(), given.command(), given.by(), "", false, "", List.of());
      endedAt = null;
    } else if (event instanceof FlightEvent.CommandFinished ended) {
      ended(ended.commandId(), ended.outcome(), refuses(ended.outcome()), List.of(), at);
    } else if (event instanceof FlightEvent.OrderRefused refused) {
      ended(refused.commandId(), refused.outcome(), true, refused.remaining(), at);
    } else if (event instanceof FlightEvent.AutopilotText said) {
      text = said.text();
      textAt = at;
      if (before != null && before.refused() && around(endedAt, at)) {
        order = saying(before, text);
      }
    }
    return !Objects.equals(order, before);
  }

  /** By the aircraft, or before it was sent. */
  private static boolean refuses(String outcome) {
    return outcome.startsWith("rejected") || outcome.startsWith("refused");
  }

  private void ended(
      String commandId, String outcome, boolean refused, List<String> remaining, Instant at) {
    FlightView.OrderView known = order;
    if (known == null || !known.commandId().equals(commandId)) {
      return;
    }
    String said = refused && around(textAt, at) ? text : known.said();
    endedAt = at;
    order =
        new FlightView.OrderView(
            commandId, known.command(), known.by(), outcome, refused, said, remaining);
  }

  private static FlightView.OrderView saying(FlightView.OrderView known, String text) {
    String said = known.said().isEmpty() || known.said().equals(text) ? text : known.said();
    return new FlightView.OrderView(
        known.commandId(),
        known.command(),
        known.by(),
        known.outcome(),
        true,
        said,
        known.remaining());
  }

  private static boolean around(@Nullable Instant one, Instant other) {
    return one != null && Duration.between(one, other).abs().compareTo(AROUND) <= 0;
  }
}
