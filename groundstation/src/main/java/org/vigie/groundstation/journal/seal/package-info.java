/**
 * What makes the journal evidence: the Merkle tree over its entries (RFC 6962), checkpoints and
 * signed notes (C2SP). Pure, knows nothing of entries or files; shared by the station that seals
 * and the verifier that trusts nobody, because it is checked against published vectors.
 */
@NullMarked
package org.vigie.groundstation.journal.seal;

import org.jspecify.annotations.NullMarked;
