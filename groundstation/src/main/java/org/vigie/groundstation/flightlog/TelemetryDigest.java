package org.vigie.groundstation.flightlog;

import org.vigie.groundstation.journal.Event;
import org.vigie.groundstation.journal.EventType;
import org.vigie.planner.canonical.ContentHash;

/**
 * What the flight's {@code telemetry.tlog} holds in a range of bytes. The digests of a flight
 * follow each other without gap or overlap, from byte 0.
 *
 * @param fromByte first byte
 * @param toByte the byte after the last, always more than {@code fromByte}
 * @param frames whole records in the range
 * @param sha256 of exactly these bytes
 * @param lostFrames frames since the digest before that could not be written
 * @param recovered whether these bytes were written before a restart and digested after it
 */
@EventType("telemetry.digested")
public record TelemetryDigest(
    long fromByte, long toByte, long frames, ContentHash sha256, long lostFrames, boolean recovered)
    implements Event {}
