package org.vigie.geofence.obstacle;

import org.vigie.geofence.terrain.Terrain;

/**
 * A surface model (DSM): what a laser or a camera saw from above, roofs and trees included. Thin
 * things, masts and cables, it often misses, and what was built since.
 *
 * <p>SRTM is none, although a radar made it: at 30 m and more a building is lost in it.
 *
 * @param name what answers name as their source
 * @param heights altitude of the surface, unknown where the model has a void
 */
public record Surface(String name, Terrain heights) {}
