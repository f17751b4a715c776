package org.vigie.simulator.fault;

import java.util.List;
import org.vigie.simulator.mavlink.Stranger;

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
    public boolean lasting() {
      return false;
    }

    @Override
    public Runnable begin(FaultSite site) {
      List<Stranger> strangers =
          site.vehicles().stream().map(vehicle -> new Stranger(vehicle.autopilot())).toList();
      strangers.forEach(Stranger::takeOver);
      site.eachTurn()
          .accept(() -> strangers.forEach(stranger -> stranger.fly(courseDeg, speedMps)));
      return () -> strangers.forEach(Stranger::leave);
    }
  }
}
