package org.vigie.groundstation.console.model;

import java.util.List;

/**
 * The upper edge.
 *
 * @param local time of the station's clock, or the machine's when the station is away
 * @param who at the console
 * @param lost since when there is no connection, empty while there is
 */
public record TopBar(
    List<FlightChip> chips,
    List<Alarm> alarms,
    String local,
    String utc,
    String who,
    String service,
    String lost) {
  public TopBar {
    chips = List.copyOf(chips);
    alarms = List.copyOf(alarms);
  }
}
