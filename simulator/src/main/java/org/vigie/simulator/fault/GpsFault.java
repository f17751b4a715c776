package org.vigie.simulator.fault;

import org.vigie.simulator.physics.Vec3;
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
    public void worsen(Condition condition) {
      condition.gps(GpsReception.OFF);
    }
  }

  /** Noise drowns the satellites: no position, from a receiver that answers. */
  record Jam() implements GpsFault {
    @Override
    public FaultKind kind() {
      return FaultKind.GPS_JAM;
    }

    @Override
    public void worsen(Condition condition) {
      condition.gps(GpsReception.JAMMED);
    }
  }

  /** Every position jumps by so much and stays there. */
  record Glitch(double eastM, double northM, double upM) implements GpsFault {
    @Override
    public FaultKind kind() {
      return FaultKind.GPS_GLITCH;
    }

    @Override
    public void worsen(Condition condition) {
      condition.gpsOffset(new Vec3(eastM, northM, upM));
    }
  }

  /** Errors of position and speed are so many times as large. */
  record Noise(double factor) implements GpsFault {
    @Override
    public FaultKind kind() {
      return FaultKind.GPS_NOISE;
    }

    @Override
    public void worsen(Condition condition) {
      condition.gpsNoise(factor);
    }
  }
}
