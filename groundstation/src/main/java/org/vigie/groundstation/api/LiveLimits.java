package org.vigie.groundstation.api;

import java.time.Duration;

/**
 * What one live client may cost.
 *
 * @param tick between two snapshots
 * @param stalledTicksMax a client whose queue has been full for so many ticks, without draining
 *     once, is closed
 * @param queueBytesMax outbound queue of a client; full, it gets no snapshots and no entries
 * @param inputsMax messages from a client in one tick; a console sends one
 * @param clientsMax connections; a console, a few pages and tools for each of a station's people
 */
record LiveLimits(
    Duration tick, int stalledTicksMax, int queueBytesMax, int inputsMax, int clientsMax) {
  /** At real time. */
  static final LiveLimits DEFAULT = new LiveLimits(Duration.ofSeconds(1), 10, 256 * 1024, 20, 200);

  /** The same limits with snapshots at another pace: a simulation at N times shows N a second. */
  LiveLimits every(Duration wallTick) {
    return new LiveLimits(wallTick, stalledTicksMax, queueBytesMax, inputsMax, clientsMax);
  }
}
