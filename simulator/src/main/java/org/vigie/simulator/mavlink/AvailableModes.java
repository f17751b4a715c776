package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageBuilder;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;

/**
 * One mode of the list of modes.
 *
 * @source MAVLink common.xml #435 AVAILABLE_MODES, which the library does not have
 */
@MavlinkMessageInfo(id = 435, crc = 134, description = "Information about a flight mode")
public final class AvailableModes {
  private final int numberModes;
  private final int modeIndex;
  private final long customMode;
  private final String modeName;
  private final int standardMode;
  private final long properties;

  private AvailableModes(
      int numberModes,
      int modeIndex,
      long customMode,
      String modeName,
      int standardMode,
      long properties) {
    this.numberModes = numberModes;
    this.modeIndex = modeIndex;
    this.customMode = customMode;
    this.modeName = modeName;
    this.standardMode = standardMode;
    this.properties = properties;
  }

  /** A mode without a standard meaning, without properties. */
  public static AvailableModes of(
      int numberModes, int modeIndex, long customMode, String modeName) {
    return new AvailableModes(numberModes, modeIndex, customMode, modeName, 0, 0);
  }

  /**
   * A mode with a standard meaning or properties.
   *
   * @param standardMode MAV_STANDARD_MODE; such a mode needs no name
   * @param properties MAV_MODE_PROPERTY
   */
  public static AvailableModes of(
      int numberModes,
      int modeIndex,
      long customMode,
      String modeName,
      int standardMode,
      long properties) {
    return new AvailableModes(
        numberModes, modeIndex, customMode, modeName, standardMode, properties);
  }

  @MavlinkFieldInfo(position = 1, unitSize = 1, description = "Total number of modes")
  public int numberModes() {
    return numberModes;
  }

  @MavlinkFieldInfo(position = 2, unitSize = 1, description = "Index of this mode, from 1")
  public int modeIndex() {
    return modeIndex;
  }

  @MavlinkFieldInfo(position = 3, unitSize = 1, description = "Standard mode, 0 for none")
  public int standardMode() {
    return standardMode;
  }

  @MavlinkFieldInfo(position = 4, unitSize = 4, description = "As in HEARTBEAT")
  public long customMode() {
    return customMode;
  }

  @MavlinkFieldInfo(position = 5, unitSize = 4, description = "MAV_MODE_PROPERTY")
  public long properties() {
    return properties;
  }

  @MavlinkFieldInfo(position = 6, unitSize = 1, arraySize = 35, description = "Name")
  public String modeName() {
    return modeName;
  }

  @MavlinkMessageBuilder
  public static Builder builder() {
    return new Builder();
  }

  /** What the library's reader fills. */
  public static final class Builder {
    private int numberModes;
    private int modeIndex;
    private long customMode;
    private String modeName = "";
    private int standardMode;
    private long properties;

    @MavlinkFieldInfo(position = 1, unitSize = 1)
    public Builder numberModes(int value) {
      numberModes = value;
      return this;
    }

    @MavlinkFieldInfo(position = 2, unitSize = 1)
    public Builder modeIndex(int value) {
      modeIndex = value;
      return this;
    }

    @MavlinkFieldInfo(position = 3, unitSize = 1)
    public Builder standardMode(int value) {
      standardMode = value;
      return this;
    }

    @MavlinkFieldInfo(position = 5, unitSize = 4)
    public Builder properties(long value) {
      properties = value;
      return this;
    }

    @MavlinkFieldInfo(position = 4, unitSize = 4)
    public Builder customMode(long value) {
      customMode = value;
      return this;
    }

    @MavlinkFieldInfo(position = 6, unitSize = 1, arraySize = 35)
    public Builder modeName(String value) {
      modeName = value;
      return this;
    }

    public AvailableModes build() {
      return new AvailableModes(
          numberModes, modeIndex, customMode, modeName, standardMode, properties);
    }
  }
}
