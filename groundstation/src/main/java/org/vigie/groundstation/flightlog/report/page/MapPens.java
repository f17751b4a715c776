package org.vigie.groundstation.flightlog.report.page;

import org.vigie.groundstation.flightlog.report.page.Drawing.Pen;

/** How things are drawn: told apart by dash and width, so that black and white is enough. */
final class MapPens {
  static final Pen FRAME = Pen.line("#000000", 0.25, "");
  static final Pen GRID = Pen.line("#bbbbbb", 0.12, "");
  static final Pen GEOGRAPHY = Pen.line("#1d6b2f", 0.35, "").filled("#e4efe4");
  static final Pen CONTINGENCY = Pen.line("#b36b00", 0.35, "2.4 0.9 0.5 0.9");
  static final Pen BUFFER = Pen.line("#8a1a1a", 0.3, "0.5 0.8");
  static final Pen ZONE = Pen.line("#6b2f8a", 0.3, "3 1");
  static final Pen PLANNED = Pen.line("#1450a0", 0.35, "1.6 1");
  static final Pen FLOWN = Pen.line("#000000", 0.55, "");
  static final Pen UNHEARD = Pen.line("#000000", 0.3, "0.3 1.2");
  static final Pen MARK = Pen.line("#000000", 0.4, "").filled("#ffffff");
  static final Pen INCIDENT = Pen.line("#a00000", 0.5, "");
  static final Pen GROUND = Pen.line("#6b5b3e", 0.3, "").filled("#e6dfd2");
  static final Pen CEILING = Pen.line("#b36b00", 0.35, "2.4 0.9 0.5 0.9");
  static final Pen PAPER = new Pen("none", 0, "", "#ffffff");

  private MapPens() {}
}
