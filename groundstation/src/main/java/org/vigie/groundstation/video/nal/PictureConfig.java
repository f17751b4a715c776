package org.vigie.groundstation.video.nal;

import org.vigie.groundstation.picture.VideoCodec;

/**
 * What a decoder must know before the first picture.
 *
 * @param name codec as browsers name it, for example {@code avc1.42C01F}. @source RFC 6381
 * @param width pixels, cropped
 * @param height pixels, cropped
 */
public record PictureConfig(VideoCodec codec, String name, int width, int height) {}
