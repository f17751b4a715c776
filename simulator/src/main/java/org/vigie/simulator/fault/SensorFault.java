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
    public void worsen(Condition condition) {
      condition.compassOff();
    }
  }

  /** The barometric altitude runs away; lifted, it stays where it is then. */
  record BaroDrift(double driftMps) implements SensorFault {
    @Override
    public FaultKind kind() {
      return FaultKind.BARO_DRIFT;
    }

    @Override
    public void worsen(Condition condition) {
      condition.baroDrift(driftMps);
    }
  }

  /** The accelerometers are off by so much. */
  record ImuBias(double biasMps2) implements SensorFault {
    @Override
    public FaultKind kind() {
      return FaultKind.IMU_BIAS;
    }

    @Override
    public void worsen(Condition condition) {
      condition.imuBias(biasMps2);
    }
  }

  /** The rangefinder answers no more. */
  record RangefinderOff() implements SensorFault {
    @Override
    public FaultKind kind() {
      return FaultKind.RANGEFINDER_OFF;
    }

    @Override
    public void worsen(Condition condition) {
      condition.rangefinderOff();
    }
  }
}
