/**
 * What a flight in the air is watched for, beside its containment: energy, time, pace, link, zones,
 * other aircraft. Each watch looks at one thing and says what it asks for; what is done about it,
 * supervision decides. Pure.
 */
@NullMarked
package org.vigie.groundstation.flight.watch;

import org.jspecify.annotations.NullMarked;
