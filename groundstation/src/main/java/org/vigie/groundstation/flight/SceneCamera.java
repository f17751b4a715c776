package org.vigie.groundstation.flight;

import org.vigie.geofence.geo.HeightAboveHome;
import org.vigie.geofence.geo.LatLon;
import org.vigie.groundstation.mavlink.MavCmd;
import org.vigie.groundstation.vehicle.VehicleAct;
import org.vigie.groundstation.vehicle.VehicleSnapshot;
import org.vigie.groundstation.vehicle.protocol.CommandRequest;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.Scene;

/** Where the camera looks on scene, and how fast the aircraft flies there. */
final class SceneCamera {
  private static final String AIM = "aim";
  private static final String PACE = "scene-speed";

  /** MAV_CMD_DO_CHANGE_SPEED: ground speed, throttle unchanged. */
  private static final float GROUND_SPEED = 1;

  private static final float THROTTLE_UNCHANGED = -1;

  private SceneCamera() {}

  /**
   * Camera target and speed of the scene again: a hold and a resumption lose them.
   *
   * @source flights on ArduCopter 4.7 in its own simulation
   */
  static void again(Turn turn, VehicleSnapshot vehicle) {
    VehicleSnapshot.HomeFix home = vehicle.home();
    if (home == null) {
      return;
    }
    turn.scene(turn.scene().aiming(false));
    FlightPlan plan = turn.order().plan();
    Scene scene = plan.scene();
    plan.mission().stream()
        .filter(item -> item.command() == MavCmd.DO_SET_ROI_LOCATION)
        .findFirst()
        .ifPresent(
            item ->
                aim(
                    turn,
                    LatLon.ofE7(scene.targetLatE7(), scene.targetLonE7()),
                    new HeightAboveHome(item.z()),
                    home));
    plan.mission().stream()
        .filter(item -> item.command() == MavCmd.DO_CHANGE_SPEED)
        .filter(item -> item.seq() < plan.phases().sceneFirst())
        .reduce((before, last) -> last)
        .ifPresent(
            item -> {
              String id = SceneOrders.id(turn, PACE);
              CommandRequest speed =
                  new CommandRequest(
                      MavCmd.DO_CHANGE_SPEED,
                      GROUND_SPEED,
                      item.param2(),
                      THROTTLE_UNCHANGED,
                      0,
                      0,
                      0,
                      0);
              turn.order(id, PACE, "station", new VehicleAct.SendCommand(id, speed));
            });
  }

  /** At a place, by the mount of the aircraft. */
  static void aim(Turn turn, LatLon target, HeightAboveHome height, VehicleSnapshot.HomeFix home) {
    String id = SceneOrders.id(turn, AIM);
    turn.order(
        id,
        AIM,
        "station",
        new VehicleAct.SendCommand(id, turn.profile().lookAt(target, height, home.altitude())));
  }
}
