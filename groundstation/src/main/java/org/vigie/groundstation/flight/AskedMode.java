package org.vigie.groundstation.flight;

import java.util.ArrayList;
import java.util.List;

/**
 * Which mode the station has asked for, to tell what it asked from what autopilot or hand control
 * did. While orders are on their way, or their ends are unknown, every mode asked for since the
 * last that was seen counts as the station's. Immutable.
 *
 * @param latest asked for last, by name; empty before anything was
 * @param possible what the aircraft may be in on earlier orders of the station, oldest first
 * @param commandId the order for the latest
 */
record AskedMode(String latest, List<String> possible, String commandId) {
  /** Nothing was asked for: the first mode that is seen counts as asked for. */
  static final AskedMode NOTHING = new AskedMode("", List.of(), "");

  /** Somebody else flies: no mode that is seen counts as asked for. */
  static final AskedMode NOBODYS = new AskedMode("-", List.of(), "");

  /** More orders than that between two heartbeats are no pilot's. */
  private static final int POSSIBLE_MAX = 8;

  AskedMode {
    int size = possible.size();
    possible = List.copyOf(possible.subList(Math.max(0, size - POSSIBLE_MAX), size));
  }

  AskedMode asking(String mode, String id) {
    List<String> before = new ArrayList<>(possible);
    if (!latest.isEmpty() && !before.contains(latest)) {
      before.add(latest);
    }
    return new AskedMode(mode, before, id);
  }

  /** A station that was away: whatever mode is found was asked for, as far as anyone knows. */
  AskedMode adopting(String mode) {
    return latest.isEmpty() ? new AskedMode(mode, List.of(mode), "") : this;
  }

  /** The aircraft is in the mode asked for last: what was before counts no more. */
  AskedMode seen(String mode) {
    return mode.equals(latest) ? new AskedMode(latest, List.of(latest), commandId) : this;
  }

  /** The aircraft did not take the order. */
  AskedMode refused(String id) {
    if (!id.equals(commandId)) {
      return this;
    }
    return possible.isEmpty()
        ? NOTHING
        : new AskedMode(possible.get(possible.size() - 1), possible, "");
  }

  boolean includes(String mode) {
    return !mode.isEmpty() && (mode.equals(latest) || possible.contains(mode));
  }
}
