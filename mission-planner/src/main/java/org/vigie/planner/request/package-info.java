/** What a plan is asked for: incident, site, aircraft, zones, wind, limits. Values only. */
@NullMarked
package org.vigie.planner.request;

import org.jspecify.annotations.NullMarked;
