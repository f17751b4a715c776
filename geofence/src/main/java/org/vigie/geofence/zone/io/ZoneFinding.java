package org.vigie.geofence.zone.io;

import java.util.List;
import org.vigie.geofence.document.Problem;

/**
 * Something in a zone file that is not as its format wants it.
 *
 * @param deviation what it is
 * @param arguments what stands for {@code {0}}, {@code {1}} in the deviation's sentence
 * @param consequence what became of it
 * @param place file, line, field and the sentence in English
 */
public record ZoneFinding(
    Deviation deviation, List<String> arguments, Consequence consequence, Problem place) {
  /** How bad it is. */
  public enum Severity {
    /** A deviation that was tolerated; the place says what was understood. */
    NOTE,

    /** Something that could not be understood. */
    BLOCKING
  }

  /** What a deviation leads to. */
  public enum Consequence {
    /** It was tolerated. */
    TOLERATED(Severity.NOTE, "{0}"),

    /** A zone blocks, always and at every height, the area that it claims. */
    ZONE_BLOCKS(Severity.BLOCKING, "{0}: the zone blocks the area that it claims"),

    /** The source is incomplete: no absence of a zone proves anything. */
    COVERAGE_UNKNOWN(Severity.BLOCKING, "{0}: what the file covers is unknown");

    private final Severity severity;
    private final String pattern;

    Consequence(Severity severity, String pattern) {
      this.severity = severity;
      this.pattern = pattern;
    }

    /** What names this consequence in tables, for example {@code zone-blocks}. */
    public String key() {
      return Deviation.key(name());
    }

    /** Around a deviation's sentence, in English, as a {@link java.text.MessageFormat}. */
    public String pattern() {
      return pattern;
    }
  }

  public ZoneFinding {
    arguments = List.copyOf(arguments);
  }

  /** Stable name of the kind of deviation, for example {@code number-as-text}. */
  public String code() {
    return deviation.code();
  }

  public Severity severity() {
    return consequence.severity;
  }

  /** Whether something could not be understood. */
  public boolean blocks() {
    return severity() == Severity.BLOCKING;
  }

  @Override
  public String toString() {
    return severity() + " " + code() + " " + place;
  }
}
