/**
 * The map and the height profile. The map is JXMapViewer's, its tiles are our own: the station's
 * streets and buildings drawn on a thread of their own, or fetched ones where the station names an
 * address, with the drawn ones under those that do not come. What changes each second is painted
 * over it, what seldom changes is kept as a picture.
 */
@NullMarked
package org.vigie.groundstation.console.canvas;

import org.jspecify.annotations.NullMarked;
