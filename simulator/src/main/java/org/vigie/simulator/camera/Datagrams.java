package org.vigie.simulator.camera;

/** Where datagrams go. Never blocks and never throws: what cannot go is lost, as on any network. */
interface Datagrams {
  /** Sends a part of an array, at once. */
  void send(byte[] bytes, int from, int length);
}
