package org.vigie.planner.proof;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.planner.proof.FlownMission.ReturnLeg;
import org.vigie.planner.request.AircraftModel;

/**
 * Time and energy, reckoned anew from the stored mission, and those of the way home from every
 * point of the route: over a stretch from which one leg is picked they are greatest at one of its
 * ends.
 */
final class EnergyChecks {
  private static final String WHOLE = "whole-flight";
  private static final String RETURN = "auto-return";

  private EnergyChecks() {}

  /**
   * A return that costs most of something.
   *
   * @param way that it begins on
   * @param part of the way where it begins
   * @param value what it costs
   */
  record Dearest(@Nullable Way way, double part, double value) {
    private static final Dearest NONE = new Dearest(null, 0, 0);

    private Dearest or(Way other, double otherPart, double otherValue) {
      return otherValue > value ? new Dearest(other, otherPart, otherValue) : this;
    }

    @Nullable ProofPlace place(Case c) {
      return way == null ? null : c.on(way, part);
    }
  }

  /**
   * The dearest ways home.
   *
   * @param aloneWh from where the way home takes most energy
   * @param afterWh from where flight so far and way home take most
   * @param afterS from where flight so far and way home take longest
   */
  record Returns(Dearest aloneWh, Dearest afterWh, Dearest afterS) {}

  static void run(Case c) {
    AircraftModel aircraft = c.inputs().aircraft();
    c.add(
        ProofCheck.WIND.atMost(
            WHOLE, c.inputs().wind().speedMps(), aircraft.maxWindMps(), aircraft.id()));
    double limitWh = aircraft.usableWh() * (1 - aircraft.reserveFraction());
    double usedWh = c.ways().stream().mapToDouble(Way::usedWh).max().orElse(0);
    c.add(ProofCheck.ENERGY.atMost(WHOLE, usedWh, limitWh, aircraft.id()));
    Dearest afterWh = c.homeward().afterWh();
    c.add(
        ProofCheck.ENERGY_RETURN
            .atMost(RETURN, afterWh.value(), limitWh, aircraft.id())
            .placed(afterWh.place(c)));
    double windowS =
        Duration.between(c.plan().validFrom(), c.plan().validUntil()).toMillis() / 1000.0;
    c.add(ProofCheck.VALIDITY.atMost(WHOLE, c.durationS(), windowS, ""));
    double timeoutS = c.reading().lostLinkS(c);
    Dearest afterS = c.homeward().afterS();
    c.add(
        ProofCheck.LOST_LINK
            .atMost(RETURN, afterS.value() + timeoutS, windowS, c.reading().lostLink())
            .placed(afterS.place(c)));
  }

  /** What the returns of a case cost. */
  static Returns returns(Case c) {
    Dearest alone = Dearest.NONE;
    Dearest after = Dearest.NONE;
    Dearest late = Dearest.NONE;
    for (ReturnStretch stretch : c.returns()) {
      for (double part : new double[] {stretch.from(), stretch.to()}) {
        Way way = stretch.way();
        FlightCost back = home(c, way, part, stretch.first());
        alone = alone.or(way, part, back.energyWh());
        after = after.or(way, part, way.usedWh(part) + back.energyWh());
        late = late.or(way, part, way.untilS(part) + back.timeS());
      }
    }
    return new Returns(alone, after, late);
  }

  private static FlightCost home(Case c, Way way, double part, int first) {
    List<ReturnLeg> legs = c.mission().returnLegs();
    FlightCost back = new FlightCost(c.inputs());
    double speedMps = c.reading().returnMps(c, way);
    Coordinate at = way.at(part);
    double heightM = way.heightM(part);
    double topM = heightM;
    for (ReturnLeg next : legs.subList(first, legs.size())) {
      back.level(at, next.to(), speedMps);
      at = next.to();
      topM = Math.max(topM, next.toHeightM());
    }
    back.up(topM - heightM); // a failsafe low over home climbs back to the path
    back.down(topM);
    return back;
  }
}
