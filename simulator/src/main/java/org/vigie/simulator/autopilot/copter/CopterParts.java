package org.vigie.simulator.autopilot.copter;

import java.time.Instant;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.param.Parameters;
import org.vigie.simulator.sensor.SensorFrame;

/** What a copter is made of, and who knows whom. */
final class CopterParts {
  final CopterFirmware firmware;
  final Craft craft;
  final Senses senses;
  final FenceMonitor fence;
  final BatteryMonitor battery;
  final Yaw yaw;
  final Modes modes;
  final Steering steering;
  final Arming arming;
  final Failsafes failsafes;
  final ArmingChecks checks;
  final PreArmReporter preArm;
  final CrashWatch watch;
  final FlightRecorder recorder;
  final Boot boot;
  final CopterCommands commands;

  /**
   * The parts of a vehicle that has just been switched on.
   *
   * @param first what the sensors say at power-up
   * @param at simulated time at which it was switched on
   */
  CopterParts(
      CopterFirmware firmware,
      Parameters params,
      LocalFrame frame,
      SensorFrame first,
      Announcer announcer,
      Instant at) {
    this.firmware = firmware;
    this.craft = new Craft(params, frame, announcer);
    this.senses = new Senses(craft, first);
    this.fence = new FenceMonitor(craft);
    this.battery = new BatteryMonitor(craft);
    this.yaw = new Yaw(craft);
    this.modes = new Modes(craft, fence, yaw, this::disarm);
    this.steering = new Steering(craft, modes, yaw, this::disarm);
    this.arming = new Arming(craft, modes, fence, yaw, steering);
    this.failsafes = new Failsafes(craft, modes, fence, battery, senses, this::disarm);
    this.checks = new ArmingChecks(craft, modes, fence, battery, failsafes, senses);
    this.preArm = new PreArmReporter(craft, checks);
    this.watch = new CrashWatch(craft, this::disarm);
    this.recorder = new FlightRecorder(craft, firmware, modes, senses, battery, at);
    this.boot = new Boot(craft, firmware, senses, modes);
    this.commands = new CopterCommands(craft, modes, fence, arming, checks, failsafes, yaw);
  }

  private void disarm() {
    arming.disarm();
  }
}
