package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageBuilder;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;

/**
 * Why a parameter could not be read or set.
 *
 * @source MAVLink development.xml #345 PARAM_ERROR, which the library does not have
 */
@MavlinkMessageInfo(id = 345, crc = 209)
public final class ParamError {
  private final Builder from;

  private ParamError(Builder from) {
    this.from = from;
  }

  @MavlinkFieldInfo(position = 1, unitSize = 1)
  public int targetSystem() {
    return from.targetSystem;
  }

  @MavlinkFieldInfo(position = 2, unitSize = 1)
  public int targetComponent() {
    return from.targetComponent;
  }

  @MavlinkFieldInfo(position = 3, unitSize = 1, arraySize = 16)
  public String paramId() {
    return from.paramId;
  }

  @MavlinkFieldInfo(position = 4, unitSize = 2, signed = true)
  public int paramIndex() {
    return from.paramIndex;
  }

  @MavlinkFieldInfo(position = 5, unitSize = 1)
  public int error() {
    return from.error;
  }

  @MavlinkMessageBuilder
  public static Builder builder() {
    return new Builder();
  }

  /** What makes one, and what the library's reader fills; used once. */
  public static final class Builder {
    private int targetSystem;
    private int targetComponent;
    private String paramId = "";
    private int paramIndex;
    private int error;

    @MavlinkFieldInfo(position = 1, unitSize = 1)
    public Builder targetSystem(int value) {
      targetSystem = value;
      return this;
    }

    @MavlinkFieldInfo(position = 2, unitSize = 1)
    public Builder targetComponent(int value) {
      targetComponent = value;
      return this;
    }

    @MavlinkFieldInfo(position = 3, unitSize = 1, arraySize = 16)
    public Builder paramId(String value) {
      paramId = value;
      return this;
    }

    @MavlinkFieldInfo(position = 4, unitSize = 2, signed = true)
    public Builder paramIndex(int value) {
      paramIndex = value;
      return this;
    }

    @MavlinkFieldInfo(position = 5, unitSize = 1)
    public Builder error(int value) {
      error = value;
      return this;
    }

    public ParamError build() {
      return new ParamError(this);
    }
  }
}
