package org.vigie.groundstation.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.groundstation.flight.PilotPatience;
import org.vigie.groundstation.journal.Journal;
import org.vigie.groundstation.mavlink.Frame;
import org.vigie.groundstation.time.Scheduler;
import org.vigie.groundstation.time.StationClock;
import org.vigie.groundstation.traffic.Airspace;
import org.vigie.groundstation.vehicle.LoopThreads;
import org.vigie.groundstation.vehicle.VehicleAlarm;

/**
 * What all vehicles of a station have in common.
 *
 * @param watchers get every frame that a vehicle says
 */
record UnitSetting(
    Path telemetryFolder,
    Journal journal,
    StationClock clock,
    Scheduler scheduler,
    LoopThreads threads,
    VehicleAlarm alarm,
    PilotPatience patience,
    Airspace airspace,
    Terrain terrain,
    RemoteIdentities identities,
    Consumer<Frame> watchers) {}
