/**
 * The station's door: HTTP and WebSocket on one port (Vert.x). Turns requests into calls of the
 * Desk and the journal, and their answers into JSON, problems and live messages; decides nothing
 * itself. May know the core packages, never another adapter.
 */
@NullMarked
package org.vigie.groundstation.api;

import org.jspecify.annotations.NullMarked;
