/**
 * What seals the journal while the station runs: checkpoints each minute, witnesses that cosign
 * them; and the server of such a witness. Files, threads and HTTP around {@code flightlog} and
 * {@code flightlog.witness}.
 */
@NullMarked
package org.vigie.groundstation.app.seal;

import org.jspecify.annotations.NullMarked;
