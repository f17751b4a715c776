package org.vigie.groundstation.store;

import java.io.IOException;
import java.nio.file.Path;

/** Another live process writes this journal. */
public final class JournalHeldException extends IOException {
  private static final long serialVersionUID = 1L;

  JournalHeldException(Path folder) {
    super("the journal in " + folder + " is held by another running station");
  }
}
