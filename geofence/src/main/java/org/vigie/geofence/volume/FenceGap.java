package org.vigie.geofence.volume;

import java.util.Locale;

/**
 * Something that the autopilot's fence does not hold as it was meant.
 *
 * @param zone what names the zone; empty when it is about the whole fence
 * @param wanted the number that was meant, see {@link Code}
 * @param got the number that is held
 */
public record FenceGap(Code code, String zone, double wanted, double got) {
  /** What a gap means for containment. */
  public enum Effect {
    /** The autopilot does not hold this at all. */
    NOT_ENFORCED,
    /** It holds less. */
    WEAKER,
    /** It holds more than was asked for. */
    STRICTER
  }

  /** What is missing; each says which numbers it comes with. */
  public enum Code {
    /** The band between flight geography and setback is too narrow: wanted, got metres. */
    BAND_NARROW(Effect.NOT_ENFORCED, "no inclusion fence fits: %s m of room needed, %s m there"),
    /** No fence drawn in the band does what it must: metres between the outlines needed, there. */
    INCLUSION_UNPROVEN(
        Effect.NOT_ENFORCED,
        "no inclusion fence can be shown to hold the flight geography and to leave room to stop"
            + " (%s m needed between the outlines, %s m there)"),
    /**
     * The inclusion polygon needs more vertices than there are, long edges being split until they
     * lie where they should in degrees too: needed, there.
     */
    INCLUSION_BUDGET(
        Effect.NOT_ENFORCED, "the inclusion fence needs %s vertices, the autopilot stores %s"),
    /** A zone left out for want of vertices: needed at least, left. */
    BUDGET_SPENT(Effect.NOT_ENFORCED, "left out: it needs %s vertices, %s are left"),
    /** The zone overlaps the flight geography at its heights and times: top of flight, floor. */
    ZONE_IN_GEOGRAPHY(
        Effect.NOT_ENFORCED, "overlaps the flight geography (flight up to %s m, zone from %s m)"),
    /** The zone lies above or below the flight geography: its floor, its ceiling. */
    HEIGHT_BAND(
        Effect.NOT_ENFORCED,
        "lies over or under the flight geography, from %s m to %s m: a fence has no height bands"),
    /** The zone overlaps the flight geography for a part of the flight only: seconds of it. */
    TIME(
        Effect.NOT_ENFORCED,
        "overlaps the flight geography for a part of the flight (%s s, of it in force %s s): a"
            + " fence has no times"),
    /** The flight geography lies in a hole of the zone, or in a bay: no numbers. */
    HOLE(
        Effect.NOT_ENFORCED,
        "surrounds the flight geography too closely (%s m of room needed, %s m there)"),
    /** The exclusion keeps less distance: metres wanted, metres kept. */
    SETBACK_CUT(
        Effect.WEAKER,
        "%s m around it are needed to stop outside, %s m do not cut the flight geography"),
    /** The ceiling counts from home: ceiling, H_FG. */
    CEILING_FROM_HOME(
        Effect.WEAKER,
        "the ceiling of %s m counts from home (flight up to %s m), not from the ground below"),
    /** The autopilot knows no lowest height: floor wanted, nothing. */
    NO_FLOOR(Effect.NOT_ENFORCED, "the floor of %s m cannot be enforced (held: %s)"),
    /** The exclusion holds outside the zone's heights too: floor, ceiling. */
    ALL_HEIGHTS(Effect.STRICTER, "is kept out of at every height, not from %s m to %s m only"),
    /** The exclusion holds for the whole flight: seconds of flight, seconds in force. */
    ALL_TIMES(Effect.STRICTER, "is kept out of for all %s s of the flight, in force for %s s");

    private final Effect effect;
    private final String words;

    Code(Effect effect, String words) {
      this.effect = effect;
      this.words = words;
    }

    /** What this means for containment. */
    public Effect effect() {
      return effect;
    }
  }

  /** This gap in words. */
  public String words() {
    String said = code.words.formatted(number(wanted), number(got));
    return zone.isEmpty() ? said : zone + " " + said;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
