/** Where live video comes from: sockets. */
@NullMarked
package org.vigie.groundstation.video.source;

import org.jspecify.annotations.NullMarked;
