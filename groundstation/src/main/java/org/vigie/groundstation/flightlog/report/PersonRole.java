package org.vigie.groundstation.flightlog.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a person had to do with a flight. */
public enum PersonRole {
  /** Named as remote pilot when the flight was asked for, or in command later. */
  REMOTE_PILOT,
  /** Cleared take-off. */
  CLEARED,
  /** Refused take-off. */
  REFUSED,
  /** Gave orders to the aircraft. */
  ORDERED,
  /** Confirmed how the aircraft was set up. */
  SET_UP,
  /** Looked whether the alert is real. */
  VERIFIED,
  /** Said that the incident is real. */
  CONFIRMED,
  /** Said that there is nothing. */
  DISMISSED,
  /** Saw pictures. */
  WATCHED,
  /** Wanted to see pictures and was not let. */
  TURNED_AWAY;

  /** Who gives an order when nobody does. */
  private static final String STATION = "station";

  /** Everybody whom the entries name, with what they did. */
  static Map<String, Set<PersonRole>> of(List<LoggedLine> entries) {
    Map<String, Set<PersonRole>> people = new TreeMap<>();
    for (LoggedLine entry : entries) {
      String by = entry.text("by");
      switch (entry.type()) {
        case "flight.requested" -> add(people, entry.text("pilotId"), REMOTE_PILOT);
        case "flight.authority-taken" -> add(people, by, REMOTE_PILOT);
        case "flight.cleared" -> add(people, by, CLEARED);
        case "flight.refused" -> add(people, by, REFUSED);
        case "flight.commanded", "flight.scene-extended", "flight.scene-moved" ->
            add(people, by, ORDERED);
        case "flight.set-up-confirmed" -> add(people, by, SET_UP);
        case "incident.verification-started" -> add(people, by, VERIFIED);
        case "incident.confirmed" -> add(people, by, CONFIRMED);
        case "incident.dismissed" -> add(people, by, DISMISSED);
        case "view.opened" -> add(people, entry.text("person"), WATCHED);
        case "view.refused" -> add(people, entry.text("person"), TURNED_AWAY);
        default -> {
          // names nobody
        }
      }
    }
    return people;
  }

  private static void add(Map<String, Set<PersonRole>> people, String who, PersonRole role) {
    if (!who.isEmpty() && !who.equals(STATION)) {
      people.computeIfAbsent(who, any -> EnumSet.noneOf(PersonRole.class)).add(role);
    }
  }
}
