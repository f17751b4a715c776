package org.vigie.groundstation.flightlog.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When what happened, by the station's clock. Absent: it did not happen, or the record does not
 * say.
 *
 * @param takenOff when the flight was ordered off the ground
 * @param landed when the aircraft was disarmed on the ground
 */
public record Milestones(
    @Nullable Instant alert,
    @Nullable Instant requested,
    @Nullable Instant decided,
    @Nullable Instant cleared,
    @Nullable Instant takenOff,
    @Nullable Instant onScene,
    @Nullable Instant landed,
    @Nullable Instant closed) {
  static Milestones of(List<LoggedLine> entries) {
    return new Milestones(
        first(entries, "alert.received"),
        first(entries, "flight.requested"),
        first(entries, "flight.decided"),
        first(entries, "flight.cleared"),
        entered(entries, "TAKING_OFF"),
        entered(entries, "ON_SCENE"),
        entered(entries, "LANDED"),
        first(entries, "flight.closed"));
  }

  private static @Nullable Instant first(List<LoggedLine> entries, String type) {
    return entries.stream().filter(e -> e.is(type)).map(LoggedLine::time).findFirst().orElse(null);
  }

  private static @Nullable Instant entered(List<LoggedLine> entries, String state) {
    return entries.stream()
        .filter(entry -> entry.is("flight.state-changed") && entry.text("to").equals(state))
        .map(LoggedLine::time)
        .findFirst()
        .orElse(null);
  }

  /**
   * From take-off to the ground; nothing for a flight that never left it, or whose end is unknown.
   */
  public Optional<Duration> findAirborne() {
    Instant from = takenOff;
    Instant to = landed;
    return from == null || to == null || to.isBefore(from)
        ? Optional.empty()
        : Optional.of(Duration.between(from, to));
  }

  /**
   * The moment that the flight is filed under: when it took off, or else was asked for, or closed.
   */
  public Optional<Instant> findDay() {
    Instant day = takenOff != null ? takenOff : requested != null ? requested : closed;
    return Optional.ofNullable(day);
  }
}
