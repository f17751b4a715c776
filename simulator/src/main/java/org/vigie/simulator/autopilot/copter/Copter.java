package org.vigie.simulator.autopilot.copter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.autopilot.control.LandingDetector;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.autopilot.control.PositionControl;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.estimator.Estimator;
import org.vigie.simulator.autopilot.estimator.EstimatorStatus;
import org.vigie.simulator.autopilot.flightlog.LogCard;
import org.vigie.simulator.autopilot.gimbal.Gimbal;
import org.vigie.simulator.autopilot.param.Parameters;
import org.vigie.simulator.autopilot.store.FenceStore;
import org.vigie.simulator.autopilot.store.MissionStore;
import org.vigie.simulator.autopilot.store.RallyStore;
import org.vigie.simulator.autopilot.store.StoredList;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsFix;
import org.vigie.simulator.sensor.MagneticField;
import org.vigie.simulator.sensor.RangeReading;
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

  /** The EKF takes over from then on. @source recordings: 4.4 s after boot */
  static final double EKF_S = 4.4;

  /** A compass that is silent for so long is not healthy. @source AP_Compass, 500 ms and slack */
  private static final double COMPASS_SILENT_S = 1;

  private static final double RANGE_SILENT_S = 1;

  private final CopterFirmware firmware;
  private final Craft craft;
  private final Estimator estimator = new Estimator();
  private final FenceMonitor fenceMonitor;
  private final BatteryMonitor battery;
  private final Yaw yaw;
  private final Modes modes;
  private final Failsafes failsafes;
  private final CrashWatch watch;
  private final PreArmReporter preArm;
  private final FlightRecorder recorder;
  private final PositionControl control;
  private final LandingDetector landing = new LandingDetector();
  private final CopterCommands commands;
  private SensorFrame latest;
  private long steps;
  private double idleS;
  private double lastThrottle;
  private double[] motors = new double[0];
  private double compassS;
  private double rangeS = Double.NEGATIVE_INFINITY;
  private MagneticField compass = new MagneticField(0, 0, 0);
  private @Nullable RangeReading range;
  private Supplier<Optional<String>> remoteIdMissing = Optional::empty;

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
    this.firmware = firmware;
    this.craft = new Craft(params, frame, announcer);
    this.fenceMonitor = new FenceMonitor(craft);
    this.battery = new BatteryMonitor(craft);
    this.yaw = new Yaw(craft);
    this.modes = new Modes(craft, fenceMonitor, yaw, this::disarmNow);
    this.failsafes = new Failsafes(craft, this);
    this.watch = new CrashWatch(craft, this);
    this.preArm = new PreArmReporter(craft, this);
    this.recorder = new FlightRecorder(craft, this, boot);
    this.control = new PositionControl(params.get("MOT_THST_HOVER"));
    this.commands = new CopterCommands(craft, this, yaw);
    this.latest = first;
  }

  @Override
  public Demand step(SensorFrame frame) {
    latest = frame;
    steps++;
    craft.timeS = steps * STEP_S;
    MagneticField field = frame.compass();
    if (field != null) {
      compass = field;
      compassS = craft.timeS;
    }
    if (frame.range() != null) {
      range = frame.range();
      rangeS = craft.timeS;
    }
    craft.nav = estimator.update(frame, craft.timeS, STEP_S);
    boot();
    if (steps % SLOW_STEPS == 0) {
      failsafes.check(frame);
      failsafes.checkFence();
      preArm.update();
      idle();
      if (craft.armed && modes.mode() != FlightMode.SMART_RTL) {
        craft.breadcrumbs.update();
      }
    }
    Setpoint wanted = modes.run(STEP_S);
    Demand demand = demand(wanted);
    lastThrottle = demand.throttle();
    watch.update(demand);
    if (steps % SLOW_STEPS == 0) {
      recorder.update(demand);
    }
    craft.gimbal.update(craft.nav, yaw.interest(), craft.landed, STEP_S);
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
    boolean sticks = modes.onSticks();
    double stickYaw = sticks ? stickYawRadps() : 0;
    double heading = sticks ? yaw.turn(stickYaw, STEP_S) : yaw.update(wanted.facingRad(), STEP_S);
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
    if (sticks && wanted.kind() == Setpoint.Kind.LEVEL) {
      demand = leaning(demand, tiltMax);
    }
    double throttle = demand.throttle();
    if (!craft.landed && landing.update(craft.nav, throttle, control.hoverThrottle(), STEP_S)) {
      touchDown();
    }
    return demand;
  }

  /** PILOT_Y_RATE at full deflection. */
  private double stickYawRadps() {
    double rate = Math.toRadians(Math.abs(craft.params.get("PILOT_Y_RATE")));
    return rate * craft.sticks.deflection(Sticks.YAW, craft.timeS);
  }

  /** STABILIZE and ALT_HOLD: the sticks say how far to lean, and STABILIZE's how much thrust. */
  private Demand leaning(Demand level, double tiltMax) {
    Vec3 lean = craft.stickEastNorth().times(tiltMax);
    double upright = Math.max(0.5, Math.cos(lean.horizontal()));
    double throttle =
        modes.mode().manualThrottle()
            ? craft.sticks.thrust(control.hoverThrottle(), craft.timeS)
            : level.throttle() / upright;
    return new Demand(Math.min(1, throttle), lean.east(), lean.north(), level.yawRateRadps());
  }

  private void touchDown() {
    boolean ends =
        modes.maneuver().landing()
            || modes.mode() == FlightMode.STABILIZE
            || (modes.onSticks() && craft.sticks.climbMps(craft.timeS) < 0);
    if (!ends) {
      return;
    }
    craft.landed = true;
    FlightMode mode = modes.mode();
    // an RTL item of a mission ends the mission first, which disarms (recordings a6, a18)
    boolean item = auto() && modes.maneuver() instanceof ReturnHome;
    boolean returns =
        mode == FlightMode.RTL || mode == FlightMode.LAND || mode == FlightMode.SMART_RTL;
    if (returns || (auto() && !item)) {
      disarmNow();
    }
  }

  private boolean auto() {
    return modes.mode() == FlightMode.AUTO || modes.mode() == FlightMode.AUTO_RTL;
  }

  private void boot() {
    if (steps == 1) {
      craft.text(6, firmware.banner());
      craft.text(6, "Calibrating barometer");
    }
    if (craft.timeS >= MODE_BOOT_S && craft.timeS - STEP_S < MODE_BOOT_S) {
      modes.set(FlightMode.STABILIZE);
    }
    if (craft.timeS >= READY_S && craft.timeS - STEP_S < READY_S) {
      craft.text(6, "ArduPilot Ready");
    }
    if (craft.timeS >= EKF_S && craft.timeS - STEP_S < EKF_S) {
      craft.text(6, "EKF3 IMU0 initialised");
      craft.text(6, "AHRS: EKF3 active");
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

  @Override
  public boolean radio(boolean heard) {
    craft.sticks.transmitter(heard);
    return true;
  }

  @Override
  public boolean storage(StoredList list, boolean sound) {
    switch (list) {
      case MISSION -> craft.mission.sound(sound);
      case FENCE -> craft.fence.sound(sound);
    }
    return true;
  }

  void setHomeHere(boolean commanded) {
    Vec3 here = craft.nav.position();
    setHome(here, craft.geographic(here), commanded);
  }

  void setHome(Vec3 local, LatLon place, boolean commanded) {
    craft.setHome(local, place, commanded);
  }

  void armNow() {
    if (craft.home == null || !craft.home.commanded()) {
      setHomeHere(false);
    }
    craft.armed = true;
    craft.armedAtS = craft.timeS;
    craft.landed = true;
    craft.autoArmed = false;
    idleS = 0;
    craft.breadcrumbs.begin();
    fenceMonitor.armed();
    watch.reset();
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
    craft.breadcrumbs.end();
    fenceMonitor.disarmed();
    modes.disarmed();
  }

  public CopterCommands commands() {
    return commands;
  }

  @Override
  public Gimbal gimbal() {
    return craft.gimbal;
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
  public EstimatorStatus estimatorStatus() {
    return estimator.status();
  }

  @Override
  public Optional<GpsFix> gpsFix() {
    return gpsOk() ? Optional.ofNullable(estimator.latest()) : Optional.empty();
  }

  @Override
  public LatLon geographic(Vec3 local) {
    return craft.geographic(local);
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
  public void motors(double[] outputs) {
    motors = outputs;
  }

  @Override
  public double[] motors() {
    return motors.clone();
  }

  /** Pulse of an RC channel, counted from 0, microseconds. */
  public int rcPwm(int channel) {
    return channel < Sticks.CHANNELS ? craft.sticks.pwm(channel, craft.timeS) : 0;
  }

  /** Which version it runs. */
  public CopterFirmware firmware() {
    return firmware;
  }

  /** What flies it now is on its way to. */
  public Optional<Vec3> destination() {
    return modes.maneuver() instanceof Straight leg
        ? Optional.of(leg.path().destination())
        : Optional.empty();
  }

  @Override
  public void batteryReplaced() {
    failsafes.batteryReplaced();
  }

  /** Whether the compass has answered of late; before its first answer it may take a second. */
  boolean compassOk() {
    return craft.timeS - compassS < COMPASS_SILENT_S;
  }

  /** Asks before arming what remote identification still lacks. */
  public void remoteId(Supplier<Optional<String>> missing) {
    remoteIdMissing = missing;
  }

  Optional<String> remoteIdMissing() {
    return remoteIdMissing.get();
  }

  /** The compass's latest answer; no field before the first. */
  public MagneticField compass() {
    return compass;
  }

  /** The rangefinder's latest answer of the last second. */
  public Optional<RangeReading> range() {
    return craft.timeS - rangeS < RANGE_SILENT_S ? Optional.ofNullable(range) : Optional.empty();
  }

  /** When it was last armed, seconds since boot; 0 for never. */
  public double armedS() {
    return craft.armedS;
  }

  /** Logs of its flights. */
  public LogCard logs() {
    return recorder.card();
  }

  /** A text that was told to the ground. */
  public void told(String text) {
    recorder.message(text);
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
