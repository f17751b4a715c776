package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavResult;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavModeFlag;
import io.dronefleet.mavlink.minimal.MavState;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;

/**
 * A device on board that speaks for itself: its heartbeat, its answers. Confined to the world's
 * thread.
 *
 * @source MAVLink services/heartbeat; minimal.xml MAV_COMPONENT, MAV_TYPE
 */
final class Device {
  static final int CAMERA = 100;
  static final int GIMBAL = 154;
  static final int REMOTE_ID = 236;

  private static final double HEARTBEAT_S = 1;

  private final MavType type;
  private final DoubleSupplier timeS;
  private final BiConsumer<Integer, Object> send;
  private double nextS;

  /**
   * A device.
   *
   * @param send says something as its component
   */
  Device(MavType type, DoubleSupplier timeS, BiConsumer<Integer, Object> send) {
    this.type = type;
    this.timeS = timeS;
    this.send = send;
  }

  BiConsumer<Integer, Object> send() {
    return send;
  }

  /** Answers a command. */
  void answer(Station station, int command, MavResult result) {
    send.accept(
        station.link(),
        CommandAck.builder()
            .command(EnumValue.create(MavCmd.class, command))
            .result(result)
            .targetSystem(station.systemId())
            .targetComponent(station.componentId())
            .build());
  }

  /** Its heartbeat each second. */
  void tick() {
    double nowS = timeS.getAsDouble();
    if (nowS >= nextS) {
      nextS = Math.max(nextS + HEARTBEAT_S, nowS);
      send.accept(
          Autopilot.ALL_LINKS,
          Heartbeat.builder()
              .type(type)
              .autopilot(MavAutopilot.MAV_AUTOPILOT_INVALID)
              .baseMode(EnumValue.create(MavModeFlag.class, 0))
              .systemStatus(MavState.MAV_STATE_ACTIVE)
              .mavlinkVersion(3)
              .build());
    }
  }
}
