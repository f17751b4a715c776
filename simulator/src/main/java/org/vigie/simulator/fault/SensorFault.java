package org.vigie.simulator.fault;

/** Faults of the other sensors. */
public sealed interface SensorFault extends Fault {
  /** No compass answers. */
  record CompassOff() implements SensorFault {
    @Override
    public FaultKind kind() {
      return FaultKind.COMPASS_OFF;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> vehicle.sensorFaults().compass(false),
          vehicle -> vehicle.sensorFaults().compass(true));
    }
  }

  /** The barometric altitude runs away; lifted, it stays where it is then. */
  record BaroDrift(double driftMps) implements SensorFault {
    @Override
    public FaultKind kind() {
      return FaultKind.BARO_DRIFT;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> vehicle.sensorFaults().baroDrift(driftMps),
          vehicle -> vehicle.sensorFaults().baroDrift(0));
    }
  }

  /** The accelerometers are off by so much. */
  record ImuBias(double biasMps2) implements SensorFault {
    @Override
    public FaultKind kind() {
      return FaultKind.IMU_BIAS;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> vehicle.sensorFaults().imuBias(biasMps2),
          vehicle -> vehicle.sensorFaults().imuBias(0));
    }
  }

  /** The rangefinder answers no more. */
  record RangefinderOff() implements SensorFault {
    @Override
    public FaultKind kind() {
      return FaultKind.RANGEFINDER_OFF;
    }

    @Override
    public Runnable begin(FaultSite site) {
      return site.each(
          vehicle -> vehicle.sensorFaults().rangefinder(false),
          vehicle -> vehicle.sensorFaults().rangefinder(true));
    }
  }
}
