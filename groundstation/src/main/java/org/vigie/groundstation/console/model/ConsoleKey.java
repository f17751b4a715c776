package org.vigie.groundstation.console.model;

import java.util.Optional;
import org.vigie.groundstation.client.FlightOrder;

/**
 * What the keys of the console do, wherever the cursor is. The three of safety stand together and
 * are never anything else.
 */
public enum ConsoleKey {
  /** Lifts the guard; held for two seconds under the lifted guard, stops the motors in the air. */
  TERMINATE("F1"),
  /** Extends or moves the scene, after Enter. */
  SCENE("F2"),
  /** Out of another aircraft's way. */
  AVOID("F3"),
  ACKNOWLEDGE("F4"),
  HOLD("F5"),
  RETURN("F6"),
  LAND("F7"),
  /** At once; held for a second against what supervision asks for. */
  RESUME("F8"),
  /** Held for a second: clears take-off, or confirms the set-up. */
  CLEAR("F9"),
  REFUSE("F10"),
  ABORT("F11"),
  /** The whole flight on the map. */
  FIT("F12");

  private final String key;

  ConsoleKey(String key) {
    this.key = key;
  }

  /** Name of the key as keyboards have it. */
  public String key() {
    return key;
  }

  /** The order that it gives, nothing for keys that give none. */
  public Optional<FlightOrder> order() {
    return switch (this) {
      case HOLD -> Optional.of(FlightOrder.HOLD);
      case RETURN -> Optional.of(FlightOrder.RETURN);
      case LAND -> Optional.of(FlightOrder.LAND);
      case RESUME -> Optional.of(FlightOrder.RESUME);
      case ABORT -> Optional.of(FlightOrder.ABORT);
      case AVOID -> Optional.of(FlightOrder.AVOID);
      case TERMINATE, SCENE, ACKNOWLEDGE, CLEAR, REFUSE, FIT -> Optional.empty();
    };
  }
}
