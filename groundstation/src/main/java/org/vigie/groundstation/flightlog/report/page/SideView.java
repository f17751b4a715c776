package org.vigie.groundstation.flightlog.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.TrackPoint;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;

/**
 * A flight seen from the side, in metres: along its own way, and above home.
 *
 * @param planned empty without a plan
 * @param flown empty when it never took off
 */
record SideView(List<Place> planned, List<Place> flown) {
  /** Between two looks at the ground below a planned leg. */
  private static final double LOOK_M = 10;

  /** A longer leg is looked at more coarsely. */
  private static final int LOOKS_MAX = 500;

  /**
   * One place of it.
   *
   * @param groundM the ground below, above home; absent where the record's terrain does not tell
   */
  record Place(double alongM, double heightM, @Nullable Double groundM) {}

  static SideView of(FlightReport report) {
    Optional<Double> homeM = homeM(report);
    if (homeM.isEmpty()) {
      return new SideView(List.of(), List.of());
    }
    return new SideView(
        report.findPlan().map(plan -> planned(report, plan, homeM.get())).orElse(List.of()),
        flown(report, homeM.get()));
  }

  boolean isEmpty() {
    return planned.isEmpty() && flown.isEmpty();
  }

  /** Altitude of home above mean sea level, as planned, or as the aircraft first reckoned it. */
  private static Optional<Double> homeM(FlightReport report) {
    return report
        .findPlan()
        .map(plan -> plan.home().altitude().metres())
        .or(
            () ->
                report.flown().points().stream()
                    .findFirst()
                    .map(point -> point.altitudeAmslM() - point.heightM()));
  }

  private static List<Place> planned(FlightReport report, FlightPlan plan, double homeM) {
    List<Place> places = new ArrayList<>();
    double before = 0;
    for (Leg leg : plan.legs()) {
      int looks = (int) Math.min(LOOKS_MAX, Math.max(1, Math.ceil(leg.distanceM() / LOOK_M)));
      for (int i = places.isEmpty() ? 0 : 1; i <= looks; i++) {
        double part = (double) i / looks;
        LatLon at =
            LatLon.ofE7(
                (int) Math.round(between(leg.fromLatE7(), leg.toLatE7(), part)),
                (int) Math.round(between(leg.fromLonE7(), leg.toLonE7(), part)));
        double heightM = between(leg.fromHeightM(), leg.toHeightM(), part);
        places.add(new Place(before + part * leg.distanceM(), heightM, ground(report, at, homeM)));
      }
      before += leg.distanceM();
    }
    return places;
  }

  private static List<Place> flown(FlightReport report, double homeM) {
    List<TrackPoint> points = report.flown().points();
    List<Place> places = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      TrackPoint point = points.get(i);
      places.add(
          new Place(
              report.flown().alongM().get(i),
              point.heightM(),
              ground(report, point.position(), homeM)));
    }
    return places;
  }

  private static @Nullable Double ground(FlightReport report, LatLon at, double homeM) {
    return report.basis().findGround(at).map(ground -> ground.metres() - homeM).orElse(null);
  }

  private static double between(double from, double to, double part) {
    return from + part * (to - from);
  }
}
