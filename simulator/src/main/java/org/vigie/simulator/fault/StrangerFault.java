package org.vigie.simulator.fault;

/** Faults that somebody else's station is. */
public sealed interface StrangerFault extends Fault {
  /**
   * Another station takes the vehicle over and flies it away, level, as long as it is let.
   *
   * @param courseDeg degrees true
   */
  record Takeover(double courseDeg, double speedMps) implements StrangerFault {
    @Override
    public FaultKind kind() {
      return FaultKind.TAKEOVER;
    }

    @Override
    public void worsen(Condition condition) {
      condition.takeover(this);
    }
  }
}
