package org.vigie.simulator.autopilot.copter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.simulator.autopilot.param.Parameter;
import org.vigie.simulator.autopilot.param.ParameterTable;

/** The versions of ArduCopter that can be flown: they differ in their parameters' names and units. */
public enum CopterFirmware {
  V4_6("4.6", 0x040600FFL),
  V4_7("4.7", 0x040700FFL);

  private final String id;
  private final long version;

  CopterFirmware(String id, long version) {
    this.id = id;
    this.version = version;
  }

  /** The version that a person names, such as {@code 4.6}; empty when there is none here. */
  public static Optional<CopterFirmware> find(String id) {
    return Arrays.stream(values()).filter(firmware -> firmware.id.equals(id)).findFirst();
  }

  /** What can be named, for messages. */
  public static String known() {
    return Arrays.stream(values()).map(CopterFirmware::id).collect(Collectors.joining(", "));
  }

  public String id() {
    return id;
  }

  /** Its parameters. */
  public List<Parameter> parameters() {
    return switch (this) {
      case V4_6 -> ParameterTable.arduCopter46();
      case V4_7 -> ParameterTable.arduCopter47();
    };
  }

  /**
   * AUTOPILOT_VERSION.flight_sw_version: major, minor, patch, 255 for an official release.
   *
   * @source AP_FWVersion
   */
  public long version() {
    return version;
  }

  /** As it is printed after the boot. */
  public String banner() {
    return "ArduCopter V" + id + ".0 (vigiesim)";
  }
}
