package org.vigie.groundstation.flightlog.report.page;

import org.vigie.groundstation.flightlog.report.page.Drawing.Pen;
import org.vigie.groundstation.flightlog.report.page.Drawing.Spot;

/** Says below a drawing what its lines mean, four to a row. */
final class Legend {
  private static final int COLUMNS = 4;
  private static final double ROW_MM = 5;
  private static final double SAMPLE_MM = 9;

  private final Drawing out;
  private final double topMm;
  private final double columnMm;
  private final double lettersMm;
  private int count;

  Legend(Drawing out, double topMm, double columnMm, double lettersMm) {
    this.out = out;
    this.topMm = topMm;
    this.columnMm = columnMm;
    this.lettersMm = lettersMm;
  }

  void line(Pen pen, String meaning) {
    Spot at = next();
    out.line(at.xMm(), at.yMm() - 0.8, at.xMm() + SAMPLE_MM, at.yMm() - 0.8, pen);
    say(at, meaning);
  }

  void mark(String sign, String meaning) {
    Spot at = next();
    out.text(new Spot(at.xMm() + SAMPLE_MM / 2, at.yMm()), lettersMm, "middle", true, sign);
    say(at, meaning);
  }

  private void say(Spot at, String meaning) {
    out.text(new Spot(at.xMm() + SAMPLE_MM + 1.5, at.yMm()), lettersMm, "start", false, meaning);
  }

  private Spot next() {
    Spot at =
        new Spot(1 + count % COLUMNS * columnMm, topMm + Math.floorDiv(count, COLUMNS) * ROW_MM);
    count++;
    return at;
  }
}
