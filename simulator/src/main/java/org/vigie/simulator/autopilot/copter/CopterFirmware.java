package org.vigie.simulator.autopilot.copter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.simulator.autopilot.param.Parameter;
import org.vigie.simulator.autopilot.param.ParameterTable;
import org.vigie.simulator.autopilot.param.Parameters;

/**
 * The versions of ArduCopter that can be flown: they differ in their parameters' names and units.
 */
public enum CopterFirmware {
  V4_6("4.6", 0x040600FFL),
  V4_7("4.7", 0x040700FFL);

  /**
   * Streams of a vehicle as a pilot set it up, Hz; a factory-new one is silent until a station
   * asks.
   */
  private static final Map<String, Integer> STREAMS =
      Map.of(
          "RAW_SENS",
          1,
          "EXT_STAT",
          2,
          "RC_CHAN",
          1,
          "POSITION",
          4,
          "EXTRA1",
          4,
          "EXTRA2",
          2,
          "EXTRA3",
          1);

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

  /**
   * The parameters of a vehicle that was never set up.
   *
   * @param airframe what its airframe needs, by the names of any version
   */
  public Parameters fresh(Map<String, Double> airframe, int systemId) {
    Parameters fresh = new Parameters(parameters());
    airframe.forEach((name, value) -> set(fresh, name, value));
    fresh.set(fresh.meant("own-system"), systemId);
    STREAMS.forEach((group, rate) -> fresh.set(firstLink() + group, rate));
    return fresh;
  }

  /** What an airframe's file calls by another version's name is found by what it means. */
  private static void set(Parameters parameters, String name, double value) {
    if (parameters.find(name).isPresent()) {
      parameters.set(name, (float) value);
      return;
    }
    Parameter other =
        Arrays.stream(values())
            .flatMap(version -> version.parameters().stream())
            .filter(parameter -> parameter.name().equals(name) && !parameter.meaning().isEmpty())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no parameter " + name));
    Parameter meant = parameters.meant(other.meaning());
    parameters.set(meant, meant.stored(other.si((float) value)));
  }

  /** How the stream rates of the first link begin. */
  public String firstLink() {
    return switch (this) {
      case V4_6 -> "SR0_";
      case V4_7 -> "MAV1_";
    };
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
