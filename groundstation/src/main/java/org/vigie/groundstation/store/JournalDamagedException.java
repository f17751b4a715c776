package org.vigie.groundstation.store;

import java.io.IOException;

/** The journal on disk contradicts itself; it is not opened, so that nothing is built on it. */
public final class JournalDamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  JournalDamagedException(String what) {
    super(what + "; restore the data folder from its last back-up, and keep this one as evidence");
  }
}
