package org.vigie.simulator.autopilot.copter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.autopilot.flightlog.LogCard;
import org.vigie.simulator.autopilot.param.Parameters;
import org.vigie.simulator.autopilot.store.FenceStore;
import org.vigie.simulator.autopilot.store.MissionStore;
import org.vigie.simulator.autopilot.store.RallyStore;
import org.vigie.simulator.autopilot.store.StoredList;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.MagneticField;
import org.vigie.simulator.sensor.RangeReading;
import org.vigie.simulator.sensor.SensorFrame;

/**
 * An ArduCopter: stepped with what its sensors measure, it answers with what its motors shall do.
 * Stations speak to it through {@link CopterCommands}. Confined to the world's thread.
 */
public final class Copter extends CopterReadings {
  /** Failsafes and the fence are looked at ten times a second. */
  private static final int SLOW_STEPS = 40;

  private final CopterParts parts;
  private long steps;
  private double[] motors = new double[0];

  /**
   * A vehicle that has just been switched on.
   *
   * @param firmware which version it runs
   * @param params its parameters, of that version
   * @param frame the local frame in which sensors measure
   * @param first what the sensors say at power-up
   * @param boot simulated time at which it was switched on
   */
  public Copter(
      CopterFirmware firmware,
      Parameters params,
      LocalFrame frame,
      SensorFrame first,
      Announcer announcer,
      Instant boot) {
    this(new CopterParts(firmware, params, frame, first, announcer, boot));
  }

  private Copter(CopterParts parts) {
    super(parts);
    this.parts = parts;
  }

  @Override
  public Demand step(SensorFrame frame) {
    steps++;
    parts.craft.timeS = steps * STEP_S;
    parts.senses.take(frame);
    parts.boot.update();
    boolean slow = steps % SLOW_STEPS == 0;
    if (slow) {
      lookAround();
    }
    Demand demand = parts.steering.update(parts.modes.run(STEP_S));
    parts.watch.update(demand, motors);
    if (slow) {
      parts.recorder.update(demand);
    }
    parts.craft.gimbal.update(parts.craft.nav, parts.yaw.interest(), parts.craft.landed, STEP_S);
    return demand;
  }

  private void lookAround() {
    parts.failsafes.check();
    parts.preArm.update();
    parts.arming.idle();
    if (parts.craft.armed && parts.modes.mode() != FlightMode.SMART_RTL) {
      parts.craft.breadcrumbs.update();
    }
  }

  @Override
  public boolean radio(boolean heard) {
    parts.craft.sticks.transmitter(heard);
    return true;
  }

  @Override
  public boolean storage(StoredList list, boolean sound) {
    switch (list) {
      case MISSION -> parts.craft.mission.sound(sound);
      case FENCE -> parts.craft.fence.sound(sound);
    }
    return true;
  }

  public CopterCommands commands() {
    return parts.commands;
  }

  public FlightMode mode() {
    return parts.modes.mode();
  }

  public Parameters parameters() {
    return parts.craft.params;
  }

  public MissionStore mission() {
    return parts.craft.mission;
  }

  public FenceStore fence() {
    return parts.craft.fence;
  }

  public RallyStore rally() {
    return parts.craft.rally;
  }

  public boolean fenceEnabled() {
    return parts.fence.enabled();
  }

  public FenceStatus fenceStatus() {
    return parts.fence.status();
  }

  public boolean failsafe() {
    return parts.failsafes.active();
  }

  /** MISSION_CURRENT.seq. */
  public int missionIndex() {
    return parts.modes.auto().runner().navIndex();
  }

  /**
   * How the mission stands.
   *
   * @source MAVLink common.xml MISSION_STATE: 1 none, 2 not started, 3 active, 4 paused, 5 complete
   */
  public int missionState() {
    return parts.modes.auto().missionState();
  }

  /** What keeps the motors from starting now. */
  public List<String> armingReasons() {
    return parts.checks.reasons();
  }

  /**
   * What can be known to keep them from starting before anybody wants to arm: a mode that does not
   * arm is not among it.
   */
  public List<String> preArmReasons() {
    return parts.checks.preArm();
  }

  @Override
  public void motors(double[] outputs) {
    motors = outputs;
  }

  @Override
  public double[] motors() {
    return motors.clone();
  }

  /** Pulse of an RC channel, counted from 0, microseconds. */
  public int rcPwm(int channel) {
    return channel < Sticks.CHANNELS ? parts.craft.sticks.pwm(channel, parts.craft.timeS) : 0;
  }

  /** Which version it runs. */
  public CopterFirmware firmware() {
    return parts.firmware;
  }

  /** What flies it now is on its way to. */
  public Optional<Vec3> destination() {
    return parts.modes.destination();
  }

  @Override
  public void batteryReplaced() {
    parts.failsafes.batteryReplaced();
  }

  /** Asks before arming what remote identification still lacks. */
  public void remoteId(Supplier<Optional<String>> missing) {
    parts.checks.remoteId(missing);
  }

  /** The compass's latest answer; no field before the first. */
  public MagneticField compass() {
    return parts.senses.compass();
  }

  /** The rangefinder's latest answer of the last second. */
  public Optional<RangeReading> range() {
    return parts.senses.range();
  }

  /** When it was last armed, seconds since boot; 0 for never. */
  public double armedS() {
    return parts.craft.armedS;
  }

  /** Logs of its flights. */
  public LogCard logs() {
    return parts.recorder.card();
  }

  /** A text that was told to the ground. */
  public void told(String text) {
    parts.recorder.message(text);
  }
}
