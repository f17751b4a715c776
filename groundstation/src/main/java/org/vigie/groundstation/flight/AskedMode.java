package org.vigie.groundstation.flight;

/**
 * Which mode the station has asked for, to tell what it asked from what autopilot or hand control
 * did. While an order is on its way, or its end is unknown, both the mode asked for and the one
 * before it count as the station's. Immutable.
 *
 * @param latest asked for last, by name; empty before anything was
 * @param before what the aircraft was last seen in on the station's order; empty for none
 * @param commandId the order for the latest
 */
record AskedMode(String latest, String before, String commandId) {
  /** Nothing was asked for: the first mode that is seen counts as asked for. */
  static final AskedMode NOTHING = new AskedMode("", "", "");

  AskedMode asking(String mode, String id) {
    return new AskedMode(mode, before, id);
  }

  /** A station that was away: whatever mode is found was asked for, as far as anyone knows. */
  AskedMode adopting(String mode) {
    return latest.isEmpty() ? new AskedMode(mode, mode, "") : this;
  }

  /** The aircraft is in the mode asked for last: what was before counts no more. */
  AskedMode seen(String mode) {
    return mode.equals(latest) ? new AskedMode(latest, latest, commandId) : this;
  }

  /** The aircraft did not take the order. */
  AskedMode refused(String id) {
    return id.equals(commandId) ? new AskedMode(before, before, "") : this;
  }

  boolean includes(String mode) {
    return !mode.isEmpty() && (mode.equals(latest) || mode.equals(before));
  }
}
