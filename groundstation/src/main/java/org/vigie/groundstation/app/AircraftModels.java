package org.vigie.groundstation.app;

import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.planner.request.AircraftModel;

/** Aircraft of files as the planner knows them. */
final class AircraftModels {
  private AircraftModels() {}

  static AircraftModel of(StationConfig.AircraftPart a) {
    return new AircraftModel(
        a.id(),
        a.firmware(),
        a.massKg(),
        a.dimensionM(),
        a.cruiseMps(),
        a.climbMps(),
        a.descentMps(),
        a.hoverW(),
        a.cruiseW(),
        a.usableWh(),
        a.reserveFraction(),
        a.stoppingDistanceM(),
        a.maxWindMps());
  }
}
