package org.vigie.simulator.camera;

/**
 * What a live camera has done so far.
 *
 * @param size in use now, for example {@code 640x360}
 * @param sizeReason why that size: asked-for, few-processors, still-measuring, too-slow or
 *     fast-enough
 * @param frames sent
 * @param skipped left out because the machine was late
 * @param bytes of transport stream
 * @param datagrams sent
 * @param unsent datagrams that the network did not take
 * @param drawMs median of the last frames, milliseconds
 * @param encodeMs median of the last frames, milliseconds
 */
public record CameraFigures(
    String size,
    String sizeReason,
    long frames,
    long skipped,
    long bytes,
    long datagrams,
    long unsent,
    double drawMs,
    double encodeMs) {}
