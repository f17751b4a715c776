/**
 * The verifier that trusts nobody: needs a record and, to say more than CONSISTENT, the station's
 * public key. No station, no network, no database. Shares with the code that builds records only
 * {@code journal.seal} (hashes, proofs, notes; held to published vectors), the canonical JSON and
 * the form of a stream's name; it parses everything else itself.
 */
@NullMarked
package org.vigie.groundstation.flightlog.verify;

import org.jspecify.annotations.NullMarked;
