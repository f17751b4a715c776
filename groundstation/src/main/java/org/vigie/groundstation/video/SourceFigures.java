package org.vigie.groundstation.video;

import org.vigie.groundstation.video.hub.HubFigures;
import org.vigie.groundstation.video.record.RecorderFigures;
import org.vigie.groundstation.video.ts.TsCounters;

/**
 * What a source has done since the station started.
 *
 * @param trouble why it does not listen; empty if it does
 * @param stream what came
 * @param unitsUnready units left out since no key had come
 * @param unitsRefused units that are no picture
 */
public record SourceFigures(
    String source,
    String trouble,
    TsCounters stream,
    long unitsUnready,
    long unitsRefused,
    HubFigures hub,
    RecorderFigures recorder) {}
