package org.vigie.groundstation.picture;

import org.jspecify.annotations.Nullable;

/**
 * A source of live video as screens show it.
 *
 * @param source name in {@code /video/{source}}: the vehicle's id
 * @param ageS seconds of wall time since the last picture came, absent before the first
 * @param codec absent before the first key frame
 * @param width pixels, 0 before the first key frame
 * @param height pixels, 0 before the first key frame
 * @param framesPerSecond over the last second
 * @param kilobitsPerSecond over the last second
 * @param recording whether what comes is being recorded
 */
public record VideoView(
    String source,
    PictureState state,
    @Nullable Double ageS,
    @Nullable VideoCodec codec,
    int width,
    int height,
    double framesPerSecond,
    double kilobitsPerSecond,
    int viewers,
    boolean recording) {}
