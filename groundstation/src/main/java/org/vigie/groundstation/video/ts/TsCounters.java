package org.vigie.groundstation.video.ts;

/**
 * What a demultiplexer has met so far.
 *
 * @param garbageBytes outside any packet
 * @param duplicatePackets that came twice and were left out
 * @param lostPackets missing by the continuity counter, of the video (modulo 16 each time)
 * @param badPackets with a transport error, scrambled or malformed
 * @param orphanPackets of video that belong to no unit whose beginning was seen
 * @param tableErrors sections with a wrong CRC or length
 * @param oversizeUnits left out for their size
 * @param refusedUnits left out because they are no PES packet or empty
 * @param endsByStuffing whether the rule of stuffing holds for this source
 */
public record TsCounters(
    long datagrams,
    long bytes,
    long packets,
    long garbageBytes,
    long duplicatePackets,
    long lostPackets,
    long badPackets,
    long orphanPackets,
    long tableErrors,
    long units,
    long damagedUnits,
    long oversizeUnits,
    long refusedUnits,
    long klvUnits,
    boolean endsByStuffing) {}
