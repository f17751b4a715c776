package org.vigie.groundstation.video.hub;

/**
 * What a hub has done since it was opened.
 *
 * @param unitsPublished access units that came
 * @param framesSent access units given to connections, over all viewers
 * @param bytesSent bytes given to connections, over all viewers
 * @param resyncs how often a viewer was too far behind and had to wait for a key
 * @param struggling viewers whose link is too slow now
 * @param silentViewers viewers closed because they acknowledged nothing
 * @param refusedViewers viewers for whom there was no room
 * @param loopOverflows units that an event loop was too busy to take
 */
public record HubFigures(
    int viewers,
    long unitsPublished,
    long framesSent,
    long bytesSent,
    long resyncs,
    int struggling,
    long silentViewers,
    long refusedViewers,
    long loopOverflows,
    int ringFrames,
    int ringBytes) {}
