package org.vigie.groundstation.api;

import org.vigie.groundstation.flightlog.CheckpointStore;
import org.vigie.groundstation.journal.seal.MerkleLog;

/**
 * What the API tells auditors of the journal's seals.
 *
 * @param checkpoints what was signed
 * @param tree over the journal's durable entries
 */
public record SealPorts(CheckpointStore checkpoints, MerkleLog tree) {}
