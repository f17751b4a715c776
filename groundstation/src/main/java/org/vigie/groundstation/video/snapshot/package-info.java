/** Fixed cameras that give one picture at a time over HTTP. */
@NullMarked
package org.vigie.groundstation.video.snapshot;

import org.jspecify.annotations.NullMarked;
