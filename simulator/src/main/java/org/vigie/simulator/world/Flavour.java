package org.vigie.simulator.world;

import java.util.Locale;

/** The make of a vehicle's autopilot. */
public enum Flavour {
  ARDUPILOT,
  PX4;

  /**
   * The make of a name.
   *
   * @param name {@code ardupilot} or {@code px4}
   * @throws IllegalArgumentException if it is neither
   */
  public static Flavour of(String name) {
    return switch (name) {
      case "ardupilot" -> ARDUPILOT;
      case "px4" -> PX4;
      default -> throw new IllegalArgumentException("autopilot: ardupilot or px4, not " + name);
    };
  }

  /** How files and command lines name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
