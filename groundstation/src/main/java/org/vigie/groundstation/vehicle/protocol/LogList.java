package org.vigie.groundstation.vehicle.protocol;

import java.util.List;
import org.vigie.groundstation.mavlink.LogMessage.LogEntry;

/**
 * The logs on a vehicle's card. Immutable.
 *
 * @param whole whether these are all; false when the vehicle fell silent before
 * @param logs by id
 */
public record LogList(boolean whole, List<LogEntry> logs) {
  public LogList {
    logs = List.copyOf(logs);
  }
}
