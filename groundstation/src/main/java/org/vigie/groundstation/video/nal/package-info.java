/**
 * H.264 and H.265 as far as a relay must understand them: where NAL units and pictures begin, where
 * decoding can start, size and codec. Pictures are never decoded. No input or output of its own.
 *
 * <p>Decoding starts at IDR pictures (H.264) and IRAP pictures (H.265). Streams that refresh bit by
 * bit and mark recovery points only are not shown: browsers' decoders refuse to begin there.
 * Parameter sets are passed on as they are; {@code max_num_reorder_frames} is not rewritten.
 *
 * @source ITU-T H.264 (08/2021), ITU-T H.265 (09/2023)
 */
@NullMarked
package org.vigie.groundstation.video.nal;

import org.jspecify.annotations.NullMarked;
