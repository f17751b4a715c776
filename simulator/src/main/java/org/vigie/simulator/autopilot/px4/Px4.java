package org.vigie.simulator.autopilot.px4;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.autopilot.control.LandingDetector;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.autopilot.control.PositionControl;
import org.vigie.simulator.autopilot.control.Setpoint;
import org.vigie.simulator.autopilot.estimator.Estimator;
import org.vigie.simulator.autopilot.estimator.EstimatorSettings;
import org.vigie.simulator.autopilot.estimator.EstimatorStatus;
import org.vigie.simulator.autopilot.gimbal.Gimbal;
import org.vigie.simulator.autopilot.store.StoredList;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsFix;
import org.vigie.simulator.sensor.SensorFrame;

/**
 * A PX4 multirotor: stepped with what its sensors measure, it answers with what its motors shall
 * do. Stations speak to it through {@link Px4Commands}. Confined to the world's thread.
 */
public final class Px4 implements FlightController {
  /** Commander and navigator look around ten times a second. */
  private static final int SLOW_STEPS = 40;

  private static final double SLOW_S = SLOW_STEPS * STEP_S;

  private final Px4Craft craft;
  private final Estimator estimator = new Estimator(EstimatorSettings.PX4);
  private final PositionTrust trust = new PositionTrust();
  private final Battery battery;
  private final Fence fence;
  private final Feasibility feasibility;
  private final MissionFlight mission;
  private final Offboard offboard;
  private final Navigator navigator;
  private final Commander commander;
  private final Heading heading;
  private final PositionControl control;
  private final LandingDetector landing = new LandingDetector();
  private final Px4Commands commands;
  private final Gimbal gimbal = new Gimbal();
  private SensorFrame latest;
  private long steps;
  private boolean missionChanged;
  private double lastThrottle;

  /**
   * A vehicle that has just been switched on.
   *
   * @param frame the local frame in which sensors measure
   */
  public Px4(Px4Params params, LocalFrame frame, SensorFrame first, Px4Voice voice) {
    this.craft = new Px4Craft(params, frame, voice);
    this.battery = new Battery(craft);
    this.fence = new Fence(craft);
    this.feasibility = new Feasibility(craft, fence);
    this.mission = new MissionFlight(craft);
    this.offboard = new Offboard(craft);
    this.navigator = new Navigator(craft, mission, offboard);
    this.commander = new Commander(craft, navigator, offboard);
    this.heading = new Heading(craft);
    this.control = new PositionControl(params.get("MPC_THR_HOVER", 0.1, 0.8));
    this.commands =
        new Px4Commands(craft, commander, navigator, mission, fence, offboard, this::changed);
    this.latest = first;
  }

  private void changed(ItemSlot.Type type) {
    missionChanged |= type != ItemSlot.Type.RALLY;
    if (type == ItemSlot.Type.MISSION) {
      mission.replaced();
    }
  }

  @Override
  public Demand step(SensorFrame frame) {
    latest = frame;
    steps++;
    craft.timeS = steps * STEP_S;
    NavState nav = estimator.update(frame, craft.timeS, STEP_S);
    boolean trusted = trust.update(nav.positionOk(), estimator.gpsOk(), craft.timeS);
    craft.gpsOk = estimator.gpsOk();
    craft.nav =
        new NavState(
            nav.position(),
            nav.velocity(),
            nav.accelerationUpMps2(),
            nav.yawRad(),
            trusted,
            nav.attitude(),
            nav.rollRateRadps(),
            nav.pitchRateRadps(),
            nav.yawRateRadps());
    if (steps % SLOW_STEPS == 0) {
      slow();
    }
    Setpoint wanted = navigator.run(STEP_S);
    Demand demand = demand(wanted);
    lastThrottle = demand.throttle();
    gimbal.update(craft.nav, craft.interest, craft.landed, STEP_S);
    return demand;
  }

  private void slow() {
    battery.check(latest);
    boolean breached = fence.check();
    if (missionChanged) {
      missionChanged = false;
      commander.needs().missionValid(feasibility.check(craft.slot(ItemSlot.Type.MISSION).items()));
    }
    commands.tick();
    commander.update(battery.warning(), breached, SLOW_S);
    if (navigator.mode() == Px4Mode.MISSION && mission.takeReturn()) {
      commander.returnToLaunch();
    }
  }

  private Demand demand(Setpoint wanted) {
    if (!craft.armed) {
      heading.hold();
      return Demand.OFF;
    }
    if (wanted.kind() == Setpoint.Kind.IDLE) {
      control.reset();
      heading.hold();
      return Demand.IDLE;
    }
    if (craft.landed) {
      craft.landed = false;
      commander.tookOff();
    }
    double yaw = heading.update(wanted.facingRad(), STEP_S);
    double tiltMax = Math.toRadians(craft.params.get("MPC_TILTMAX_AIR", 10, 60));
    Demand held =
        control.update(
            craft.nav,
            wanted,
            tiltMax,
            craft.limits().accelMps2(),
            yaw,
            heading.rateMaxRadps(),
            STEP_S);
    Demand demand = craft.pilot().shape(held, control.hoverThrottle());
    if (craft.mode.needsSticks() && craft.pilot().yawRateRadps() != 0) {
      heading.hold();
    }
    if (craft.mode.pilotThrust()) {
      control.reset();
    }
    boolean down = navigator.motion().settling() || navigator.mode() == Px4Mode.TERMINATION;
    boolean still = landing.update(craft.nav, demand.throttle(), control.hoverThrottle(), STEP_S);
    if (down && still) {
      craft.landed = true;
      commander.touchedDown();
    }
    return demand;
  }

  public Px4Commands commands() {
    return commands;
  }

  public Px4Params parameters() {
    return craft.params;
  }

  /**
   * Puts a transmitter for remote identification on board.
   *
   * @param missing what keeps it from transmitting lawfully, empty for nothing
   */
  public void remoteId(Supplier<Optional<String>> missing) {
    craft.remoteId = missing;
  }

  /** What is stored of a type. */
  public ItemSlot slot(ItemSlot.Type type) {
    return craft.slot(type);
  }

  /** The mode that flies. */
  public Px4Mode mode() {
    return navigator.mode();
  }

  /** The mode that was asked for last. */
  public Px4Mode intendedMode() {
    return commander.intended();
  }

  public boolean failsafe() {
    return commander.failsafes().active();
  }

  /** Whether it could be armed in this mode. */
  public boolean ready() {
    return commander.ready();
  }

  /** Whether stations are silent for too long. */
  public boolean stationLost() {
    return commander.link().lost();
  }

  /** MISSION_CURRENT.seq. */
  public int missionIndex() {
    return mission.current();
  }

  /** Whether the mode has done what it is for. */
  public boolean finished() {
    return navigator.finished();
  }

  /** The circle that is flown, null for none. */
  public @Nullable Circling circling() {
    Ring ring = navigator.ring();
    return ring == null
        ? null
        : new Circling(craft.geographic(ring.centre()), ring.centre().up(), ring.signedRadiusM());
  }

  /**
   * A circle.
   *
   * @param radiusM negative for anticlockwise
   */
  public record Circling(LatLon centre, double altitudeAmslM, double radiusM) {}

  @Override
  public Gimbal gimbal() {
    return gimbal;
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
  public Optional<Home> origin() {
    return Optional.ofNullable(craft.origin);
  }

  @Override
  public LatLon place() {
    return craft.geographic(craft.nav.position());
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
  public double heightAboveHomeM() {
    return craft.home == null ? 0 : craft.nav.position().up() - craft.homeUpM();
  }

  @Override
  public boolean landing() {
    return !craft.landed && navigator.motion().landing();
  }

  @Override
  public boolean takingOff() {
    return craft.armed && !craft.landed && navigator.motion() instanceof Climb;
  }

  @Override
  public double throttle() {
    return lastThrottle;
  }

  @Override
  public int batteryPercent() {
    return battery.percent();
  }

  @Override
  public int batteryChargeState() {
    return battery.warning().chargeState();
  }

  @Override
  public boolean gpsOk() {
    return craft.gpsOk;
  }

  /**
   * Manual control is received or not, by whatever way it comes: what PX4 makes of it is
   * NAV_RCL_ACT after COM_RC_LOSS_T.
   */
  @Override
  public boolean radio(boolean heard) {
    craft.sticks.received(heard);
    return craft.sticks.known();
  }

  @Override
  public boolean storage(StoredList list, boolean sound) {
    ItemSlot.Type type =
        switch (list) {
          case MISSION -> ItemSlot.Type.MISSION;
          case FENCE -> ItemSlot.Type.FENCE;
        };
    craft.slot(type).sound(sound);
    return true;
  }

  @Override
  public void batteryReplaced() {
    battery.replaced();
    commander.failsafes().batteryReplaced();
  }
}
