package org.vigie.simulator.world;

import java.time.Instant;
import java.util.SplittableRandom;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.geofence.terrain.Terrain;
import org.vigie.simulator.autopilot.Announcer;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.control.AttitudeControl;
import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.copter.CopterFirmware;
import org.vigie.simulator.autopilot.param.Parameters;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.autopilot.px4.Px4Params;
import org.vigie.simulator.autopilot.px4.Px4Voice;
import org.vigie.simulator.mavlink.AdsbReceiver;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.Traffic;
import org.vigie.simulator.mavlink.copter.CopterAutopilot;
import org.vigie.simulator.mavlink.px4.Px4Autopilot;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.physics.Multirotor;
import org.vigie.simulator.physics.Turbulence;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.physics.Wind;
import org.vigie.simulator.sensor.GpsReception;
import org.vigie.simulator.sensor.SensorFaults;
import org.vigie.simulator.sensor.SensorFrame;
import org.vigie.simulator.sensor.Sensors;

/** One vehicle: its physics, its sensors, its autopilot. Confined to the world's thread. */
public final class SimulatedVehicle {
  /** The ground below is looked up 20 times a second: at most 1 m of flight at 20 m/s. */
  private static final int GROUND_STEPS = 20;

  /** The camera hangs between the legs, so high above the feet. */
  private static final double CAMERA_UP_M = 0.4;

  /** Horizontal field of view of a drone's wide camera. @source 24 mm equivalent: 73.7 degrees */
  public static final double CAMERA_FOV_DEG = 73.7;

  private final VehicleSetup setup;
  private final LocalFrame frame;
  private final Terrain terrain;
  private final Multirotor body;
  private final Sensors sensors;
  private final Turbulence air;
  private final AdsbReceiver autopilot;
  private final AttitudeControl attitude;
  private final double[] outputs;
  private final Mover mover;
  private Demand demand = Demand.OFF;
  private Vec3 lastPosition;
  private boolean crashed;
  private double groundM;
  private long steps;

  SimulatedVehicle(VehicleSetup setup, Terrain terrain, Instant start, long seed, Mover mover) {
    this.setup = setup;
    this.mover = mover;
    this.terrain = terrain;
    this.frame = new LocalFrame(setup.home());
    this.groundM = ground(setup.home());
    this.lastPosition = new Vec3(0, 0, groundM);
    this.body =
        new Multirotor(
            setup.airframe(), new Vec3(0, 0, groundM), Math.toRadians(setup.headingDeg()));
    SplittableRandom seeds = new SplittableRandom(seed);
    this.sensors = new Sensors(seeds.nextLong());
    this.air = new Turbulence(seeds.nextLong());
    this.attitude = new AttitudeControl(setup.airframe());
    this.outputs = new double[setup.airframe().rotors().size()];
    this.autopilot =
        new AdsbReceiver(
            switch (setup.flavour()) {
              case ARDUCOPTER_4_6 -> copter(CopterFirmware.V4_6, start);
              case ARDUCOPTER_4_7 -> copter(CopterFirmware.V4_7, start);
              case PX4_1_17 -> new Px4Autopilot(setup.systemId(), start, this::px4);
            });
  }

  private Autopilot copter(CopterFirmware firmware, Instant boot) {
    return new CopterAutopilot(
        setup.systemId(), boot, announcer -> copter(firmware, announcer, boot));
  }

  private Copter copter(CopterFirmware firmware, Announcer announcer, Instant boot) {
    Parameters parameters = firmware.fresh(setup.airframe().parameters(), setup.systemId());
    return new Copter(
        firmware, parameters, frame, sensors.measure(body, groundM, World.STEP_S), announcer, boot);
  }

  private Px4 px4(Px4Voice voice) {
    Px4Params params = Px4Params.v117();
    Airframe airframe = setup.airframe();
    params.set("MAV_SYS_ID", setup.systemId());
    double hover = airframe.massKg() * Airframe.GRAVITY_MPS2 / airframe.thrustMaxN();
    params.set("MPC_THR_HOVER", hover);
    Double capacityMah = airframe.parameters().get("BATT_CAPACITY");
    if (capacityMah != null) {
      params.set("BAT1_CAPACITY", capacityMah);
    }
    return new Px4(params, frame, sensors.measure(body, groundM, World.STEP_S), voice);
  }

  private double ground(LatLon place) {
    return terrain.findGround(place).map(at -> at.metres()).orElse(setup.amslM());
  }

  void step(Wind wind) {
    if (steps++ % GROUND_STEPS == 0) {
      groundM = ground(place());
      double airspeedMps = body.velocity().minus(wind.mean()).length();
      air.enter(airspeedMps, body.position().up() - groundM, World.STEP_S);
    }
    move(air.step(wind));
    SensorFrame frame = sensors.measure(body, groundM, World.STEP_S);
    FlightController controller = autopilot.controller();
    Demand wanted = controller.step(frame);
    if (wanted.finite() && !crashed) {
      demand = wanted; // else its motors go on with what they had: no number moves no body
    }
    attitude.update(controller.nav(), demand, frame.batteryVolts(), outputs, World.STEP_S);
    controller.motors(outputs);
  }

  /** A body whose place is no number has crashed: it lies where it was last, its motors dead. */
  private void move(Vec3 wind) {
    if (crashed) {
      return;
    }
    mover.move(body, demand, outputs, wind, groundM);
    Vec3 at = body.position();
    if (Double.isFinite(at.east() + at.north() + at.up() + body.velocity().length())) {
      lastPosition = at;
    } else {
      crashed = true;
      demand = Demand.OFF;
      body.lie(new Vec3(lastPosition.east(), lastPosition.north(), groundM));
    }
  }

  /** Whether its physics gave no number: it takes no further part. */
  public boolean crashed() {
    return crashed;
  }

  public String id() {
    return setup.id();
  }

  public VehicleSetup setup() {
    return setup;
  }

  public Autopilot autopilot() {
    return autopilot;
  }

  /** Its receiver for other aircraft hears one. */
  void hear(Traffic traffic) {
    autopilot.hear(traffic);
  }

  /** The truth, which no autopilot sees. */
  public Multirotor body() {
    return body;
  }

  /** Where it truly is. */
  public LatLon place() {
    Vec3 at = body.position();
    return frame.toGeographic(new Enu(at.east(), at.north()));
  }

  /**
   * What its camera sees from.
   *
   * @param at simulated time
   */
  public CameraPose cameraPose(Instant at) {
    FlightController craft = autopilot.controller();
    return new CameraPose(
        at,
        place(),
        body.position().up() + CAMERA_UP_M,
        Math.toDegrees(craft.gimbal().yawRad()),
        Math.toDegrees(craft.gimbal().pitchRad()),
        0,
        CAMERA_FOV_DEG,
        craft.armed());
  }

  /** What is wrong with its sensors; changed while the world runs. */
  public SensorFaults sensorFaults() {
    return sensors.faults();
  }

  /** Live fault: GNSS reception. */
  public void setGps(boolean on) {
    sensors.faults().gps(on ? GpsReception.OK : GpsReception.OFF);
  }

  /** Live fault: the pilot's transmitter. */
  public void setTransmitter(boolean heard) {
    autopilot.controller().radio(heard);
  }

  /** Live fault: charge of the battery, 0 to 1. */
  public void setBattery(double charge) {
    body.battery().setCharge(charge);
    autopilot.controller().batteryReplaced();
  }
}
