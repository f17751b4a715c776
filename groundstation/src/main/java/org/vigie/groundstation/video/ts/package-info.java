/**
 * MPEG-TS taken apart, without any input or output of its own: bytes go in as they came, units of
 * video and metadata come out. Whatever the bytes are, nothing is thrown and memory is bounded.
 *
 * @source ISO/IEC 13818-1 (2022)
 */
@NullMarked
package org.vigie.groundstation.video.ts;

import org.jspecify.annotations.NullMarked;
