package org.vigie.simulator.autopilot.copter;

import org.vigie.simulator.autopilot.gimbal.Gimbal;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.autopilot.store.Item;

/**
 * Mission items that are done on the way: nose, gimbal, camera, home, fence.
 *
 * @source AP_Mission::start_command, ArduCopter mode_auto.cpp do_roi, do_yaw, do_mount_control
 */
final class MissionActs {
  /** GIMBAL_MANAGER_FLAGS of a gimbal item. */
  private static final int RETRACT = 1;

  private static final int NEUTRAL = 2;
  private static final int YAW_LOCK = 16;

  private final Craft craft;
  private final Yaw yaw;

  MissionActs(Craft craft, Yaw yaw) {
    this.craft = craft;
    this.yaw = yaw;
  }

  void start(Item item) {
    switch (item.command()) {
      case Commands.DO_SET_ROI_LOCATION, Commands.DO_SET_ROI ->
          yaw.lookAt(item.hasPlace() ? craft.target(item) : null);
      case Commands.DO_SET_ROI_NONE -> yaw.lookAt(null);
      case Commands.CONDITION_YAW -> yaw.turnTo(item.param1(), item.param3(), item.param4() != 0);
      case Commands.DO_MOUNT_CONTROL ->
          craft.gimbal.aim(Math.toRadians(item.param1()), Math.toRadians(item.param3()), false);
      case Commands.DO_GIMBAL_MANAGER_PITCHYAW -> gimbal(item);
      case Commands.DO_SET_HOME -> home(item);
      case Commands.DO_FENCE_ENABLE -> {
        if (item.param1() == 0 || item.param1() == 1) {
          craft.params.set("FENCE_ENABLE", item.param1());
          craft.announcer.parameterChanged("FENCE_ENABLE");
        }
      }
      case Commands.DO_DIGICAM_CONTROL,
          Commands.DO_SET_CAM_TRIGG_DIST,
          Commands.SET_CAMERA_ZOOM,
          Commands.SET_CAMERA_FOCUS,
          Commands.IMAGE_START_CAPTURE,
          Commands.IMAGE_STOP_CAPTURE,
          Commands.VIDEO_START_CAPTURE,
          Commands.VIDEO_STOP_CAPTURE ->
          craft.announcer.cameraItem(item);
      default -> {
        // speed is AUTO's own; marks do nothing when flown past
      }
    }
  }

  private void gimbal(Item item) {
    Gimbal gimbal = craft.gimbal;
    int flags = item.x();
    boolean lock = (flags & YAW_LOCK) != 0;
    if ((flags & RETRACT) != 0) {
      gimbal.retract();
    } else if ((flags & NEUTRAL) != 0) {
      gimbal.neutral();
    } else if (Float.isFinite(item.param1()) && Float.isFinite(item.param2())) {
      gimbal.aim(Math.toRadians(item.param1()), Math.toRadians(item.param2()), lock);
    } else if (Float.isFinite(item.param3()) && Float.isFinite(item.param4())) {
      gimbal.turn(Math.toRadians(item.param3()), Math.toRadians(item.param4()), lock);
    }
  }

  private void home(Item item) {
    if (item.param1() == 1 || !item.hasPlace()) {
      craft.setHome(craft.nav.position(), craft.geographic(craft.nav.position()), true);
    } else {
      craft.setHome(craft.target(item), item.place(), true);
    }
  }
}
