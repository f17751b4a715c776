package org.vigie.simulator.fault;

import org.vigie.simulator.sensor.GpsReception;

/** Faults of the satellite receiver. */
public sealed interface GpsFault extends Fault {
  /** The receiver falls silent. */
  record Off() implements GpsFault {
    @Override
    public FaultKind kind() {
      return FaultKind.GPS_OFF;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return reception(site, GpsReception.OFF);
    }
  }

  /** Noise drowns the satellites: no position, from a receiver that answers. */
  record Jam() implements GpsFault {
    @Override
    public FaultKind kind() {
      return FaultKind.GPS_JAM;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return reception(site, GpsReception.JAMMED);
    }
  }

  /** Every position jumps by so much and stays there. */
  record Glitch(double eastM, double northM, double upM) implements GpsFault {
    @Override
    public FaultKind kind() {
      return FaultKind.GPS_GLITCH;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> vehicle.sensorFaults().gpsOffset(eastM, northM, upM),
          vehicle -> vehicle.sensorFaults().gpsOffset(0, 0, 0));
    }
  }

  /** Errors of position and speed are so many times as large. */
  record Noise(double factor) implements GpsFault {
    @Override
    public FaultKind kind() {
      return FaultKind.GPS_NOISE;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> vehicle.sensorFaults().gpsNoise(factor),
          vehicle -> vehicle.sensorFaults().gpsNoise(1));
    }
  }

  private static Runnable reception(FaultSite site, GpsReception reception) {
    return site.each(
        vehicle -> vehicle.sensorFaults().gps(reception),
        vehicle -> vehicle.sensorFaults().gps(GpsReception.OK));
  }
}
