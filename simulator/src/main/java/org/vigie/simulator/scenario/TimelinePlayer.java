package org.vigie.simulator.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.fault.FaultBoard;
import org.vigie.simulator.fault.Injection;
import org.vigie.simulator.fault.Note;

/**
 * Plays the faults of a timeline: each begins when its trigger has come and ends when its end has.
 * Time, places and flight states come in; faults go to a board. Confined to the world's thread.
 */
public final class TimelinePlayer {
  private record Waiting(Trigger trigger, Injection injection, boolean begins) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<String, Double> statesAtS = new HashMap<>();
  private final Map<TimelineEntry.Near, Double> placesAtS = new HashMap<>();

  /** A player at the beginning of a scenario's timeline. */
  public TimelinePlayer(Scenario scenario) {
    for (TimelineEntry entry : scenario.timeline()) {
      entry
          .findFault()
          .ifPresent(
              injection -> {
                waiting.add(new Waiting(entry.trigger(), injection, true));
                if (entry.findUntil().isPresent()) {
                  waiting.add(new Waiting(entry.findUntil().get(), injection, false));
                }
              });
    }
  }

  /** A flight has reached a state; only the first time counts. */
  public void reached(String state, double nowS) {
    statesAtS.putIfAbsent(state, nowS);
  }

  /**
   * Begins and ends what is due.
   *
   * @param places where each vehicle truly is, by its identifier
   * @return what had no effect
   */
  public List<Note> turn(double nowS, Map<String, LatLon> places, FaultBoard board) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Note> notes = new ArrayList<>();
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Waiting next = each.next();
      OptionalDouble dueS = dueS(next.trigger(), nowS, places);
      if (dueS.isPresent() && nowS >= dueS.getAsDouble()) {
        each.remove();
        if (next.begins()) {
          notes.addAll(board.inject(next.injection()));
        } else {
          board.lift(next.injection());
        }
      }
    }
    return notes;
  }

  private OptionalDouble dueS(Trigger trigger, double nowS, Map<String, LatLon> places) {
    if (trigger instanceof Trigger.AtTime time) {
      return OptionalDouble.of(time.atS());
    }
    if (trigger instanceof Trigger.AtState state) {
      Double atS = statesAtS.get(state.state());
      return atS == null ? OptionalDouble.empty() : OptionalDouble.of(atS + state.afterS());
    }
    if (trigger instanceof Trigger.AtPlace place) {
      if (!placesAtS.containsKey(place.near()) && there(place.near(), places)) {
        placesAtS.put(place.near(), nowS);
      }
      Double atS = placesAtS.get(place.near());
      return atS == null ? OptionalDouble.empty() : OptionalDouble.of(atS + place.afterS());
    }
    throw new IllegalStateException("no such trigger: " + trigger);
  }

  private static boolean there(TimelineEntry.Near near, Map<String, LatLon> places) {
    return places.entrySet().stream()
        .filter(entry -> near.vehicle() == null || entry.getKey().equals(near.vehicle()))
        .anyMatch(entry -> Geodesics.distanceM(near.place(), entry.getValue()) <= near.radiusM());
  }

  /** Whether nothing is to come any more. */
  public boolean done() {
    return waiting.isEmpty();
  }
}
