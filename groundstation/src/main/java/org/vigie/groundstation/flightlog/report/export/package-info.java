/** A flight's track, volume and events for other programs: KML, GeoJSON, GPX and CSV. Pure. */
@NullMarked
package org.vigie.groundstation.flightlog.report.export;

import org.jspecify.annotations.NullMarked;
