package org.vigie.groundstation.flightlog.verify;

import java.util.Locale;

/** What exactly is wrong with a part; the comment names the details that go with it. */
public enum Fault {
  /** The part is missing. */
  MISSING,
  /** The part cannot be read; what the system said. */
  UNREADABLE,
  /** The part is larger than any real one; size limit. */
  TOO_LARGE,
  /** Lies in the record but is not listed. */
  UNLISTED,
  /** Is listed but no part of a record. */
  UNKNOWN_PART,
  /** Size; listed, found. */
  SIZE,
  /** SHA-256; listed, found. */
  HASH,
  /** Not of its one form; what was expected, perhaps where. */
  MALFORMED,
  /** Not signed by the key; vkey. */
  NOT_SIGNED,
  /** Signed by another key than the one given; vkey of the record. */
  OTHER_KEY,
  /** Two places that must agree differ; what, here, there. */
  DISAGREES,
  /** Position does not rise; position. */
  POSITION,
  /** Number in its stream; position, expected, found. */
  NUMBER,
  /** Time goes back in its stream; position. */
  TIME,
  /** A stream that does not belong here; position, stream. */
  FOREIGN_STREAM,
  /** Not in the tree of the checkpoint; position. */
  NOT_INCLUDED,
  /** A checkpoint of the flight's time is not signed by the key; size, vkey. */
  CHECKPOINT_NOT_SIGNED,
  /** A checkpoint commits to no more than the one before; size, size before. */
  CHECKPOINT_SIZE,
  /** A checkpoint's time goes back; size. */
  CHECKPOINT_TIME,
  /** Between two checkpoints the journal did not only grow, or nothing shows it; from, to. */
  NOT_CONSISTENT,
  /** A line says that it is this witness's and is not; name of the witness. */
  NOT_COSIGNED,
  /** The flight's stream does not end in exactly one closing entry. */
  NOT_CLOSED,
  /** Bytes without a digest; from, to. */
  UNDIGESTED,
  /** A state change that no flight makes; position, from, to. */
  STATE,
  /** The flight did not end; last state. */
  NOT_ENDED,
  /** Did not say yes; what was said. */
  NOT_GRANTED,
  /** Armed outside the validity of plan or decision; time of arming. */
  EXPIRED,
  /** No clearance before arming. */
  NOT_CLEARED,
  /** Not read back equal before arming, or sent again after that; kind. */
  NOT_READ_BACK,
  /** Worked out again it is another; what differs first. */
  NOT_AGAIN,
  /** A note: worked out by the method of another version it differs; what differs first. */
  OTHER_METHOD,
  /** Given by who was not in command; position, order, by, in command. */
  NOT_IN_COMMAND,
  /** Two orders with one id; position, id. */
  ORDER_TWICE,
  /** An end without an order; position, id. */
  ORDER_UNKNOWN,
  /** Sent without an entry at its side; time, what. */
  UNTOLD_ORDER,
  /** Armed before any warrant; time. */
  ARMED_UNWARRANTED,
  /** Sticks were moved, which no station does; time, message. */
  STICKS,
  /** Outside the contingency volume, and no entry says so; time. */
  LEFT_UNTOLD,
  /** A note: outside the contingency volume, as the journal says; first time, positions, of all. */
  LEFT_VOLUME,
  /** A note: the aircraft told no position in the air. */
  NO_POSITIONS,
  /** A frame's time does not fit its digest's; time, position of the entry, its time. */
  CLOCK,
  /** A note: the aircraft's clock differs; seconds. */
  OTHER_CLOCK;

  /** For machines and for the keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
