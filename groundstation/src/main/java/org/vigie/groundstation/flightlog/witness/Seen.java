package org.vigie.groundstation.flightlog.witness;

import org.vigie.groundstation.journal.seal.MerkleHash;

/**
 * The latest checkpoint of one log that a witness cosigned.
 *
 * @param size leaves; 0 if none was cosigned
 */
public record Seen(long size, MerkleHash root) {
  /** Nothing was ever seen of that log. */
  public static final Seen NOTHING = new Seen(0, MerkleHash.ofEmptyTree());
}
