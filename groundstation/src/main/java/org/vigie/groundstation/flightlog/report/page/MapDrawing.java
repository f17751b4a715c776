package org.vigie.groundstation.flightlog.report.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.GeoPolygon;
import org.vigie.geofence.geo.Geodesics;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.zone.HorizontalProjection;
import org.vigie.geofence.zone.UasZone;
import org.vigie.geofence.zone.ZoneGeometry;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.TrackPoint;
import org.vigie.groundstation.flightlog.report.page.Drawing.Pen;
import org.vigie.groundstation.flightlog.report.page.Drawing.Spot;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Leg;
import org.vigie.planner.plan.Volume;

/** The map of a flight: its volume, the planned and the flown way, home and incident. No tiles. */
final class MapDrawing {
  private static final double WIDTH_MM = 180;
  private static final double MAP_MM = 118;
  private static final double LEGEND_MM = 18;
  private static final double MARGIN_MM = 9;
  private static final double LETTERS_MM = 2.5;
  private static final double SCALE_BAR_MM = 40;

  /** Lines of the grid are at least so far apart. */
  private static final double GRID_MM = 25;

  /** The station calls a link lost after so long. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final int CIRCLE_CORNERS = 72;

  private final FlightReport report;
  private final Words words;
  private final Drawing out;
  private final MapScale scale;

  private MapDrawing(FlightReport report, Words words, List<LatLon> shown) {
    this.report = report;
    this.words = words;
    this.out = new Drawing(WIDTH_MM, MAP_MM + LEGEND_MM, words.get("map.alt"));
    this.scale = new MapScale(shown, WIDTH_MM, MAP_MM, MARGIN_MM);
  }

  /** The map; nothing when no place is known. */
  static Optional<Drawing> of(FlightReport report, Words words) {
    List<LatLon> shown = shown(report);
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(new MapDrawing(report, words, shown).draw());
  }

  private static List<LatLon> shown(FlightReport report) {
    List<LatLon> shown = new ArrayList<>();
    report.findPlan().ifPresent(plan -> shown.addAll(plan.volume().groundRiskBuffer().ring()));
    report.flown().points().forEach(point -> shown.add(point.position()));
    LatLon place = report.identity().place();
    if (place != null) {
      shown.add(place);
    }
    return shown;
  }

  private Drawing draw() {
    out.rect(0, 0, WIDTH_MM, MAP_MM, MapPens.PAPER);
    grid();
    report.findPlan().map(FlightPlan::volume).ifPresent(this::volume);
    report.basis().zones().forEach(this::zone);
    report.findPlan().ifPresent(plan -> out.path(planned(plan), false, MapPens.PLANNED));
    flown();
    marks();
    frame();
    legend();
    return out;
  }

  private void grid() {
    double stepMm = MapScale.round(2 * GRID_MM * scale.metresPerMm()) / scale.metresPerMm();
    for (double x = WIDTH_MM / 2 % stepMm; x < WIDTH_MM; x += stepMm) {
      out.line(x, 0, x, MAP_MM, MapPens.GRID);
    }
    for (double y = MAP_MM / 2 % stepMm; y < MAP_MM; y += stepMm) {
      out.line(0, y, WIDTH_MM, y, MapPens.GRID);
    }
  }

  private void volume(Volume volume) {
    area(volume.groundRiskBuffer(), MapPens.BUFFER);
    area(volume.contingencyVolume(), MapPens.CONTINGENCY);
    area(volume.flightGeography(), MapPens.GEOGRAPHY);
  }

  private void area(GeoPolygon area, Pen pen) {
    out.path(scale.spots(area.ring()), true, pen);
  }

  private void zone(UasZone zone) {
    for (ZoneGeometry solid : zone.geometry()) {
      List<LatLon> ring = ring(solid.projection());
      if (ring.stream().anyMatch(corner -> onMap(scale.spot(corner)))) {
        List<Spot> spots = scale.spots(ring);
        out.path(spots, true, MapPens.ZONE);
        spots.stream()
            .filter(MapDrawing::hasRoom)
            .findFirst()
            .ifPresent(spot -> out.label(spot, LETTERS_MM, false, zone.identifier()));
      }
    }
  }

  private static List<LatLon> ring(HorizontalProjection projection) {
    if (projection instanceof HorizontalProjection.Polygon polygon) {
      return polygon.outer().ring();
    }
    HorizontalProjection.Circle circle = (HorizontalProjection.Circle) projection;
    return around(circle.centre(), circle.radiusM());
  }

  private static List<LatLon> around(LatLon centre, double radiusM) {
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < CIRCLE_CORNERS; i++) {
      ring.add(Geodesics.destination(centre, 360.0 * i / CIRCLE_CORNERS, radiusM));
    }
    return ring;
  }

  private static boolean onMap(Spot spot) {
    return spot.xMm() > 0 && spot.xMm() < WIDTH_MM && spot.yMm() > 0 && spot.yMm() < MAP_MM;
  }

  private static boolean hasRoom(Spot spot) {
    return spot.xMm() > 2
        && spot.xMm() < WIDTH_MM - 30
        && spot.yMm() > 4
        && spot.yMm() < MAP_MM - 10;
  }

  private List<Spot> planned(FlightPlan plan) {
    List<Spot> spots = new ArrayList<>();
    for (Leg leg : plan.legs()) {
      if (spots.isEmpty()) {
        spots.add(scale.spot(LatLon.ofE7(leg.fromLatE7(), leg.fromLonE7())));
      }
      spots.add(scale.spot(LatLon.ofE7(leg.toLatE7(), leg.toLonE7())));
    }
    return spots;
  }

  /** Where nothing was heard nothing is known: a dotted line joins what was. */
  private void flown() {
    List<Spot> heard = new ArrayList<>();
    TrackPoint before = null;
    for (TrackPoint point : report.flown().points()) {
      Spot spot = scale.spot(point.position());
      if (before != null && Duration.between(before.at(), point.at()).compareTo(SILENCE) > 0) {
        out.path(heard, false, MapPens.FLOWN);
        heard.clear();
        Spot last = scale.spot(before.position());
        out.line(last.xMm(), last.yMm(), spot.xMm(), spot.yMm(), MapPens.UNHEARD);
      }
      add(spot, heard);
      before = point;
    }
    out.path(heard, false, MapPens.FLOWN);
  }

  /** Points that no eye could tell apart are left out. */
  private static void add(Spot spot, List<Spot> line) {
    Spot last = line.isEmpty() ? null : line.get(line.size() - 1);
    if (last == null
        || Math.hypot(spot.xMm() - last.xMm(), spot.yMm() - last.yMm())
            > ProfileDrawing.FINEST_MM) {
      line.add(spot);
    }
  }

  private void marks() {
    LatLon home = report.identity().home();
    if (home != null) {
      Spot spot = scale.spot(home);
      out.circle(spot, 1.6, MapPens.MARK);
      out.text(new Spot(spot.xMm(), spot.yMm() + 0.9), LETTERS_MM, "middle", true, "H");
    }
    LatLon place = report.identity().place();
    if (place != null) {
      incident(place);
    }
  }

  private void incident(LatLon place) {
    Spot spot = scale.spot(place);
    Double radiusM = report.identity().placeUncertaintyM();
    if (radiusM != null && radiusM > 0) {
      out.circle(spot, radiusM / scale.metresPerMm(), Pen.line("#a00000", 0.25, "0.4 0.4"));
    }
    out.line(
        spot.xMm() - 1.5, spot.yMm() - 1.5, spot.xMm() + 1.5, spot.yMm() + 1.5, MapPens.INCIDENT);
    out.line(
        spot.xMm() - 1.5, spot.yMm() + 1.5, spot.xMm() + 1.5, spot.yMm() - 1.5, MapPens.INCIDENT);
  }

  private void frame() {
    out.rect(0, MAP_MM, WIDTH_MM, LEGEND_MM, MapPens.PAPER);
    out.rect(0.15, 0.15, WIDTH_MM - 0.3, MAP_MM - 0.3, MapPens.FRAME);
    double barM = MapScale.round(SCALE_BAR_MM * scale.metresPerMm());
    double barMm = barM / scale.metresPerMm();
    double y = MAP_MM - 4;
    out.rect(2.5, y - 4, Math.max(barMm, 12) + 3, 6, MapPens.PAPER);
    out.line(4, y, 4 + barMm, y, MapPens.FLOWN);
    out.text(new Spot(4, y - 1), LETTERS_MM, "start", false, words.number(barM, "m"));
    out.rect(WIDTH_MM - 8, 2.5, 5.5, 10, MapPens.PAPER);
    out.path(
        List.of(
            new Spot(WIDTH_MM - 7, 9), new Spot(WIDTH_MM - 5.2, 3.4), new Spot(WIDTH_MM - 3.4, 9)),
        false,
        MapPens.FLOWN);
    out.text(new Spot(WIDTH_MM - 5.2, 12), LETTERS_MM, "middle", true, words.get("map.north"));
  }

  private void legend() {
    Legend legend = new Legend(out, MAP_MM + 3.5, WIDTH_MM / 4, LETTERS_MM);
    legend.line(MapPens.FLOWN, words.get("map.flown"));
    legend.line(MapPens.PLANNED, words.get("map.planned"));
    legend.line(MapPens.GEOGRAPHY, words.get("map.geography"));
    legend.line(MapPens.CONTINGENCY, words.get("map.contingency"));
    legend.line(MapPens.BUFFER, words.get("map.buffer"));
    legend.line(MapPens.ZONE, words.get("map.zone"));
    legend.line(MapPens.UNHEARD, words.get("map.unheard"));
    legend.mark("H", words.get("map.home"));
    legend.mark("×", words.get("map.incident"));
  }
}
