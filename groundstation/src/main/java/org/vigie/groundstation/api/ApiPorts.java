package org.vigie.groundstation.api;

import org.vigie.groundstation.access.People;
import org.vigie.groundstation.dispatch.Desk;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.time.StationClock;

/**
 * Everything that the API asks or tells.
 *
 * @param clock the station's time, which the journal has
 * @param wall the wall's time, by which sessions last and pictures age
 */
public record ApiPorts(
    Desk desk,
    Journal journal,
    People people,
    StationClock clock,
    StationClock wall,
    RecordFiles records,
    RecordReports reports,
    MetricsSource metrics,
    Readiness readiness,
    StationFacts station,
    DecisionWordsSource decisionWords,
    PicturePorts pictures,
    MapPorts maps,
    VehicleLogs logs,
    SealPorts seals) {}
