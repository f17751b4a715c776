package org.vigie.planner.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.proof.Proof;
import org.vigie.planner.proof.ProofFinding;
import org.vigie.planner.proof.ProofPlace;

/**
 * Flies a plan and everything that its failsafes may do, in steps of 10 cm, and looks at each step
 * on the world itself. A step is longer only where the distance to everything that may be violated
 * is longer: distances change by no more than the way, so that nothing between is left out. Knows
 * nothing of planner and proof but what a plan stores and which risks a proof names.
 */
final class DenseChecker {
  private static final double STEP_M = 0.1;

  /** Coordinates are stored to 1 cm, and both flat frames err. */
  private static final double TOLERANCE_M = 0.1;

  /** What home may err, as the proof promises. */
  private static final double HOME_ERROR_M = 4;

  private static final double POSITION_ERROR_M = 2;
  private static final double FS_GCS_TIMEOUT_S = 5;
  private static final double FLOOR_M = 3;

  private final World world;
  private final FlightPlan plan;
  private final List<ProofFinding> unsafe;
  private final List<ProofFinding> drifting;
  private final Track track;
  private final Ring fence;
  private final Ring buffer;
  private final double ceilingM;
  private final double returnM;
  private final double keepOutM;
  private final double slope;
  private final List<String> violations = new ArrayList<>();
  private double departureS;
  private double margin;

  DenseChecker(World world, FlightPlan plan, Proof proof) {
    this.world = world;
    this.plan = plan;
    this.unsafe = residual(proof, "plain-rtl-unsafe");
    this.drifting = residual(proof, "gnss-loss-drift");
    this.track = new Track(plan, world.flat);
    this.fence = fence();
    this.buffer = ring(plan.volume().groundRiskBuffer());
    this.ceilingM = parameter("FENCE_ALT_MAX");
    this.returnM = hasParameter("RTL_ALT") ? parameter("RTL_ALT") / 100 : parameter("RTL_ALT_M");
    double v = world.aircraft.cruiseMps();
    double stopM =
        Math.max(
            world.aircraft.stoppingDistanceM(), v * v / (2 * 9.81 * Math.tan(Math.toRadians(45))));
    this.keepOutM = 3 + 3 + 1 + v + stopM;
    this.slope = Math.max(world.slope(), 0.01);
  }

  private static List<ProofFinding> residual(Proof proof, String check) {
    return proof.findings().stream()
        .filter(finding -> finding.residual() && finding.check().equals(check))
        .toList();
  }

  /** What the world says against the plan; empty when nothing does. */
  List<String> violations(Random random) {
    double spareS = World.VALIDITY.toSeconds() - plan.budget().durationS();
    for (double from : new double[] {0, spareS, spareS * random.nextDouble()}) {
      departureS = from;
      fly();
    }
    fenceEdge();
    energy();
    return violations;
  }

  private void fly() {
    double t = departureS;
    for (Track.Leg leg : track.legs) {
      double lengthM = leg.lengthM();
      double wayM = 0;
      double nextReturnM = 0;
      double nextPlainM = 0;
      int chosen = -1;
      double nextLookM = 0;
      while (wayM <= lengthM && violations.isEmpty()) {
        double part = lengthM == 0 ? 0 : wayM / lengthM;
        double x = leg.x0() + (leg.x1() - leg.x0()) * part;
        double y = leg.y0() + (leg.y1() - leg.y0()) * part;
        double z = leg.z0() + (leg.z1() - leg.z0()) * part;
        double now = t + wayM / Math.max(leg.mps(), 0.5);
        if (wayM >= nextLookM) {
          double[] at = {x, y, z};
          double steep = lengthM == 0 ? 1 : Math.abs(leg.z1() - leg.z0()) / lengthM;
          double slack = look(leg.branch(), at, now, keepOutM, !leg.upright(), steep);
          nextLookM = wayM + Math.max(STEP_M, Math.min(slack, sight(leg.branch(), x, y, z)));
        }
        int nearest = nearest(x, y, z);
        if (nearest != chosen || wayM >= nextReturnM) {
          chosen = nearest;
          margin = Double.POSITIVE_INFINITY;
          returns(leg, x, y, z, now);
          nextReturnM = wayM + Math.max(STEP_M, margin);
        }
        if (wayM >= nextPlainM) {
          margin = Double.POSITIVE_INFINITY;
          plain(leg, wayM, x, y, z, now);
          drift(leg, x, y, z);
          nextPlainM = wayM + Math.max(STEP_M, Math.min(margin, 1));
        }
        wayM += STEP_M;
      }
      t += lengthM / Math.max(leg.mps(), 0.5) + leg.holdS();
    }
  }

  /**
   * How far the flight may go on before anything can be violated; records what is.
   *
   * @param steep metres up or down for each metre of the way
   */
  private double look(
      String branch, double[] at, double t, double keepM, boolean above, double steep) {
    double x = at[0];
    double y = at[1];
    double z = at[2];
    double slack = zones(branch, x, y, z, t, keepM, steep);
    double inside = (fence.holds(x, y) ? 1 : -1) * fence.edgeM(x, y);
    slack = Math.min(slack, noted(branch, "fence", inside, x, y, z));
    slack = Math.min(slack, noted(branch, "ceiling", ceilingM - z, x, y, z) / steep);
    if (above) {
      double amslM = world.homeAmslM + z - HOME_ERROR_M;
      double groundM = world.groundM(x, y);
      double change = slope + steep;
      double low = amslM - groundM - world.minAglM;
      slack = Math.min(slack, noted(branch, "ground", low, x, y, z) / change);
      double high = world.maxAglM - (world.homeAmslM + z + HOME_ERROR_M - groundM);
      slack = Math.min(slack, noted(branch, "too high", high, x, y, z) / change);
      for (World.Mast mast : world.masts) {
        double beside = Math.hypot(x - mast.x(), y - mast.y()) - mast.radiusM();
        double over = amslM - mast.topAmslM() - world.clearanceM;
        noted(branch, "mast", Math.max(beside, over), x, y, z);
        slack = Math.min(slack, Math.max(beside, over / steep));
      }
    }
    margin = Math.min(margin, slack);
    return slack;
  }

  private double zones(
      String branch, double x, double y, double z, double t, double keepM, double steep) {
    double slack = Double.POSITIVE_INFINITY;
    double amslM = world.homeAmslM + z;
    double groundM = world.groundM(x, y);
    for (World.Zone zone : world.zones) {
      if (!zone.closed() || t > zone.untilS()) {
        continue;
      }
      double beside = zone.ground().distanceM(x, y) - keepM;
      if (t >= zone.fromS() && inBand(zone, amslM, groundM)) {
        slack = Math.min(slack, noted(branch, zone.id(), beside, x, y, z));
        continue;
      }
      // it comes into force later, or the ground lifts it into the way
      double waitM = (zone.fromS() - t) * world.aircraft.cruiseMps() / 2;
      double base = zone.aboveGround() ? groundM : 0;
      double apartM = Math.max(zone.lowM() + base - amslM, amslM - zone.highM() - base);
      slack = Math.min(slack, Math.max(Math.max(beside, waitM), apartM / (slope + steep)));
    }
    return slack;
  }

  private static boolean inBand(World.Zone zone, double amslM, double groundM) {
    double base = zone.aboveGround() ? groundM : 0;
    return amslM >= zone.lowM() + base && amslM <= zone.highM() + base;
  }

  private double noted(String branch, String what, double slack, double x, double y, double z) {
    if (!(slack >= -TOLERANCE_M)) {
      violations.add(
          String.format(
              "%s: %s by %.2f m at %.1f %.1f %.1f, departure %.0f",
              branch, what, -slack, x, y, z, departureS));
    }
    return slack;
  }

  private double sight(String branch, double x, double y, double z) {
    double leftM = world.vlosM.orElse(Double.MAX_VALUE) - Math.sqrt(x * x + y * y + z * z);
    return noted(branch, "out of sight", leftM, x, y, z);
  }

  private int nearest(double x, double y, double z) {
    int nearest = 0;
    for (int i = 1; i < track.returns.size(); i++) {
      if (track.returns.get(i).distanceM(x, y, z) < track.returns.get(nearest).distanceM(x, y, z)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** Every leg of the return path that may be nearest from here, straight to its end. */
  private void returns(Track.Leg from, double x, double y, double z, double t) {
    double leastM = Double.POSITIVE_INFINITY;
    for (Track.Leg leg : track.returns) {
      leastM = Math.min(leastM, leg.distanceM(x, y, z));
    }
    for (Track.Leg leg : track.returns) {
      if (leg.distanceM(x, y, z) <= leastM + POSITION_ERROR_M) {
        double endM = leg.z1() > 0 ? leg.z1() : leg.z0();
        line("return from " + from.branch(), x, y, z, leg.x1(), leg.y1(), endM, t);
      }
    }
  }

  private void line(
      String branch, double x0, double y0, double z0, double x1, double y1, double z1, double t) {
    double lengthM = Math.hypot(x1 - x0, y1 - y0);
    double wayM = 0;
    while (wayM <= lengthM && violations.isEmpty()) {
      double part = lengthM == 0 ? 0 : wayM / lengthM;
      double x = x0 + (x1 - x0) * part;
      double y = y0 + (y1 - y0) * part;
      double z = z0 + (z1 - z0) * part;
      double now = t + FS_GCS_TIMEOUT_S + wayM / world.aircraft.cruiseMps();
      boolean above = lengthM > FLOOR_M;
      double[] at = {x, y, z};
      double slack = look(branch, at, now, 0, above, Math.abs(z1 - z0) / Math.max(lengthM, 1e-9));
      wayM += Math.max(STEP_M, slack);
    }
  }

  /** A plain RTL from where the proof does not warn of it: up, and straight home. */
  private void plain(Track.Leg from, double wayM, double x, double y, double z, double t) {
    if (violations.isEmpty() && unsafe.stream().noneMatch(risk -> isTold(risk, from, wayM))) {
      double heightM = Math.max(z, Math.min(returnM, ceilingM - 2));
      line("plain RTL from " + from.branch(), x, y, heightM, 0, 0, heightM, t);
    }
  }

  /** Whether a point of the route lies on a stretch that the proof warns of. */
  private boolean isTold(ProofFinding risk, Track.Leg leg, double wayM) {
    ProofPlace begin = Objects.requireNonNull(risk.at());
    ProofPlace end = Objects.requireNonNull(risk.until());
    boolean after =
        leg.seq() > begin.seq() || (leg.seq() == begin.seq() && wayM >= along(leg, begin) - 0.5);
    boolean before =
        leg.seq() < end.seq() || (leg.seq() == end.seq() && wayM <= along(leg, end) + 0.5);
    return after && before;
  }

  private double along(Track.Leg leg, ProofPlace place) {
    double x = world.flat.eastM(place.latE7() / 1e7, place.lonE7() / 1e7);
    double y = world.flat.northM(place.latE7() / 1e7);
    return Math.sqrt(
        Math.pow(x - leg.x0(), 2)
            + Math.pow(y - leg.y0(), 2)
            + Math.pow(place.heightM() - leg.z0(), 2));
  }

  /** Level landing without a position: the wind carries it. */
  private void drift(Track.Leg from, double x, double y, double z) {
    double radians = Math.toRadians(world.wind.fromDeg());
    double eastMps = -world.wind.speedMps() * Math.sin(radians);
    double northMps = -world.wind.speedMps() * Math.cos(radians);
    double seconds = 4 + Math.max(0, z - 10) / world.aircraft.descentMps();
    double deeperM = Math.max(0, world.homeAmslM - world.groundM(x, y));
    seconds += (Math.min(z, 10) + deeperM) / 0.5;
    double endX = x + eastMps * seconds;
    double endY = y + northMps * seconds;
    String branch = from.branch();
    boolean told = drifting.stream().anyMatch(risk -> risk.branch().equals(branch));
    if (!told) {
      double inside = (buffer.holds(endX, endY) ? 1 : -1) * buffer.edgeM(endX, endY);
      noted("drift from " + branch, "ground risk buffer", inside, endX, endY, 0);
    }
  }

  /** A fence that brakes where it is crossed leaves reaction and braking before any zone. */
  private void fenceEdge() {
    double setbackM = keepOutM - 3 - 1;
    double topM = plan.volume().contingencyHeightM();
    int n = fence.corners();
    for (int i = 0; i < n && violations.isEmpty(); i++) {
      int j = (i + 1) % n;
      double lengthM = Math.hypot(fence.x(j) - fence.x(i), fence.y(j) - fence.y(i));
      double wayM = 0;
      while (wayM <= lengthM) {
        double x = fence.x(i) + (fence.x(j) - fence.x(i)) * wayM / lengthM;
        double y = fence.y(i) + (fence.y(j) - fence.y(i)) * wayM / lengthM;
        double slack = 50;
        if (world.area.isPresent()) {
          Ring area = world.area.get();
          double inside = (area.holds(x, y) ? 1 : -1) * area.edgeM(x, y) - setbackM;
          slack = Math.min(slack, noted("fence", "area", inside, x, y, 0));
        }
        for (World.Zone zone : world.zones) {
          double base = zone.aboveGround() ? world.groundM(x, y) : 0;
          boolean below = world.homeAmslM + topM >= zone.lowM() + base;
          boolean during = zone.fromS() <= World.VALIDITY.toSeconds() && zone.untilS() >= 0;
          boolean above = zone.highM() + base >= world.homeAmslM;
          double beside = zone.ground().distanceM(x, y) - setbackM;
          if (zone.closed() && below && during && above) {
            slack = Math.min(slack, noted("fence", zone.id(), beside, x, y, 0));
          } else {
            slack = Math.min(slack, Math.max(STEP_M, beside));
          }
        }
        wayM += Math.max(STEP_M, slack);
      }
    }
  }

  private void energy() {
    Consumption consumption = new Consumption(world);
    double setMps =
        hasParameter("WPNAV_SPEED") ? parameter("WPNAV_SPEED") / 100 : parameter("WP_SPD");
    double limitWh = world.aircraft.usableWh() * (1 - world.aircraft.reserveFraction());
    double usedWh = 0;
    double dearestWh = 0;
    for (Track.Leg leg : track.legs) {
      usedWh += consumption.legWh(leg);
      if (leg.branch().equals("landing")) {
        break;
      }
      double homeWh = consumption.homeWh(track, nearest(leg.x1(), leg.y1(), leg.z1()), leg, setMps);
      dearestWh = Math.max(dearestWh, homeWh);
      if (usedWh + homeWh > limitWh) {
        violations.add("energy: " + (usedWh + homeWh) + " of " + limitWh + " Wh");
      }
    }
    if (usedWh > limitWh) {
      violations.add("energy: " + usedWh + " of " + limitWh + " Wh");
    }
    double labelMah = parameter("BATT_CAPACITY");
    double usefulMah = world.aircraft.usableWh() / 22.2 * 1000;
    double leftMah = parameter("BATT_LOW_MAH") - (labelMah - usefulMah);
    if (leftMah < dearestWh / 22.2 * 1000) {
      violations.add("low battery: " + leftMah + " mAh for " + dearestWh + " Wh");
    }
  }

  private boolean hasParameter(String name) {
    return plan.parameters().stream().anyMatch(setting -> setting.name().equals(name));
  }

  private double parameter(String name) {
    return plan.parameters().stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private Ring fence() {
    List<MissionItem> items = plan.fence().stream().filter(item -> item.command() == 5001).toList();
    return new Ring(
        items.stream().mapToDouble(i -> world.flat.eastM(i.x() / 1e7, i.y() / 1e7)).toArray(),
        items.stream().mapToDouble(i -> world.flat.northM(i.x() / 1e7)).toArray(),
        0);
  }

  private Ring ring(GeoPolygon polygon) {
    List<LatLon> points = polygon.ring();
    return new Ring(
        points.stream().mapToDouble(p -> world.flat.eastM(p.latDeg(), p.lonDeg())).toArray(),
        points.stream().mapToDouble(p -> world.flat.northM(p.latDeg())).toArray(),
        0);
  }
}
