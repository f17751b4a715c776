package org.vigie.simulator.net.frame;

/** The byte that ties a message's checksum to its definition. */
@FunctionalInterface
public interface Extras {
  /** There is no such message here. */
  int UNKNOWN = -1;

  /** CRC_EXTRA of a message, 0 to 255, or {@link #UNKNOWN}. */
  int extra(int messageId);
}
