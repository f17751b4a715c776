package org.vigie.groundstation.vehicle.protocol;

import java.util.List;

/** How far giving a vehicle its load has come. */
public sealed interface CarryProgress {
  /**
   * Parameters were not as the plan's proof assumes, and are written.
   *
   * @param differences name, wanted value, value that was found
   */
  record SetUpDiffers(List<String> differences) implements CarryProgress {
    public SetUpDiffers {
      differences = List.copyOf(differences);
    }
  }

  /** The vehicle has taken a part, as it says. */
  record Written(LoadPart part, int items) implements CarryProgress {}

  /**
   * A part was read back.
   *
   * @param differences from the new load, the first few; none means equal
   */
  record ReadBack(LoadPart part, int items, List<String> differences) implements CarryProgress {
    public ReadBack {
      differences = List.copyOf(differences);
    }
  }

  /**
   * The new load does not stay: what was there before is written again.
   *
   * @param why a code
   */
  record PuttingBack(String why) implements CarryProgress {}
}
