/**
 * Live pictures on the console: access units in, the newest picture out, decoded and brought to the
 * size of its place on a thread of its own, so that the event thread only copies it. FFmpeg is
 * loaded with the first access unit.
 */
@NullMarked
package org.vigie.groundstation.console.film;

import org.jspecify.annotations.NullMarked;
