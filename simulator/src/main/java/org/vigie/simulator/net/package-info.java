/**
 * Sockets and what bad links do. All sockets of a world are looked at between its steps, without
 * threads; packets become messages in {@code frame} and {@code message}, which are pure.
 */
@NullMarked
package org.vigie.simulator.net;

import org.jspecify.annotations.NullMarked;
