package org.vigie.simulator.net;

import java.io.Closeable;

/** A place where stations come from. Confined to the world's thread. */
interface Port extends Closeable {
  /** Its number on this machine; 0 while it has none. */
  int port();

  /** Looks after what depends on wall time. */
  default void tend() {}
}
