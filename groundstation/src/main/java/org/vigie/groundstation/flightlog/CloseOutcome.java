package org.vigie.groundstation.flightlog;

import java.nio.file.Path;

/** How the closing of a flight's record ended. */
public sealed interface CloseOutcome {
  /** The record is on disk, synced. */
  record Written(Path record) implements CloseOutcome {}

  /** There is no record; what was missing is in the reason, and closing may be asked again. */
  record NotWritten(String reason) implements CloseOutcome {}
}
