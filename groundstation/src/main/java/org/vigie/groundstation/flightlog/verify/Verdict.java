package org.vigie.groundstation.flightlog.verify;

/** What a verification says. */
public enum Verdict {
  /** Something was changed, cut, added, or never was as the rules want it. */
  DAMAGED,
  /**
   * The record agrees with itself and the key inside it. Whoever has any key can make such a
   * record.
   */
  CONSISTENT,
  /**
   * The station whose key was given signed exactly this. It does not exclude that the station
   * itself rewrote its journal before it signed.
   */
  SIGNED,
  /**
   * The same, and a witness whose key was given saw it at an instant: since then nobody, the
   * station included, has changed an entry or what entries name by hash (plan, proof, decision,
   * telemetry). What was written before that instant may be false.
   */
  WITNESSED
}
