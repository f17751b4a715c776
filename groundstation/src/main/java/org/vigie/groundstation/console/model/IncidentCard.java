package org.vigie.groundstation.console.model;

import java.util.List;

/**
 * The selected incident.
 *
 * @param place coordinates to copy, empty when unknown
 */
public record IncidentCard(String title, List<Line> lines, String place) {
  public IncidentCard {
    lines = List.copyOf(lines);
  }

  /** A label and what is known. */
  public record Line(String label, String value) {}
}
