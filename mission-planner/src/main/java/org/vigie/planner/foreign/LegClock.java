package org.vigie.planner.foreign;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geofence.geo.Enu;
import org.vigie.planner.energy.EnergyModel;
import org.vigie.planner.energy.LegCost;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Wind;

/** Time and energy along a foreign flight, on the side of too much. Immutable. */
final class LegClock {
  private final AircraftModel aircraft;
  private final EnergyModel energy;
  private final double[] startS;
  private final double[] flyS;
  private final double[] endWh;

  private LegClock(List<ForeignLeg> legs, AircraftModel aircraft, Wind wind) {
    this.aircraft = aircraft;
    this.energy = new EnergyModel(aircraft, wind);
    this.startS = new double[legs.size() + 1];
    this.flyS = new double[legs.size()];
    this.endWh = new double[legs.size()];
    double usedWh = 0;
    for (int i = 0; i < legs.size(); i++) {
      ForeignLeg leg = legs.get(i);
      LegCost cost = cost(leg);
      LegCost hold = energy.hover(leg.holdS());
      flyS[i] = cost.durationS();
      usedWh += cost.energyWh() + hold.energyWh();
      endWh[i] = usedWh;
      startS[i + 1] = startS[i] + cost.durationS() + hold.durationS();
    }
  }

  static LegClock of(List<ForeignLeg> legs, AircraftModel aircraft, Wind wind) {
    return new LegClock(legs, aircraft, wind);
  }

  /** A leg's cost without its hold, from rest to rest; the first one starts the motors. */
  private LegCost cost(ForeignLeg leg) {
    if (leg.landing()) {
      return energy.land(Math.max(0, leg.fromM() - leg.toM()));
    }
    if (leg.onTheSpot() && leg.fromM() == 0 && leg.toM() > 0) {
      return energy.takeOff(leg.toM());
    }
    double speedMps = leg.speedMps() > 0 ? leg.speedMps() : aircraft.cruiseMps();
    return energy.leg(enu(leg.from()), enu(leg.to()), leg.toM() - leg.fromM(), speedMps, 0, 0);
  }

  static Enu enu(Coordinate at) {
    return new Enu(at.x, at.y);
  }

  /** Seconds after take-off at which a leg begins; after the last one: the whole flight. */
  double startS(int leg) {
    return startS[leg];
  }

  /** Seconds that a leg takes without its hold. */
  double flyS(int leg) {
    return flyS[leg];
  }

  /** Watt-hours used when a leg and its hold are over. */
  double endWh(int leg) {
    return endWh[leg];
  }

  double durationS() {
    return startS[flyS.length];
  }

  double energyWh() {
    return endWh.length == 0 ? 0 : endWh[endWh.length - 1];
  }

  /** Watt-hours of a straight return at some height from the end of a leg. */
  double returnWh(ForeignLeg from, Coordinate target, double heightM) {
    double upM = Math.max(0, heightM - from.toM());
    return (upM > 0 ? energy.climb(upM).energyWh() : 0)
        + energy.leg(enu(from.to()), enu(target), 0, aircraft.cruiseMps(), 0, 0).energyWh()
        + energy.land(Math.max(heightM, from.toM())).energyWh();
  }
}
