/**
 * Draws the simulated town as a camera sees it: a software renderer of its own, straight into YUV
 * planes. Pure: no thread, clock or socket; time comes with the pose.
 */
@NullMarked
package org.vigie.simulator.camera.picture;

import org.jspecify.annotations.NullMarked;
