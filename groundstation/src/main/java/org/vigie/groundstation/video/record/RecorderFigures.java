package org.vigie.groundstation.video.record;

/**
 * What the recorder of a source has done since the station started.
 *
 * @param unitsWritten access units that reached the system
 * @param unitsLost access units that came and were not kept
 * @param segments segments begun
 * @param gaps gaps told to the journal
 * @param diskErrors how often the disk refused
 */
public record RecorderFigures(
    boolean recording,
    long unitsWritten,
    long bytesWritten,
    long unitsLost,
    long segments,
    long gaps,
    long diskErrors,
    long queuedBytes) {}
