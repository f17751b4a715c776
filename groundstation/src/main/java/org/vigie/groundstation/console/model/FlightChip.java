package org.vigie.groundstation.console.model;

/**
 * One flight, or one vehicle that has none, in the strip on top.
 *
 * @param id flight's id, or the vehicle's behind a {@code vehicle:}
 * @param flightId empty for a vehicle without a flight
 * @param key with which it is selected, empty when it has none
 */
public record FlightChip(
    String id,
    String flightId,
    String vehicleId,
    String state,
    String numbers,
    Level level,
    boolean active,
    boolean selected,
    String key) {
  FlightChip at(int place, boolean isSelected) {
    String shortcut = flightId.isEmpty() || place > 9 ? "" : "Alt+" + place;
    return new FlightChip(
        id, flightId, vehicleId, state, numbers, level, active, isSelected, shortcut);
  }
}
