/**
 * Height of the ground: grids of one file (ESRI ASCII, SRTM, GeoTIFF) and sets of tiles that are
 * loaded as they are asked for. A missing answer is an answer, never zero. No file is opened here:
 * callers bring bytes. Depends on {@code geo} and {@code document}; alone in the module in knowing
 * the TIFF library.
 */
@NullMarked
package org.vigie.geofence.terrain;

import org.jspecify.annotations.NullMarked;
