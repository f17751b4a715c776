package org.vigie.groundstation.video.ts;

/**
 * Whether a packet with stuffing ends a unit. Writers of video stuff a unit's last packet only, but
 * no standard says so; hence the rule must prove itself for each source, and one exception turns it
 * off. Confined to one thread.
 */
final class EndRule {
  /** Two seconds of a usual camera: after that a writer has shown its habit. */
  static final int PROOF_UNITS = 50;

  private int proved;
  private boolean broken;
  private boolean pending;

  boolean holds() {
    return proved >= PROOF_UNITS && !broken;
  }

  boolean isBroken() {
    return broken;
  }

  /** A packet with payload came, without loss before it. True if it breaks a rule that held. */
  boolean next(boolean unitStart, boolean stuffed) {
    boolean violated = pending && !unitStart;
    if (pending && unitStart && proved < PROOF_UNITS) {
      proved++;
    }
    boolean betrayed = violated && holds();
    broken |= violated;
    pending = stuffed;
    return betrayed;
  }

  /** Packets were lost: what followed the stuffing is not known. */
  void lost() {
    pending = false;
  }

  void reset() {
    proved = 0;
    broken = false;
    pending = false;
  }
}
