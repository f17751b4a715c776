package org.vigie.simulator.net;

/**
 * What is wrong with one direction of a link. Immutable.
 *
 * @param lossShare share of messages that never arrive, 0 to 1; 1 is a dead link that stays open
 * @param delayS what every message takes
 * @param jitterS what a message takes at most on top, drawn anew for each; order is kept
 * @param duplicateShare share of messages that arrive twice
 * @param reorderShare share of messages that later ones overtake
 * @param bytesPerSecond what goes through; infinite for no limit
 */
public record LinkFaults(
    double lossShare,
    double delayS,
    double jitterS,
    double duplicateShare,
    double reorderShare,
    double bytesPerSecond) {
  /** A perfect line. */
  public static final LinkFaults NONE = new LinkFaults(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY);

  /** A message that is later than this belongs to another flight. */
  private static final double DELAY_MAX_S = 60;

  public LinkFaults {
    share("lossShare", lossShare);
    share("duplicateShare", duplicateShare);
    share("reorderShare", reorderShare);
    time("delayS", delayS);
    time("jitterS", jitterS);
    if (!(bytesPerSecond > 0)) {
      throw new IllegalArgumentException("bytesPerSecond is above 0, not " + bytesPerSecond);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is 0 to 1, not " + value);
    }
  }

  private static void time(String name, double value) {
    if (!(value >= 0 && value <= DELAY_MAX_S)) {
      throw new IllegalArgumentException(name + " is 0 to " + DELAY_MAX_S + " s, not " + value);
    }
  }

  public LinkFaults withLoss(double share) {
    return new LinkFaults(share, delayS, jitterS, duplicateShare, reorderShare, bytesPerSecond);
  }

  public LinkFaults withDelay(double seconds, double jitter) {
    return new LinkFaults(lossShare, seconds, jitter, duplicateShare, reorderShare, bytesPerSecond);
  }

  public LinkFaults withDuplicates(double share) {
    return new LinkFaults(lossShare, delayS, jitterS, share, reorderShare, bytesPerSecond);
  }

  public LinkFaults withReordering(double share) {
    return new LinkFaults(lossShare, delayS, jitterS, duplicateShare, share, bytesPerSecond);
  }

  public LinkFaults withBandwidth(double bytes) {
    return new LinkFaults(lossShare, delayS, jitterS, duplicateShare, reorderShare, bytes);
  }
}
