package org.vigie.simulator.net;

import org.vigie.simulator.net.frame.Frame;

/** Takes packets to one station. Never waits. Confined to the world's thread. */
interface Wire {
  Carrier carrier();

  /** Takes a packet; false when there is no room for it now. */
  boolean send(Frame frame);

  /** Sends what has been taken. */
  void flush();

  /** Whether the other end is gone. */
  boolean broken();

  void close();

  /** The station's address, for the log. */
  String name();
}
