/**
 * What live pictures are to everyone who deals with them: the frame on the wire, and how a source
 * is doing. No socket, no codec.
 */
@NullMarked
package org.vigie.groundstation.picture;

import org.jspecify.annotations.NullMarked;
