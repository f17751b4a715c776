/** Pictures over RTP and RTSP without sockets: packets, requests, descriptions. Pure. */
@NullMarked
package org.vigie.simulator.camera.rtp;

import org.jspecify.annotations.NullMarked;
