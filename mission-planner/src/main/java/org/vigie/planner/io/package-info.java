/**
 * Plans as files: ours as canonical JSON, {@code .plan}, {@code .waypoints}, KML and GeoJSON; those
 * of other ground stations read with the place of every error.
 */
@NullMarked
package org.vigie.planner.io;

import org.jspecify.annotations.NullMarked;
