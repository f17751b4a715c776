package org.vigie.groundstation.app;

import java.util.Optional;
import org.vigie.groundstation.app.config.StationConfig;
import org.vigie.planner.request.AircraftModel;
import org.vigie.planner.request.Battery;
import org.vigie.planner.request.Camera;
import org.vigie.planner.request.MeasuredPower;
import org.vigie.planner.request.Thrust;

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
        a.maxWindMps(),
        a.maxAirMps(),
        a.maxTiltDeg(),
        Optional.ofNullable(a.battery()).map(b -> new Battery(b.capacityAh(), b.nominalV())),
        Optional.ofNullable(a.camera()).map(AircraftModels::camera),
        a.measured().stream().map(m -> new MeasuredPower(m.airMps(), m.powerW())).toList(),
        Optional.ofNullable(a.thrust()).map(t -> new Thrust(t.toWeight(), t.pitchMps())));
  }

  private static Camera camera(StationConfig.LookPart camera) {
    return new Camera(
        camera.horizontalFovDeg(),
        camera.verticalFovDeg(),
        camera.widthPx(),
        camera.pitchMinDeg(),
        camera.pitchMaxDeg());
  }
}
