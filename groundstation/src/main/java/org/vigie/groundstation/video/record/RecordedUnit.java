package org.vigie.groundstation.video.record;

/**
 * An access unit as it is indexed.
 *
 * @param key decoding can begin here
 * @param startsEpoch codec, size or clock of the source are new from here on
 * @param utcUs wall time at which it had come, microseconds since 1970
 */
public record RecordedUnit(
    boolean key, boolean damaged, boolean startsEpoch, long ptsUs, long utcUs) {}
