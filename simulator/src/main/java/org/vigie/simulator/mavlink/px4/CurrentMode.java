package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageBuilder;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;

/**
 * The mode that flies and the one that was asked for.
 *
 * @source MAVLink common.xml #436 CURRENT_MODE, which the library does not have
 */
@MavlinkMessageInfo(id = 436, crc = 193)
public final class CurrentMode {
  private final Builder from;

  private CurrentMode(Builder from) {
    this.from = from;
  }

  @MavlinkFieldInfo(position = 1, unitSize = 1)
  public int standardMode() {
    return from.standardMode;
  }

  @MavlinkFieldInfo(position = 2, unitSize = 4)
  public long customMode() {
    return from.customMode;
  }

  @MavlinkFieldInfo(position = 3, unitSize = 4)
  public long intendedCustomMode() {
    return from.intendedCustomMode;
  }

  @MavlinkMessageBuilder
  public static Builder builder() {
    return new Builder();
  }

  /** What makes one, and what the library's reader fills; used once. */
  public static final class Builder {
    private int standardMode;
    private long customMode;
    private long intendedCustomMode;

    @MavlinkFieldInfo(position = 1, unitSize = 1)
    public Builder standardMode(int value) {
      standardMode = value;
      return this;
    }

    @MavlinkFieldInfo(position = 2, unitSize = 4)
    public Builder customMode(long value) {
      customMode = value;
      return this;
    }

    @MavlinkFieldInfo(position = 3, unitSize = 4)
    public Builder intendedCustomMode(long value) {
      intendedCustomMode = value;
      return this;
    }

    public CurrentMode build() {
      return new CurrentMode(this);
    }
  }
}
