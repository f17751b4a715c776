package org.vigie.simulator.camera;

import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.camera.picture.Scene;
import org.vigie.simulator.scenario.Scenario;
import org.vigie.simulator.world.CameraPose;
import org.vigie.simulator.world.CameraPoses;

/** Where a camera looks from now. Implementations are thread-safe and never wait. */
@FunctionalInterface
public interface Eye {
  CameraPose pose();

  /**
   * The camera on a vehicle's gimbal.
   *
   * @param vehicle counts from 0
   */
  static Eye gimbal(CameraPoses sim, int vehicle) {
    return () -> sim.cameraPose(vehicle);
  }

  /**
   * A second camera of a vehicle, which looks straight down and wide.
   *
   * @param vehicle counts from 0
   * @param fovDeg horizontal field of view
   */
  static Eye down(CameraPoses sim, int vehicle, double fovDeg) {
    return () -> {
      CameraPose at = sim.cameraPose(vehicle);
      return new CameraPose(
          at.at(), at.place(), at.altitudeAmslM(), at.yawDeg(), -90, 0, fovDeg, at.armed());
    };
  }

  /** A camera of the town. */
  static Eye fixed(CameraPoses sim, Scene scene, Scenario.CameraSpec spec) {
    LatLon place = new LatLon(spec.lat(), spec.lon());
    double eyeM = scene.groundAmslM(place) + spec.heightAglM();
    return () ->
        new CameraPose(
            sim.simulatedTime(),
            place,
            eyeM,
            spec.headingDeg(),
            spec.pitchDeg(),
            0,
            spec.fovDeg(),
            false);
  }
}
