/**
 * One source's pictures to many viewers over WebSocket: each access unit becomes one frame that all
 * viewers share, and each viewer gets no more than it acknowledges. A slow viewer slows nobody.
 */
@NullMarked
package org.vigie.groundstation.video.hub;

import org.jspecify.annotations.NullMarked;
