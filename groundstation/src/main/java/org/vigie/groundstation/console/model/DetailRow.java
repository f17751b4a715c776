package org.vigie.groundstation.console.model;

import java.util.List;

/**
 * A line of a list that can be opened.
 *
 * @param id by which it stays open from one second to the next
 * @param mark a sign that says the level without colour
 * @param title what it is about
 * @param value at the right, empty when there is none
 * @param more lines under it when it is open
 */
public record DetailRow(
    String id, String mark, String title, String value, Level level, List<String> more) {
  public DetailRow {
    more = List.copyOf(more);
  }
}
