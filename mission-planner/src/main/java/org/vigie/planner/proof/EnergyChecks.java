package org.vigie.planner.proof;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.planner.proof.FlownMission.ReturnLeg;
import org.vigie.planner.request.AircraftModel;

/**
 * Time and energy, reckoned anew from the stored mission, and those of the way home from every
 * point of the route, looked at in pieces of the stretches from which one leg is picked.
 */
final class EnergyChecks {
  private static final String WHOLE = "whole-flight";
  private static final String RETURN = "auto-return";

  /**
   * Pieces of a stretch. A point of a piece is nearer than half of it to an end, from which the way
   * is reckoned half a piece longer; the directions between two ends lie between theirs.
   */
  static final double PIECE_M = 5;

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

  private static Coordinate farther(Coordinate at, Coordinate from, double moreM) {
    double awayM = at.distance(from);
    double times = awayM == 0 ? 1 : (awayM + moreM) / awayM;
    return new Coordinate(from.x + (at.x - from.x) * times, from.y + (at.y - from.y) * times);
  }

  /** What the returns of a case cost. */
  static Returns returns(Case c) {
    Dearest alone = Dearest.NONE;
    Dearest after = Dearest.NONE;
    Dearest late = Dearest.NONE;
    for (ReturnStretch stretch : c.returns()) {
      Way way = stretch.way();
      double span = stretch.to() - stretch.from();
      int pieces = Math.max(1, (int) Math.ceil(span * way.lengthM() / PIECE_M));
      double half = span / pieces / 2;
      for (double speedMps : c.reading().returnSpeedsMps(c, way)) {
        for (int i = 0; i <= pieces; i++) {
          double part = stretch.from() + 2 * half * i;
          FlightCost back = home(c, way, part, half * way.lengthM(), stretch.first(), speedMps);
          double end = Math.min(part + half, stretch.to());
          alone = alone.or(way, part, back.energyWh());
          after = after.or(way, part, way.usedAtMostWh(end, c.inputs()) + back.energyWh());
          late = late.or(way, part, way.untilAtMostS(end) + back.timeS());
        }
      }
    }
    return new Returns(alone, after, late);
  }

  /**
   * The way home from a point, as if it lay a little farther from where that goes first: so it
   * bounds every point beside it.
   */
  private static FlightCost home(
      Case c, Way way, double part, double fartherM, int first, double speedMps) {
    List<ReturnLeg> legs = c.mission().returnLegs();
    FlightCost back = new FlightCost(c.inputs());
    Coordinate at = farther(way.at(part), legs.get(first).to(), fartherM);
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
