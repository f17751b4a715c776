package org.vigie.groundstation.vehicle.protocol;

import java.util.List;

/**
 * What a vehicle carries after it was to be given a new load. Every outcome but {@link Unknown} was
 * read back whole.
 */
public sealed interface CarryOutcome {
  /** Everything reads back equal to the new load. */
  record New() implements CarryOutcome {}

  /**
   * Everything reads back equal to what was there before.
   *
   * @param why the new load did not stay, a code
   */
  record Old(String why) implements CarryOutcome {}

  /**
   * Neither the one nor the other.
   *
   * @param why a code
   * @param differences from the new load, the first few
   */
  record Mixed(String why, List<String> differences) implements CarryOutcome {
    public Mixed {
      differences = List.copyOf(differences);
    }
  }

  /**
   * It could not be read.
   *
   * @param why a code
   */
  record Unknown(String why) implements CarryOutcome {}
}
