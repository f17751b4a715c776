package org.vigie.groundstation.dispatch;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.groundstation.flight.FlightEvent;
import org.vigie.groundstation.flight.FlightState;
import org.vigie.groundstation.journal.Event;

/**
 * What pilots made of a flight's scene, and whether it is flown by places for that, folded from its
 * journal stream.
 *
 * @threading confined to the Desk's loop
 */
final class SceneProgress {
  /** Orders that fly the aircraft to a place. */
  private static final Set<String> PLACES = Set.of("scene", "sink");

  /** Orders that leave the mode as it is. */
  private static final Set<String> IN_ANY_MODE = Set.of("extend", "next-lap", "aim", "scene-speed");

  private double extendedS;
  private FlightEvent.@Nullable SceneMoved moved;
  private FlightEvent.@Nullable SceneMoved movedBefore;
  private String commandId = "";
  private String guidedFor = "";
  private String guidedBefore = "";

  /** Takes an event in; whether the scene shows something else now. */
  boolean apply(Event event) {
    if (event instanceof FlightEvent.SceneExtended extended) {
      extendedS += extended.byS();
      return true;
    } else if (event instanceof FlightEvent.SceneMoved order) {
      movedBefore = moved;
      moved = order;
      return true;
    } else if (event instanceof FlightEvent.Commanded given) {
      if (!IN_ANY_MODE.contains(given.command())) {
        commandId = given.commandId();
        guidedBefore = guidedFor;
        guidedFor = PLACES.contains(given.command()) ? given.command() : "";
      }
    } else if (event instanceof FlightEvent.CommandFinished ended
        && ended.commandId().equals(commandId)
        && hadNoEffect(ended.outcome())) {
      guidedFor = guidedBefore;
      FlightEvent.SceneMoved last = moved;
      if (last != null && last.commandId().equals(ended.commandId())) {
        moved = movedBefore;
        return true;
      }
    }
    return false;
  }

  /** Refused by the aircraft or by the station, or never sent. */
  private static boolean hadNoEffect(String outcome) {
    return outcome.startsWith("rejected")
        || outcome.startsWith("refused")
        || outcome.equals("notsent");
  }

  /** The order for which the aircraft is flown by places; empty when it is not. */
  String guidedFor() {
    return guidedFor;
  }

  /** Absent on the ground: there is no scene to be changed. */
  FlightView.@Nullable SceneView view(FlightState state) {
    if (!state.airborne()) {
      return null;
    }
    boolean there = state == FlightState.ON_SCENE;
    FlightEvent.SceneMoved last = moved;
    return new FlightView.SceneView(
        last == null ? null : last.latDeg(),
        last == null ? null : last.lonDeg(),
        extendedS,
        last != null,
        there && last == null,
        there || state == FlightState.HOLDING,
        there || state == FlightState.HOLDING ? "" : "not-on-scene");
  }
}
