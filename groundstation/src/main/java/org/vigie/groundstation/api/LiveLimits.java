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
  /** In wall time, also in a simulation at N times: what is limited is network and eyes. */
  static final LiveLimits DEFAULT = new LiveLimits(Duration.ofSeconds(1), 10, 256 * 1024, 20, 200);
}
