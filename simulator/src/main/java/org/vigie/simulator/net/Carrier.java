package org.vigie.simulator.net;

/** What messages travel in, which decides what a bad link does to them. */
public enum Carrier {
  /** Each message for itself: it may be lost, doubled, overtaken. */
  DATAGRAM,

  /**
   * One stream of bytes, in which nothing is lost, doubled or overtaken: it stalls instead, until
   * the sender has repeated what was lost, and all behind waits. Only a dead link loses.
   *
   * @source RFC 9293 (TCP delivers in order), RFC 6298 (repetition after a time that doubles)
   */
  STREAM
}
