package org.vigie.groundstation.mavlink.sign;

/** What a frame's signature is worth. */
public enum SignatureVerdict {
  /** It is the vehicle's, or the vehicle needs none. */
  TAKEN(true),
  /** The vehicle's, but not newer than what came before: a copy by another way, or a late one. */
  ECHO(false),
  /** It has none, and this vehicle's frames must have one. */
  UNSIGNED(false),
  /** Not made with the vehicle's key. */
  FORGED(false),
  /** The vehicle's, but old: a recording that is played again. */
  REPLAYED(false),
  /** The vehicle's, but by a clock more than a minute behind; or a recording. */
  CLOCK_BEHIND(false),
  /** More streams than one vehicle has. */
  TOO_MANY_STREAMS(false);

  private final boolean taken;

  SignatureVerdict(boolean taken) {
    this.taken = taken;
  }

  public boolean taken() {
    return taken;
  }
}
