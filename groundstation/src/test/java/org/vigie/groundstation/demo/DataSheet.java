package org.vigie.groundstation.demo;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Battery;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.MeasuredPower;
import org.vigie.planner.request.Thrust;
import org.vigie.simulator.physics.Air;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.RotorPower;

/**
 * What a data sheet would say of a simulated airframe, reckoned from its blades, drag and battery.
 *
 * @param frame the airframe
 * @param amslM where it flies, metres above mean sea level
 */
record DataSheet(Airframe frame, double amslM) {
  static final double USABLE = 0.8;
  static final double RESERVE = 0.2;

  /** Voltage of a cell at rest when reserve and what cannot be used are left, and not more. */
  private static final double LEAST_CELL_VOLTS = 3.72;

  /** Half as much again as hover: what sags the voltage when the battery is low. */
  private static final double HARD_WORK = 1.5;

  /** An aircraft that flies with this lean and speed. */
  AircraftModel aircraft(String firmware, double tiltDeg, double cruiseMps, boolean measured) {
    return new AircraftModel(
        frame.id(),
        firmware,
        frame.massKg(),
        0.9,
        cruiseMps,
        2.5,
        1.5,
        powerW(0),
        powerW(cruiseMps),
        frame.battery().capacityWh() * USABLE,
        RESERVE,
        22,
        10,
        levelMps(tiltDeg),
        tiltDeg,
        Optional.empty(),
        Optional.of(new Camera(73.7, 45.7, 1920, -90, 20)),
        DoubleStream.of(0, 3, 6, 9, 11, 13, 15, 17, 19)
            .mapToObj(mps -> new MeasuredPower(mps, powerW(mps)))
            .filter(point -> measured)
            .toList(),
        Optional.of(thrust()));
  }

  /** The same with what its battery's label says. */
  static AircraftModel labelled(AircraftModel a, Airframe frame) {
    Airframe.Pack pack = frame.battery();
    return new AircraftModel(
        a.id(),
        a.firmware(),
        a.massKg(),
        a.dimensionM(),
        a.cruiseMps(),
        a.climbMps(),
        a.descentMps(),
        a.hoverW(),
        a.cruiseW(),
        a.usableWh(),
        a.reserveFraction(),
        a.stoppingDistanceM(),
        a.maxWindMps(),
        a.maxAirMps(),
        a.maxTiltDeg(),
        Optional.of(new Battery(pack.capacityAh(), pack.cells() * pack.cellNominalVolts())),
        a.camera(),
        a.measured(),
        a.thrust());
  }

  /** Air speed at which drag and weight make that lean. */
  private double levelMps(double tiltDeg) {
    double pullN = frame.massKg() * Airframe.GRAVITY_MPS2 * Math.tan(Math.toRadians(tiltDeg));
    return Math.sqrt(2 * pullN / (Air.densityKgpm3(amslM) * frame.dragAreaM2()));
  }

  /** With the voltage that a low battery has left under load. */
  Thrust thrust() {
    Airframe.Pack pack = frame.battery();
    double restVolts = pack.cells() * LEAST_CELL_VOLTS;
    double sagVolts = HARD_WORK * powerW(0) / restVolts * pack.internalResistanceOhm();
    double share = (restVolts - sagVolts) / pack.fullVolts();
    double air = Air.densityKgpm3(amslM) / Air.SEA_LEVEL_DENSITY_KGPM3;
    Airframe.Propulsion made = frame.propulsion();
    double turnsHz = made.speedMaxRadps() / (2 * Math.PI) * share;
    return new Thrust(
        frame.thrustMaxN() * share * share * air / (frame.massKg() * Airframe.GRAVITY_MPS2),
        made.zeroThrustAdvance() * made.diameterM() * turnsHz);
  }

  /** Steady level flight at an air speed: lean from drag, power from momentum theory. */
  double powerW(double airMps) {
    double density = Air.densityKgpm3(amslM);
    double dragN = density / 2 * frame.dragAreaM2() * airMps * airMps;
    double weightN = frame.massKg() * Airframe.GRAVITY_MPS2;
    double thrustN = Math.hypot(weightN, dragN);
    double through = airMps * dragN / thrustN;
    double hoverMps = RotorPower.hoverInducedMps(thrustN, frame.discAreaM2(), density);
    double inducedMps = RotorPower.inducedMps(hoverMps, airMps * weightN / thrustN, through);
    double idealW = thrustN * (through + inducedMps);
    double merit = frame.propulsion().figureOfMerit();
    double profileW = thrustN * hoverMps * (1 - merit) / merit;
    return (idealW + profileW) / frame.propulsion().motorEfficiency() + frame.avionicsW();
  }
}
