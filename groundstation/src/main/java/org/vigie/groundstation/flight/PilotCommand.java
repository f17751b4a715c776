package org.vigie.groundstation.flight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a pilot may order of a flight in the air. */
public enum PilotCommand {
  /** Stop where you are. */
  HOLD,
  /** Go on with the mission after a hold: adds risk, waits for the disk. */
  RESUME,
  /** Come back by the proven return. */
  RETURN,
  /** Out of another aircraft's way: stop, and sink as far as the proof leaves room below. */
  AVOID,
  /** Land here. */
  LAND,
  /** End the mission now, by the proven return. */
  ABORT,
  /** Stop the motors where it is, in the air too: it falls. Never the station's own order. */
  TERMINATE;

  /** The command of a code. */
  public static Optional<PilotCommand> find(String code) {
    return Arrays.stream(values()).filter(command -> command.code().equals(code)).findFirst();
  }

  /** For the journal and the interface, for example {@code hold}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this command adds risk, and so waits for the journal. */
  public boolean addsRisk() {
    return this == RESUME;
  }
}
