package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageBuilder;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;

/**
 * PARAM_VALUE whose value is carried bit by bit: an integer in a float's field may look like any
 * NaN, which the library would not keep.
 *
 * @source MAVLink common.xml #22 PARAM_VALUE, MAV_PROTOCOL_CAPABILITY_PARAM_ENCODE_BYTEWISE
 */
@MavlinkMessageInfo(id = 22, crc = 220)
public final class BytewiseParamValue {
  private final Builder from;

  private BytewiseParamValue(Builder from) {
    this.from = from;
  }

  @MavlinkFieldInfo(position = 1, unitSize = 1, arraySize = 16)
  public String paramId() {
    return from.paramId;
  }

  @MavlinkFieldInfo(position = 2, unitSize = 4)
  public long bits() {
    return from.bits;
  }

  @MavlinkFieldInfo(position = 3, unitSize = 1)
  public int paramType() {
    return from.paramType;
  }

  @MavlinkFieldInfo(position = 4, unitSize = 2)
  public int paramCount() {
    return from.paramCount;
  }

  @MavlinkFieldInfo(position = 5, unitSize = 2)
  public int paramIndex() {
    return from.paramIndex;
  }

  @MavlinkMessageBuilder
  public static Builder builder() {
    return new Builder();
  }

  /** What makes one, and what the library's reader fills; used once. */
  public static final class Builder {
    private String paramId = "";
    private long bits;
    private int paramType;
    private int paramCount;
    private int paramIndex;

    @MavlinkFieldInfo(position = 1, unitSize = 1, arraySize = 16)
    public Builder paramId(String value) {
      paramId = value;
      return this;
    }

    @MavlinkFieldInfo(position = 2, unitSize = 4)
    public Builder bits(long value) {
      bits = value;
      return this;
    }

    @MavlinkFieldInfo(position = 3, unitSize = 1)
    public Builder paramType(int value) {
      paramType = value;
      return this;
    }

    @MavlinkFieldInfo(position = 4, unitSize = 2)
    public Builder paramCount(int value) {
      paramCount = value;
      return this;
    }

    @MavlinkFieldInfo(position = 5, unitSize = 2)
    public Builder paramIndex(int value) {
      paramIndex = value;
      return this;
    }

    public BytewiseParamValue build() {
      return new BytewiseParamValue(this);
    }
  }
}
