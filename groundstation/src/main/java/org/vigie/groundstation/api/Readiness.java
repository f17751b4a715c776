package org.vigie.groundstation.api;

import java.util.List;

/** Whether the station can do its work, for {@code /readyz}. Thread-safe, never blocks. */
@FunctionalInterface
public interface Readiness {
  /** Codes of what is missing, for example {@code journal}; empty when ready. */
  List<String> missing();
}
