package org.vigie.groundstation.api;

import org.vigie.groundstation.access.People;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.time.StationClock;

/** Everything that the API asks or tells. */
public record ApiPorts(
    Desk desk,
    Journal journal,
    People people,
    StationClock clock,
    RecordFiles records,
    MetricsSource metrics,
    Readiness readiness) {}
