package org.vigie.geofence.zone.io;

import org.vigie.geofence.document.Problem;

/**
 * A deviation from the format that was tolerated.
 *
 * @param code stable name of the kind of deviation, for example {@code number-as-text}
 * @param place file, line, field and what was understood instead
 */
public record ZoneFinding(String code, Problem place) {}
