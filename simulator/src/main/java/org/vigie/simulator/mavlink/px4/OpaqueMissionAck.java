package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageBuilder;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;

/**
 * MISSION_ACK with the id of the plan that was stored, an extension that the library does not have.
 *
 * @source MAVLink common.xml #47 MISSION_ACK
 */
@MavlinkMessageInfo(id = 47, crc = 153)
public final class OpaqueMissionAck {
  private final Builder from;

  private OpaqueMissionAck(Builder from) {
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

  @MavlinkFieldInfo(position = 3, unitSize = 1)
  public int type() {
    return from.type;
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
    private int type;
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

    @MavlinkFieldInfo(position = 3, unitSize = 1)
    public Builder type(int value) {
      type = value;
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

    public OpaqueMissionAck build() {
      return new OpaqueMissionAck(this);
    }
  }
}
