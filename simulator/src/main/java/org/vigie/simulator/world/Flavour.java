package org.vigie.simulator.world;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Make and version of a vehicle's autopilot. */
public enum Flavour {
  ARDUCOPTER_4_6("ardupilot", "4.6"),
  ARDUCOPTER_4_7("ardupilot", "4.7"),
  PX4_1_17("px4", "1.17");

  private final String autopilot;
  private final String firmware;

  Flavour(String autopilot, String firmware) {
    this.autopilot = autopilot;
    this.firmware = firmware;
  }

  /**
   * The flavour of a name.
   *
   * @param autopilot {@code ardupilot} or {@code px4}
   * @param firmware its version, null for the first that there is
   * @throws IllegalArgumentException if there is none such, with those there are
   */
  public static Flavour of(String autopilot, @Nullable String firmware) {
    return Arrays.stream(values())
        .filter(one -> one.autopilot.equals(autopilot))
        .filter(one -> firmware == null || one.firmware.equals(firmware))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no autopilot "
                        + autopilot
                        + (firmware == null ? "" : " " + firmware)
                        + "; known: "
                        + known()));
  }

  private static String known() {
    return Arrays.stream(values())
        .map(one -> one.autopilot + " " + one.firmware)
        .collect(Collectors.joining(", "));
  }

  /** How files and command lines name its make. */
  public String autopilot() {
    return autopilot;
  }
}
