package org.vigie.groundstation.flightlog.verify;

import java.util.Locale;

/** What the verifier looks at, in the order in which it is reported. */
public enum Check {
  /** {@code record.json} is there, whole and canonical. */
  MANIFEST,
  /** {@code record.sig} is a strict signed note over {@code record.json}. */
  SIGNATURE,
  /** Every listed file has its size and hash; nothing else lies in the record. */
  FILES,
  /** Inputs are named by their hashes and all in the index. */
  INPUTS,
  /** The checkpoint is a strict note by the same key. */
  CHECKPOINT,
  /** The journal's checkpoints during the flight are signed and grew one into the next. */
  CHECKPOINTS,
  /** Every entry is whole and canonical. */
  ENTRIES,
  /** Positions rise, numbers have no gaps, time never goes back in a stream. */
  ORDER,
  /** Every entry is in the tree that the checkpoint commits to. */
  INCLUSION,
  /** The closing entry is the last one and its counts are met. */
  CLOSING,
  /** The telemetry is what was digested, all of it and nothing else. */
  TELEMETRY,
  /** The flight went from state to state as a flight may. */
  STATES,
  /** Plan, proof, decision and clearance agree, and said yes, before arming. */
  WARRANT,
  /** What the aircraft stored was read back equal before arming. */
  READ_BACK,
  /** Proof and decision, worked out again from the inputs, are those of the record. */
  AGAIN,
  /** Every order came from who might give it, and what was sent is what was ordered. */
  ORDERS,
  /** The aircraft stayed in its contingency volume, or the journal says that it did not. */
  TRACK,
  /** Times of journal, telemetry and satellites fit each other. */
  CLOCKS;

  /** For machines and for the keys of texts, for example {@code read-back}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
