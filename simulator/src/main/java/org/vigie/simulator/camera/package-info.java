/**
 * The simulator's cameras: a drone's live picture as H.264 over MPEG-TS/UDP, fixed CCTV cameras as
 * JPEG over HTTP. The only package that knows FFmpeg and AWT; threads and sockets live here, what
 * the pictures show is drawn in {@code picture}.
 */
@NullMarked
package org.vigie.simulator.camera;

import org.jspecify.annotations.NullMarked;
