package org.vigie.groundstation.flight;

import org.vigie.groundstation.journal.AppendOutcome;
import org.vigie.groundstation.vehicle.VehicleReport;

/** What a flight reacts to. */
public sealed interface FlightInput {
  /** A new flight: upload it. */
  record Begin(FlightOrder order) implements FlightInput {}

  /** A flight that an earlier life of the station had begun: find out where it stands. */
  record Resume(FlightOrder order, FlightState journalled) implements FlightInput {}

  /** The pilot cleared take-off, durably. */
  record Clear(Clearance clearance) implements FlightInput {}

  /** The pilot refused take-off. */
  record Refuse(String by, String reason) implements FlightInput {}

  /** The pilot orders the aircraft. */
  record Order(String commandId, PilotCommand command, String by) implements FlightInput {}

  /** The pilot's console is there. */
  record PilotSeen() implements FlightInput {}

  /** The vehicle has news. */
  record News(VehicleReport report) implements FlightInput {}

  /** The journal answered; for the shell, not for the machine. */
  record Journalled(long ticket, AppendOutcome outcome) implements FlightInput {}

  /** The journal could not take what had to be durable first; the risk was not taken. */
  record JournalFailed(String reason) implements FlightInput {}
}
