package org.vigie.geofence.zone.io;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.geofence.zone.VerticalBand;
import org.vigie.geofence.zone.VerticalReference;

/** Between which heights a zone lies. */
final class Bands {
  /** International foot. */
  private static final double METRES_PER_FOOT = 0.3048;

  /** What each format calls the parts of a band. */
  enum Names {
    ED269(
        "lowerLimit", "upperLimit", "lowerVerticalReference", "upperVerticalReference", "M", "FT"),
    ED318("lower", "upper", "lowerReference", "upperReference", "m", "ft");

    final String lower;
    final String upper;
    final String lowerReference;
    final String upperReference;
    final String metres;
    final String feet;

    Names(
        String lower,
        String upper,
        String lowerReference,
        String upperReference,
        String metres,
        String feet) {
      this.lower = lower;
      this.upper = upper;
      this.lowerReference = lowerReference;
      this.upperReference = upperReference;
      this.metres = metres;
      this.feet = feet;
    }

    /** Whether an object tells heights at all. */
    boolean in(Spot spot) {
      return spot.has(lower) || spot.has(upper);
    }
  }

  /** Metres of one unit of length; of an unknown unit the shorter and the longer that it can be. */
  record Unit(double shorterM, double longerM) {
    static final Unit METRE = new Unit(1, 1);
    static final Unit FOOT = new Unit(METRES_PER_FOOT, METRES_PER_FOOT);
    static final Unit UNKNOWN = new Unit(METRES_PER_FOOT, 1);
  }

  private Bands() {}

  /**
   * The unit at a spot.
   *
   * @param absent what a missing one stands for
   */
  static Unit unit(Spot spot, Names names, Unit absent) throws NotUnderstood {
    Optional<String> text = spot.text();
    if (text.isEmpty()) {
      // ED-318 reads a missing unit as metres; an empty one is not missing, it is unknown
      Unit unit = spot.node().isTextual() ? Unit.UNKNOWN : absent;
      if (unit.equals(Unit.UNKNOWN)) {
        spot.note(Deviation.NO_UNIT);
      }
      return unit;
    }
    boolean metres = text.get().equalsIgnoreCase("m");
    if (!metres && !text.get().equalsIgnoreCase("ft")) {
      throw spot.error(Deviation.BAD_UNIT, text.get());
    }
    String exact = metres ? names.metres : names.feet;
    if (!text.get().equals(exact)) {
      spot.note(Deviation.UNIT_SPELLING, text.get(), exact);
    }
    return metres ? Unit.METRE : Unit.FOOT;
  }

  /** The band that an object tells; absent limits are the surface and no limit. */
  static VerticalBand band(Spot spot, Names names, Unit unit) throws NotUnderstood {
    return band(spot, names, unit, true);
  }

  /** The same; where references are free, a limit without one is left out instead of refused. */
  static VerticalBand band(Spot spot, Names names, Unit unit, boolean strict) throws NotUnderstood {
    OptionalDouble lower = spot.child(names.lower).number();
    OptionalDouble upper = spot.child(names.upper).number();
    if (!strict && lower.isPresent() && !spot.has(names.lowerReference)) {
      spot.child(names.lower).note(Deviation.UNREFERENCED_LIMIT);
      lower = OptionalDouble.empty();
    }
    if (!strict && upper.isPresent() && !spot.has(names.upperReference)) {
      spot.child(names.upper).note(Deviation.UNREFERENCED_LIMIT);
      upper = OptionalDouble.empty();
    }
    VerticalReference lowerReference =
        reference(spot.child(names.lowerReference), lower.isPresent());
    VerticalReference upperReference =
        reference(spot.child(names.upperReference), upper.isPresent());
    double lowerM = Double.NEGATIVE_INFINITY;
    if (lower.isPresent()) {
      double limit = lower.getAsDouble();
      lowerM = Math.min(limit * unit.shorterM(), limit * unit.longerM());
    }
    double upperM = Double.POSITIVE_INFINITY;
    if (upper.isPresent()) {
      double limit = upper.getAsDouble();
      upperM = Math.max(limit * unit.shorterM(), limit * unit.longerM());
    }
    if (leavesNoAir(lowerM, lowerReference, upperM, upperReference)) {
      spot.child(names.upper).note(Deviation.NO_THICKNESS);
      upperM = Double.POSITIVE_INFINITY;
    }
    if (lowerReference == upperReference && lowerM > upperM) {
      throw spot.child(names.lower).error(Deviation.BAD_HEIGHTS, lowerM, upperM);
    }
    return new VerticalBand(lowerM, lowerReference, upperM, upperReference);
  }

  /** Spain's zones for aerial photography reach from 0 to 0 above ground, and are meant to bind. */
  private static boolean leavesNoAir(
      double lowerM, VerticalReference from, double upperM, VerticalReference to) {
    boolean groundToSea = from == VerticalReference.AGL && to != from && lowerM == 0 && upperM == 0;
    if (groundToSea) {
      return true;
    }
    return from == to
        && (lowerM == upperM || (to == VerticalReference.AGL && upperM <= 0 && lowerM <= upperM));
  }

  private static VerticalReference reference(Spot spot, boolean limitGiven) throws NotUnderstood {
    String text = spot.text().orElse("");
    if (text.isEmpty()) {
      if (limitGiven) {
        throw spot.error(Deviation.NO_REFERENCE);
      }
      return VerticalReference.AGL;
    }
    try {
      VerticalReference reference = VerticalReference.valueOf(text.toUpperCase(Locale.ROOT));
      if (!reference.name().equals(text)) {
        spot.note(Deviation.SPELLING, text, reference);
      }
      return reference;
    } catch (IllegalArgumentException e) {
      throw spot.error(Deviation.BAD_REFERENCE, text);
    }
  }
}
