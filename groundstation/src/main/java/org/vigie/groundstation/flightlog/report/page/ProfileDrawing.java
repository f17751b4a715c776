package org.vigie.groundstation.flightlog.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.groundstation.flightlog.report.FlightReport;
import org.vigie.groundstation.flightlog.report.page.Drawing.Pen;
import org.vigie.groundstation.flightlog.report.page.Drawing.Spot;
import org.vigie.planner.plan.FlightPlan;

/**
 * The height profile: planned and flown line over their own ways, the ground below the flown one
 * (or else the planned one), and the tops of the volume.
 */
final class ProfileDrawing {
  /** What no eye can tell apart, millimetres. */
  static final double FINEST_MM = 0.08;

  private static final double WIDTH_MM = 180;
  private static final double HEIGHT_MM = 64;
  private static final double LEGEND_MM = 9;
  private static final double LEFT_MM = 12;
  private static final double BOTTOM_MM = 7;
  private static final double LETTERS_MM = 2.5;
  private static final double AIR_M = 8;

  /** Lines of the grid are at most about so many. */
  private static final double LINES = 8;

  private final FlightReport report;
  private final Words words;
  private final SideView side;
  private final Drawing out;
  private double farM = 1;
  private double lowM;
  private double highM = 1;

  private ProfileDrawing(FlightReport report, Words words, SideView side) {
    this.report = report;
    this.words = words;
    this.side = side;
    this.out = new Drawing(WIDTH_MM, HEIGHT_MM + LEGEND_MM, words.get("profile.alt"));
    Stream.concat(side.planned().stream(), side.flown().stream()).forEach(this::hold);
    report
        .findPlan()
        .ifPresent(plan -> highM = Math.max(highM, plan.volume().contingencyHeightM()));
    highM += AIR_M;
    lowM -= AIR_M;
  }

  /** The profile; nothing when no height is known. */
  static Optional<Drawing> of(FlightReport report, Words words) {
    SideView side = SideView.of(report);
    return side.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProfileDrawing(report, words, side).draw());
  }

  private void hold(SideView.Place place) {
    farM = Math.max(farM, place.alongM());
    highM = Math.max(highM, place.heightM());
    lowM = Math.min(lowM, place.heightM());
    Double groundM = place.groundM();
    if (groundM != null) {
      lowM = Math.min(lowM, groundM);
      highM = Math.max(highM, groundM);
    }
  }

  private Drawing draw() {
    out.rect(0, 0, WIDTH_MM, HEIGHT_MM + LEGEND_MM, MapPens.PAPER);
    ground(side.flown().isEmpty() ? side.planned() : side.flown());
    grid();
    report.findPlan().ifPresent(this::ceilings);
    out.path(line(side.planned()), false, MapPens.PLANNED);
    out.path(line(side.flown()), false, MapPens.FLOWN);
    out.rect(LEFT_MM, 0.15, WIDTH_MM - LEFT_MM - 0.15, HEIGHT_MM - BOTTOM_MM - 0.15, MapPens.FRAME);
    legend();
    return out;
  }

  private Spot spot(double alongM, double heightM) {
    double across = WIDTH_MM - LEFT_MM;
    double up = HEIGHT_MM - BOTTOM_MM;
    return new Spot(LEFT_MM + across * alongM / farM, up * (1 - (heightM - lowM) / (highM - lowM)));
  }

  private List<Spot> line(List<SideView.Place> places) {
    List<Spot> spots = new ArrayList<>();
    for (SideView.Place place : places) {
      Spot spot = spot(place.alongM(), place.heightM());
      Spot last = spots.isEmpty() ? null : spots.get(spots.size() - 1);
      if (last == null
          || Math.hypot(spot.xMm() - last.xMm(), spot.yMm() - last.yMm()) > FINEST_MM) {
        spots.add(spot);
      }
    }
    return spots;
  }

  /** Each stretch whose ground is known, down to the lower edge. */
  private void ground(List<SideView.Place> places) {
    List<Spot> stretch = new ArrayList<>();
    for (SideView.Place place : places) {
      Double groundM = place.groundM();
      if (groundM == null) {
        fill(stretch);
        stretch.clear();
      } else {
        Spot spot = spot(place.alongM(), groundM);
        if (stretch.isEmpty() || spot.xMm() - stretch.get(stretch.size() - 1).xMm() > FINEST_MM) {
          stretch.add(spot);
        }
      }
    }
    fill(stretch);
  }

  private void fill(List<Spot> stretch) {
    if (stretch.size() > 1) {
      double bottom = HEIGHT_MM - BOTTOM_MM;
      List<Spot> area = new ArrayList<>(stretch);
      area.add(new Spot(stretch.get(stretch.size() - 1).xMm(), bottom));
      area.add(new Spot(stretch.get(0).xMm(), bottom));
      out.path(area, true, MapPens.GROUND);
    }
  }

  private void grid() {
    double up = MapScale.round((highM - lowM) / LINES * 2);
    for (double height = Math.ceil(lowM / up) * up; height <= highM; height += up) {
      Spot left = spot(0, height);
      out.line(left.xMm(), left.yMm(), WIDTH_MM, left.yMm(), MapPens.GRID);
      Spot at = new Spot(LEFT_MM - 1, left.yMm() + 0.9);
      out.text(at, LETTERS_MM, "end", false, words.number(height, "m"));
    }
    double along = MapScale.round(farM / LINES * 2);
    for (double metres = 0; metres <= farM; metres += along) {
      Spot below = spot(metres, lowM);
      out.line(below.xMm(), 0, below.xMm(), below.yMm(), MapPens.GRID);
      boolean last = metres + along > farM && below.xMm() > WIDTH_MM - 8;
      String anchor = last ? "end" : "middle";
      Spot at = new Spot(below.xMm(), below.yMm() + 3.2);
      out.text(at, LETTERS_MM, anchor, false, words.number(metres, "m"));
    }
  }

  private void ceilings(FlightPlan plan) {
    ceiling(plan.volume().contingencyHeightM(), MapPens.CEILING);
    ceiling(plan.volume().flightHeightM(), Pen.line("#1d6b2f", 0.35, ""));
  }

  private void ceiling(double heightM, Pen pen) {
    Spot left = spot(0, heightM);
    out.line(left.xMm(), left.yMm(), WIDTH_MM, left.yMm(), pen);
    String height = words.number(heightM, "m");
    double widthMm = Drawing.widthMm(height, LETTERS_MM);
    out.label(new Spot(WIDTH_MM - widthMm - 2, left.yMm() - 0.7), LETTERS_MM, false, height);
  }

  private void legend() {
    Legend legend = new Legend(out, HEIGHT_MM + 2.2, WIDTH_MM / 4, LETTERS_MM);
    legend.line(MapPens.FLOWN, words.get("map.flown"));
    legend.line(MapPens.PLANNED, words.get("map.planned"));
    legend.line(Pen.line("#1d6b2f", 0.35, ""), words.get("profile.geography"));
    legend.line(MapPens.CEILING, words.get("profile.contingency"));
    legend.line(Pen.line("#6b5b3e", 0.6, ""), words.get("profile.ground"));
  }
}
