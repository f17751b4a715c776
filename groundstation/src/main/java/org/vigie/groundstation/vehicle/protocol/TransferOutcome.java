package org.vigie.groundstation.vehicle.protocol;

import java.util.List;

/** How a transfer of a list ended. */
public sealed interface TransferOutcome {
  /** The vehicle says that it holds the whole list. Only a read-back proves it. */
  record Accepted() implements TransferOutcome {}

  /** The whole list that the vehicle holds. */
  record Received(List<StoredItem> items) implements TransferOutcome {
    public Received {
      items = List.copyOf(items);
    }
  }

  /**
   * The vehicle refused, or what it sent cannot be a list of ours. After a refused or broken upload
   * ArduPilot may hold a mix of the old mission and the new.
   *
   * @param detail what in the list, for people; may be empty
   */
  record Rejected(MissionResult result, String detail) implements TransferOutcome {}

  /** The vehicle stopped answering; what it holds is unknown. */
  record TimedOut(int attempts) implements TransferOutcome {}

  /** The station ended it; what the vehicle holds is unknown. */
  record Cancelled() implements TransferOutcome {}

  /** What became of it, in a word or two for the journal. */
  default String code() {
    return this instanceof Rejected rejected
        ? "Rejected " + rejected.result() + " " + rejected.detail()
        : getClass().getSimpleName();
  }
}
