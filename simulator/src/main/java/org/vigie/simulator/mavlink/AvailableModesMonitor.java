package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.annotations.MavlinkFieldInfo;
import io.dronefleet.mavlink.annotations.MavlinkMessageBuilder;
import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;

/**
 * Tells stations when the list of modes is another one.
 *
 * @param seq counts the lists
 * @source MAVLink common.xml #437 AVAILABLE_MODES_MONITOR, which the library does not have
 */
@MavlinkMessageInfo(id = 437, crc = 30, description = "A change of the list of modes")
public record AvailableModesMonitor(
    @MavlinkFieldInfo(position = 1, unitSize = 1, description = "Counter of lists") int seq) {
  @MavlinkMessageBuilder
  public static Builder builder() {
    return new Builder();
  }

  /** What the library's reader fills. */
  public static final class Builder {
    private int seq;

    @MavlinkFieldInfo(position = 1, unitSize = 1)
    public Builder seq(int value) {
      seq = value;
      return this;
    }

    public AvailableModesMonitor build() {
      return new AvailableModesMonitor(seq);
    }
  }
}
