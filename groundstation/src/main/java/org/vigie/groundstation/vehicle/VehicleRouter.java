package org.vigie.groundstation.vehicle;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.vehicle.way.FrameOutlet;

/**
 * Delivers what links hear to the vehicle that said it, by system id. One router a site: system ids
 * are 8 bits. Thread-safe.
 */
public final class VehicleRouter implements FrameSink {
  /** At most 254 entries: a vehicle's system id. */
  private final Map<Integer, VehicleLoop<?>> bySystem = new ConcurrentHashMap<>();

  /**
   * What a telemetry radio tells of itself, under a system id of its own.
   *
   * @source MAVLink common.xml #109; SiK radio firmware, mavlink.c (system '3', component 'D')
   */
  private static final int RADIO_STATUS = 109;

  private final AtomicLong strangers = new AtomicLong();
  private final Consumer<Frame> radios;

  /** A router that does not ask for what radios say. */
  public VehicleRouter() {
    this(radio -> {});
  }

  /**
   * @param radios gets what radios tell of themselves: it is no vehicle's
   */
  public VehicleRouter(Consumer<Frame> radios) {
    this.radios = radios;
  }

  /**
   * Delivers a vehicle's frames to its loop from now on.
   *
   * @throws IllegalArgumentException if another vehicle has its system id
   */
  public void add(VehicleLoop<?> loop) {
    VehicleLoop<?> other = bySystem.putIfAbsent(loop.systemId(), loop);
    if (other != null) {
      throw new IllegalArgumentException(
          "vehicles "
              + other.vehicleId()
              + " and "
              + loop.vehicleId()
              + " both have system id "
              + loop.systemId());
    }
  }

  public Optional<VehicleLoop<?>> find(int systemId) {
    return Optional.ofNullable(bySystem.get(systemId));
  }

  /** Frames of systems that no loop was added for: other vehicles, other stations. */
  public long strangers() {
    return strangers.get();
  }

  @Override
  public void received(Frame frame, FrameOutlet from) {
    VehicleLoop<?> loop = bySystem.get(frame.systemId());
    if (loop != null) {
      loop.received(frame, from);
    } else if (frame.messageId() == RADIO_STATUS) {
      radios.accept(frame);
    } else {
      strangers.incrementAndGet();
    }
  }
}
