/**
 * Sockets to vehicles: bytes in, frames to the core's {@code FrameSink}; frames out through its
 * {@code FrameOutlet}. An adapter on Netty; knows {@code mavlink} and {@code vehicle}'s interfaces.
 */
@NullMarked
package org.vigie.groundstation.link;

import org.jspecify.annotations.NullMarked;
