package org.vigie.geofence.volume;

import java.util.ArrayList;
import java.util.List;

/** Collects terms while they are worked out. Confined to one calculation. */
final class TermSheet {
  private final List<VolumeTerm> terms = new ArrayList<>();

  /** Something given. */
  void given(String symbol, double value, String unit, String source) {
    terms.add(new VolumeTerm(symbol, "", value, unit, source));
  }

  /** A length that nobody knows: nothing follows from it, and this line says so. */
  void unknown(String symbol, String formula, String source) {
    terms.add(new VolumeTerm(symbol, formula, Double.NaN, "m", source));
  }

  /** A length that a formula gives. */
  double length(String symbol, String formula, double valueM, String source) {
    terms.add(new VolumeTerm(symbol, formula, valueM, "m", source));
    return valueM;
  }

  /** A length that is the larger of a formula and a number from elsewhere; says which one won. */
  double larger(
      String symbol, String formula, double formulaM, String other, double otherM, String source) {
    String both =
        "max(%s = %s m, %s %s m)"
            .formatted(formula, VolumeTerm.number(formulaM), other, VolumeTerm.number(otherM));
    return length(symbol, both, Math.max(formulaM, otherM), source);
  }

  List<VolumeTerm> terms() {
    return List.copyOf(terms);
  }

  static String n(double value) {
    return VolumeTerm.number(value);
  }
}
