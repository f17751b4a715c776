package org.vigie.simulator.mavlink;

import io.dronefleet.mavlink.common.Ping;
import io.dronefleet.mavlink.common.Timesync;
import java.math.BigInteger;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;

/**
 * TIMESYNC both ways, and PING for those makes that answer it.
 *
 * @source MAVLink services/timesync; ArduPilot asks each 10 s (recording a21), PX4 more often
 */
// the library marks work in progress of MAVLink as deprecated; stations use it all the same
@SuppressWarnings("deprecation")
public final class TimeSync {
  private final DoubleSupplier timeS;
  private final double periodS;
  private final BiConsumer<Integer, Object> send;
  private double nextS;

  /**
   * The time of one vehicle.
   *
   * @param timeS time since boot
   * @param periodS between two questions of the vehicle's own, 0 to ask nothing
   */
  public TimeSync(DoubleSupplier timeS, double periodS, BiConsumer<Integer, Object> send) {
    this.timeS = timeS;
    this.periodS = periodS;
    this.send = send;
    this.nextS = periodS;
  }

  private long nowNs() {
    return (long) (timeS.getAsDouble() * 1e9);
  }

  /** Answers a question; an answer to one of its own changes nothing here. */
  public void receive(Station station, Timesync m) {
    if (m.tc1() == 0) {
      send.accept(station.link(), Timesync.builder().tc1(nowNs()).ts1(m.ts1()).build());
    }
  }

  /** Echoes a PING that was sent to everybody. */
  public void receive(Station station, Ping m) {
    if (m.targetSystem() == 0 && m.targetComponent() == 0) {
      send.accept(
          station.link(),
          Ping.builder()
              .timeUsec(m.timeUsec() == null ? BigInteger.ZERO : m.timeUsec())
              .seq(m.seq())
              .targetSystem(station.systemId())
              .targetComponent(station.componentId())
              .build());
    }
  }

  /** Asks when it is time to. */
  public void tick() {
    if (periodS > 0 && timeS.getAsDouble() >= nextS) {
      nextS = Math.max(nextS + periodS, timeS.getAsDouble());
      send.accept(Autopilot.ALL_LINKS, Timesync.builder().tc1(0).ts1(nowNs()).build());
    }
  }
}
