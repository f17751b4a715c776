package org.vigie.groundstation.console.screen;

import java.time.Instant;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.console.model.ConsoleKey;

/** What a person does at the console; called on the event thread, returns at once. */
public interface Actions {
  /**
   * A key went down, or its button was pressed.
   *
   * @param when by the event itself, not when it was handled
   */
  void press(ConsoleKey key, Instant when);

  /**
   * A key that is held went up.
   *
   * @param when by the event itself, not when it was handled
   */
  void release(ConsoleKey key, Instant when);

  /** The window lost the keys. */
  void letGo();

  /** Takes back what is asked; false when nothing was. */
  boolean escape();

  /** Confirms what waits for Enter; false when nothing did. */
  boolean enter();

  /** A place on the map was clicked; false when nobody asked for one. */
  boolean place(LatLon place);

  /** A reason was chosen from those of the question. */
  void choose(String code);

  /** Offers the selected aircraft to another pilot. */
  void offer(String to);

  /** Takes command of the selected aircraft. */
  void accept();

  /** The window became an icon, or is a window again. */
  void iconified(boolean icon);

  void refuse(String reason);

  void selectFlight(String flightId);

  /** The flight with this number in the strip, from 1. */
  void selectFlightAt(int place);

  void selectIncident(String incidentId);

  void holdFlights(boolean held);

  void holdIncidents(boolean held);

  /** Brings text to the clipboard. */
  void copy(String text);
}
