/**
 * Lets other ground stations watch: what vehicles say goes out untouched, and nothing that comes in
 * goes on. Strictly: not even a request to read, because ArduPilot answers one system's list while
 * it refuses another's. A watcher that is slow misses frames and delays nobody.
 */
@NullMarked
package org.vigie.groundstation.link.forward;

import org.jspecify.annotations.NullMarked;
