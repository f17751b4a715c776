package org.vigie.simulator.mavlink.px4;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageBuilder;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;

/**
 * MISSION_CURRENT with the ids of the stored plans, extensions that the library does not have.
 *
 * @source MAVLink common.xml #42 MISSION_CURRENT
 */
@MavlinkMessageInfo(id = 42, crc = 28)
public final class MissionProgress {
  private final Builder from;

  private MissionProgress(Builder from) {
    this.from = from;
  }

  @MavlinkFieldInfo(position = 1, unitSize = 2)
  public int seq() {
    return from.seq;
  }

  @MavlinkFieldInfo(position = 2, unitSize = 2, extension = true)
  public int total() {
    return from.total;
  }

  @MavlinkFieldInfo(position = 3, unitSize = 1, extension = true)
  public int missionState() {
    return from.missionState;
  }

  @MavlinkFieldInfo(position = 4, unitSize = 1, extension = true)
  public int missionMode() {
    return from.missionMode;
  }

  @MavlinkFieldInfo(position = 5, unitSize = 4, extension = true)
  public long missionId() {
    return from.missionId;
  }

  @MavlinkFieldInfo(position = 6, unitSize = 4, extension = true)
  public long fenceId() {
    return from.fenceId;
  }

  @MavlinkFieldInfo(position = 7, unitSize = 4, extension = true)
  public long rallyPointsId() {
    return from.rallyPointsId;
  }

  @MavlinkMessageBuilder
  public static Builder builder() {
    return new Builder();
  }

  /** What makes one, and what the library's reader fills; used once. */
  public static final class Builder {
    private int seq;
    private int total;
    private int missionState;
    private int missionMode;
    private long missionId;
    private long fenceId;
    private long rallyPointsId;

    @MavlinkFieldInfo(position = 1, unitSize = 2)
    public Builder seq(int value) {
      seq = value;
      return this;
    }

    @MavlinkFieldInfo(position = 2, unitSize = 2, extension = true)
    public Builder total(int value) {
      total = value;
      return this;
    }

    @MavlinkFieldInfo(position = 3, unitSize = 1, extension = true)
    public Builder missionState(int value) {
      missionState = value;
      return this;
    }

    @MavlinkFieldInfo(position = 4, unitSize = 1, extension = true)
    public Builder missionMode(int value) {
      missionMode = value;
      return this;
    }

    @MavlinkFieldInfo(position = 5, unitSize = 4, extension = true)
    public Builder missionId(long value) {
      missionId = value;
      return this;
    }

    @MavlinkFieldInfo(position = 6, unitSize = 4, extension = true)
    public Builder fenceId(long value) {
      fenceId = value;
      return this;
    }

    @MavlinkFieldInfo(position = 7, unitSize = 4, extension = true)
    public Builder rallyPointsId(long value) {
      rallyPointsId = value;
      return this;
    }

    public MissionProgress build() {
      return new MissionProgress(this);
    }
  }
}
