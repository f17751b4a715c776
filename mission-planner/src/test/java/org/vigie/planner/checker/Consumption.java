package org.vigie.planner.checker;

/**
 * Energy at 10 Hz: speeds up and slows down with 2.5 m/s², holds ground speed against the wind. Its
 * power is the physics that the aircraft's figures allow, not the proof's bound: at least hover
 * power, and a tenth of cruise power that grows with the cube of air speed.
 */
final class Consumption {
  private static final double TICK_S = 0.1;
  private static final double ACCEL_MPS2 = 2.5;
  private static final double DRAG = 0.1;

  private final World world;
  private final double eastMps;
  private final double northMps;

  Consumption(World world) {
    this.world = world;
    double radians = Math.toRadians(world.wind.fromDeg());
    this.eastMps = -world.wind.speedMps() * Math.sin(radians);
    this.northMps = -world.wind.speedMps() * Math.cos(radians);
  }

  double legWh(Track.Leg leg) {
    double wh = leg.holdS() * powerW(world.wind.speedMps()) / 3600;
    if (leg.upright()) {
      double rise = leg.z1() - leg.z0();
      return wh + (rise > 0 ? upWh(rise) : downWh(-rise));
    }
    return wh + levelWh(leg.x0(), leg.y0(), leg.x1(), leg.y1(), leg.mps());
  }

  /** At the speed that the mission had set, or at the one that a mode begun anew sets. */
  double homeWh(Track track, int first, Track.Leg from, double setMps) {
    double anewWh = homeAtWh(track, first, from, setMps);
    return from.branch().equals("climb")
        ? anewWh
        : Math.max(anewWh, homeAtWh(track, first, from, Math.max(1, from.mps())));
  }

  private double homeAtWh(Track track, int first, Track.Leg from, double mps) {
    double x = from.x1();
    double y = from.y1();
    double top = from.z1();
    double wh = 0;
    for (Track.Leg leg : track.returns.subList(first, track.returns.size())) {
      wh += levelWh(x, y, leg.x1(), leg.y1(), mps);
      x = leg.x1();
      y = leg.y1();
      top = Math.max(top, leg.z0());
    }
    return wh + upWh(top - from.z1()) + downWh(top);
  }

  private double levelWh(double x0, double y0, double x1, double y1, double mps) {
    double lengthM = Math.hypot(x1 - x0, y1 - y0);
    double east = (x1 - x0) / Math.max(lengthM, 1e-9);
    double north = (y1 - y0) / Math.max(lengthM, 1e-9);
    double wayM = 0;
    double speed = 0;
    double ws = 0;
    while (wayM < lengthM) {
      double stop = Math.sqrt(2 * ACCEL_MPS2 * Math.max(0, lengthM - wayM));
      speed = Math.max(0.05, Math.min(Math.min(mps, stop), speed + ACCEL_MPS2 * TICK_S));
      wayM += speed * TICK_S;
      ws += TICK_S * powerW(Math.hypot(east * speed - eastMps, north * speed - northMps));
    }
    return ws / 3600;
  }

  private double upWh(double heightM) {
    double seconds = Math.max(0, heightM) / world.aircraft.climbMps();
    double lift = world.aircraft.massKg() * 9.81 * Math.max(0, heightM) / 0.6;
    return (seconds * powerW(world.wind.speedMps()) + lift) / 3600;
  }

  private double downWh(double heightM) {
    double seconds =
        Math.max(0, heightM - 10) / world.aircraft.descentMps() + Math.min(10, heightM) / 0.5;
    return seconds * powerW(world.wind.speedMps()) / 3600;
  }

  private double powerW(double airMps) {
    double over = Math.max(1, airMps / world.aircraft.cruiseMps());
    double cruiseW = world.aircraft.cruiseW() * (1 + DRAG * (over * over * over - 1));
    return Math.max(world.aircraft.hoverW(), cruiseW);
  }
}
