package org.vigie.simulator.net.frame;

/** Signs packets. */
@FunctionalInterface
public interface Signer {
  /** Fills the last 13 bytes of a packet that is whole but for them. */
  void sign(byte[] packet);
}
