package org.vigie.groundstation.flight.watch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What supervision may be concerned about. */
public enum ConcernKind {
  /** Where the aircraft is, and where it could stop. */
  CONTAINMENT,
  /** Whether the battery brings it home with its reserve. */
  ENERGY,
  /** Whether it is home before decision or plan end. */
  EXPIRY,
  /** Whether it flies as fast as planned. */
  PACE,
  /** Whether it is heard. */
  LINK,
  /** Whether the zones of now still allow what was proven. */
  ZONES,
  /** Other aircraft, the station's own and those that tell where they are. */
  TRAFFIC,
  /** Whether home is where it was proven. */
  HOME,
  /** Whether satellites say where it is. */
  SATELLITES;

  /** The kind of a code. */
  public static Optional<ConcernKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** For the journal and the interface, for example {@code energy}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
