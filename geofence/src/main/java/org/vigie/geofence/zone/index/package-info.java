/**
 * Which zones are in force at a place, height and time: an immutable index over the zones of some
 * sources, exact on every boundary (touching counts as inside), with the data's source and age in
 * every answer. Depends on the zone model, geodesy and the plane of longitude and latitude.
 */
@NullMarked
package org.vigie.geofence.zone.index;

import org.jspecify.annotations.NullMarked;
