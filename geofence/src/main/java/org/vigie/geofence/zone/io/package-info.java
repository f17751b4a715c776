/**
 * Zone files: {@link org.vigie.geofence.zone.io.ZoneReader} reads ED-269, ED-318, plain GeoJSON and
 * KML, {@link org.vigie.geofence.zone.io.Ed318Writer} and {@link
 * org.vigie.geofence.zone.io.GeoJsonWriter} write. Nothing is repaired silently: what deviates and
 * was tolerated is a note; what could not be understood is a blocking finding, and a zone that
 * blocks the area that it claims, or makes the source incomplete. Files are read a zone at a time.
 */
@NullMarked
package org.vigie.geofence.zone.io;

import org.jspecify.annotations.NullMarked;
