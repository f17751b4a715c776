package org.vigie.simulator.fault;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.World;

/**
 * Where a fault happens.
 *
 * @param vehicle the one that it concerns now; null for what concerns none
 * @param ports what lies outside of the world
 * @param notes gets what has no effect, in words
 * @param lift ends faults of a kind; says whether there were any
 */
record FaultSite(
    World world,
    @Nullable SimulatedVehicle vehicle,
    FaultPorts ports,
    Consumer<Note> notes,
    Predicate<FaultKind> lift) {}
