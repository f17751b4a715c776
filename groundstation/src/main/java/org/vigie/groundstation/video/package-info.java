/**
 * Live video in the station: from the aircraft's transport stream to viewers and to the recording
 * of the flight. {@link org.vigie.groundstation.video.VideoStation} is all that others need.
 */
@NullMarked
package org.vigie.groundstation.video;

import org.jspecify.annotations.NullMarked;
