package org.vigie.groundstation.video.hub;

/** What decides whether a viewer gets an access unit. */
record FrameFacts(boolean key, boolean damaged, boolean discontinuity, int epoch, long ptsUs) {}
