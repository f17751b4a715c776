package org.vigie.groundstation.vehicle.protocol;

/**
 * How fetching a log ended.
 *
 * @param why a code of why it is not whole, empty when it is
 */
public record LogFetched(int id, long sizeBytes, String why) {
  /** Whether all of it was handed on. */
  public boolean whole() {
    return why.isEmpty();
  }
}
