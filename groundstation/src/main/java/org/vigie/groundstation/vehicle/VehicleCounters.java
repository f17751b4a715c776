package org.vigie.groundstation.vehicle;

/**
 * What happened to frames and orders since the loop was made.
 *
 * @param heard what came with the vehicle's system id
 * @param sent frames handed to a link
 * @param notSent frames that no link took
 * @param overwritten telemetry that a newer message of its kind replaced before the loop came to it
 * @param protocolLost protocol answers lost because their lane was full: each is a link fault
 * @param unreadable frames whose values made no sense, and answers that the station does not speak
 * @param inputsRefused orders that were refused because a lane was full or the loop had stopped
 * @param wayChanges how often orders changed their way, the first choice included
 */
public record VehicleCounters(
    Heard heard,
    long sent,
    long notSent,
    long overwritten,
    long protocolLost,
    long unreadable,
    long inputsRefused,
    long wayChanges) {

  /**
   * What came with the vehicle's system id.
   *
   * @param received new frames of the vehicle, each counted once however many ways it came
   * @param again copies of them
   * @param strange frames that claim to be the vehicle's but came by another way than it does
   * @param unsigned frames that should have been signed
   * @param forged frames whose signature is wrong
   * @param replayed frames whose signature is too old
   */
  public record Heard(
      long received, long again, long strange, long unsigned, long forged, long replayed) {}

  public long received() {
    return heard.received();
  }

  public long strange() {
    return heard.strange();
  }
}
