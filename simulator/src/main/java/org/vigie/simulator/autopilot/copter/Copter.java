package org.vigie.simulator.autopilot.copter;

import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.autopilot.control.PositionControl;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.estimator.Estimator;
import org.vigie.simulator.autopilot.gimbal.Gimbal;
import org.vigie.simulator.autopilot.param.Parameters;
import org.vigie.simulator.autopilot.store.FenceStore;
import org.vigie.simulator.autopilot.store.MissionStore;
import org.vigie.simulator.autopilot.store.RallyStore;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.SensorFrame;

/**
 * An ArduCopter: stepped with what its sensors measure, it answers with what its motors shall do.
 * Stations speak to it through {@link CopterCommands}. Confined to the world's thread.
 */
public final class Copter implements FlightController {
  /** Failsafes and the fence are looked at ten times a second. */
  private static final int SLOW_STEPS = 40;

  /** A mode that is set before this is overwritten at the end of the boot (recording a17). */
  private static final double MODE_BOOT_S = 1;

  private static final double READY_S = 3;

  private final Craft craft;
  private final Estimator estimator = new Estimator();
  private final FenceMonitor fenceMonitor;
  private final BatteryMonitor battery;
  private final Yaw yaw;
  private final Modes modes;
  private final Failsafes failsafes;
  private final PositionControl control;
  private final LandingDetector landing = new LandingDetector();
  private final CopterCommands commands;
  private final Gimbal gimbal = new Gimbal();
  private SensorFrame latest;
  private long steps;
  private double idleS;
  private double lastThrottle;

  /**
   * A vehicle that has just been switched on.
   *
   * @param frame the local frame in which sensors measure
   */
  public Copter(Parameters params, LocalFrame frame, SensorFrame first, Announcer announcer) {
    this.craft = new Craft(params, frame, announcer);
    this.fenceMonitor = new FenceMonitor(craft);
    this.battery = new BatteryMonitor(craft);
    this.yaw = new Yaw(craft);
    this.modes = new Modes(craft, fenceMonitor, yaw, this::disarmNow);
    this.failsafes = new Failsafes(craft, this);
    this.control = new PositionControl(params.get("MOT_THST_HOVER"));
    this.commands = new CopterCommands(craft, this, yaw);
    this.latest = first;
  }

  @Override
  public Demand step(SensorFrame frame) {
    latest = frame;
    steps++;
    craft.timeS = steps * STEP_S;
    craft.nav = estimator.update(frame, craft.timeS, STEP_S);
    boot();
    if (steps % SLOW_STEPS == 0) {
      failsafes.check(frame);
      failsafes.checkFence();
      idle();
    }
    Setpoint wanted = modes.run(STEP_S);
    Demand demand = demand(wanted);
    lastThrottle = demand.throttle();
    gimbal.update(craft.nav, yaw.interest(), craft.landed, STEP_S);
    return demand;
  }

  private Demand demand(Setpoint wanted) {
    if (!craft.armed) {
      return Demand.OFF;
    }
    if (wanted.kind() == Setpoint.Kind.IDLE) {
      control.reset();
      yaw.hold();
      return Demand.IDLE;
    }
    double heading = yaw.update(wanted.facingRad(), STEP_S);
    double tiltMax = craft.si("lean-max");
    Demand demand =
        control.update(
            craft.nav,
            wanted,
            tiltMax,
            craft.limits().accelMps2(),
            heading,
            yaw.rateMaxRadps(),
            STEP_S);
    double throttle = demand.throttle();
    if (!craft.landed && landing.update(craft, throttle, control.hoverThrottle(), STEP_S)) {
      touchDown();
    }
    return demand;
  }

  private void touchDown() {
    boolean ends = modes.maneuver().landing() || modes.mode() == FlightMode.STABILIZE;
    if (!ends) {
      return;
    }
    craft.landed = true;
    FlightMode mode = modes.mode();
    // an RTL item of a mission ends the mission first, which disarms (recordings a6, a18)
    boolean item = auto() && modes.maneuver() instanceof ReturnHome;
    if (mode == FlightMode.RTL || mode == FlightMode.LAND || (auto() && !item)) {
      disarmNow();
    }
  }

  private boolean auto() {
    return modes.mode() == FlightMode.AUTO || modes.mode() == FlightMode.AUTO_RTL;
  }

  private void boot() {
    if (steps == 1) {
      craft.text(6, "Calibrating barometer");
    }
    if (craft.timeS >= MODE_BOOT_S && craft.timeS - STEP_S < MODE_BOOT_S) {
      modes.set(FlightMode.STABILIZE);
    }
    if (craft.timeS >= READY_S && craft.timeS - STEP_S < READY_S) {
      craft.text(6, "ArduPilot Ready");
    }
    if (craft.home == null && estimator.originSet()) {
      craft.text(6, "EKF3 IMU0 origin set");
      setHomeHere(false);
      craft.text(6, "Field Elevation Set: " + Math.round(craft.homeUpM()) + "m");
      craft.text(6, "EKF3 IMU0 is using GPS");
    }
  }

  private void idle() {
    idleS = craft.armed && craft.landed && !modes.maneuver().takingOff() ? idleS + 0.1 : 0;
    double delay = craft.params.get("DISARM_DELAY");
    if (delay > 0 && idleS >= delay) {
      disarmNow();
    }
  }

  void setHomeHere(boolean commanded) {
    Vec3 here = craft.nav.position();
    setHome(here, craft.geographic(here), commanded);
  }

  void setHome(Vec3 local, LatLon place, boolean commanded) {
    craft.home = new Home(local, place, commanded);
    craft.announcer.homeSet();
  }

  void armNow() {
    if (craft.home == null || !craft.home.commanded()) {
      setHomeHere(false);
    }
    craft.armed = true;
    craft.landed = true;
    craft.autoArmed = false;
    idleS = 0;
    control.reset();
    yaw.hold();
    craft.text(6, "Arming motors");
  }

  void disarmNow() {
    if (!craft.armed) {
      return;
    }
    craft.armed = false;
    craft.autoArmed = false;
    craft.landed = true;
    craft.text(6, "Disarming motors");
    modes.disarmed();
  }

  public CopterCommands commands() {
    return commands;
  }

  @Override
  public Gimbal gimbal() {
    return gimbal;
  }

  public FlightMode mode() {
    return modes.mode();
  }

  @Override
  public boolean armed() {
    return craft.armed;
  }

  @Override
  public boolean landed() {
    return craft.landed;
  }

  @Override
  public double timeS() {
    return craft.timeS;
  }

  @Override
  public NavState nav() {
    return craft.nav;
  }

  @Override
  public SensorFrame sensors() {
    return latest;
  }

  @Override
  public Optional<Home> home() {
    return Optional.ofNullable(craft.home);
  }

  @Override
  public LatLon place() {
    return craft.geographic(craft.nav.position());
  }

  @Override
  public double heightAboveHomeM() {
    return craft.home == null ? 0 : craft.heightAboveHomeM();
  }

  public Parameters parameters() {
    return craft.params;
  }

  public MissionStore mission() {
    return craft.mission;
  }

  public FenceStore fence() {
    return craft.fence;
  }

  public RallyStore rally() {
    return craft.rally;
  }

  public boolean fenceEnabled() {
    return fenceMonitor.enabled();
  }

  public FenceStatus fenceStatus() {
    return fenceMonitor.status();
  }

  public boolean failsafe() {
    return failsafes.active();
  }

  @Override
  public boolean landing() {
    return !craft.landed && modes.maneuver().landing();
  }

  @Override
  public boolean takingOff() {
    return craft.armed && !craft.landed && modes.maneuver().takingOff();
  }

  @Override
  public double throttle() {
    return lastThrottle;
  }

  /** MISSION_CURRENT.seq. */
  public int missionIndex() {
    return modes.auto().runner().navIndex();
  }

  /**
   * How the mission stands.
   *
   * @source MAVLink common.xml MISSION_STATE: 1 none, 2 not started, 3 active, 4 paused, 5 complete
   */
  public int missionState() {
    if (craft.mission.count() <= 1) {
      return 1;
    }
    return switch (modes.auto().runner().state()) {
      case STOPPED -> 2;
      case RUNNING -> modes.auto().paused() ? 4 : 3;
      case COMPLETE -> 5;
    };
  }

  @Override
  public int batteryPercent() {
    return battery.remainingPercent();
  }

  @Override
  public int batteryChargeState() {
    return battery.chargeState();
  }

  @Override
  public boolean gpsOk() {
    return estimator.gpsOk();
  }

  /** What keeps the motors from starting now. */
  public List<String> armingReasons() {
    return ArmingChecks.reasons(craft, this);
  }

  @Override
  public void batteryReplaced() {
    failsafes.batteryReplaced();
  }

  double batteryVolts() {
    return latest.batteryVolts();
  }

  Estimator estimator() {
    return estimator;
  }

  FenceMonitor fenceMonitor() {
    return fenceMonitor;
  }

  BatteryMonitor battery() {
    return battery;
  }

  Modes modes() {
    return modes;
  }

  Failsafes failsafes() {
    return failsafes;
  }
}
