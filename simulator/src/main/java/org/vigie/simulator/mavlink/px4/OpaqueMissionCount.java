package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageBuilder;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;

/**
 * MISSION_COUNT with the id of the plan, an extension that the library does not have.
 *
 * @source MAVLink common.xml #44 MISSION_COUNT
 */
@MavlinkMessageInfo(id = 44, crc = 221)
public final class OpaqueMissionCount {
  private final Builder from;

  private OpaqueMissionCount(Builder from) {
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

  @MavlinkFieldInfo(position = 3, unitSize = 2)
  public int count() {
    return from.count;
  }

  @MavlinkFieldInfo(position = 4, unitSize = 1, extension = true)
  public int missionType() {
    return from.missionType;
  }

  @MavlinkFieldInfo(position = 5, unitSize = 4, extension = true)
  public long opaqueId() {
    return from.opaqueId;
  }

  @MavlinkMessageBuilder
  public static Builder builder() {
    return new Builder();
  }

  /** What makes one, and what the library's reader fills; used once. */
  public static final class Builder {
    private int targetSystem;
    private int targetComponent;
    private int count;
    private int missionType;
    private long opaqueId;

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

    @MavlinkFieldInfo(position = 3, unitSize = 2)
    public Builder count(int value) {
      count = value;
      return this;
    }

    @MavlinkFieldInfo(position = 4, unitSize = 1, extension = true)
    public Builder missionType(int value) {
      missionType = value;
      return this;
    }

    @MavlinkFieldInfo(position = 5, unitSize = 4, extension = true)
    public Builder opaqueId(long value) {
      opaqueId = value;
      return this;
    }

    public OpaqueMissionCount build() {
      return new OpaqueMissionCount(this);
    }
  }
}
