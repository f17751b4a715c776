/**
 * UAS geographical zones as ED-269 and ED-318 model them: who restricts what, where, between which
 * heights and when. Every answer errs towards the restriction: a zone that may be in force is in
 * force.
 */
@NullMarked
package org.vigie.geofence.zone;

import org.jspecify.annotations.NullMarked;
