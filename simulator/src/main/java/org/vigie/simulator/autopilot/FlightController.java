package org.vigie.simulator.autopilot;

import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.control.Demand;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.autopilot.estimator.EstimatorStatus;
import org.vigie.simulator.autopilot.gimbal.Gimbal;
import org.vigie.simulator.autopilot.store.StoredList;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsFix;
import org.vigie.simulator.sensor.SensorFrame;

/**
 * A flight controller of any make: stepped with what its sensors measure, it answers with what its
 * motors shall do; and what it shows of itself, whoever asks. Confined to the world's thread.
 */
public interface FlightController {
  /** Time between two turns of the main loop. @source ArduCopter SCHED_LOOP_RATE 400 */
  double STEP_S = 1 / 400.0;

  /** One turn of the main loop. */
  Demand step(SensorFrame frame);

  /** Time since boot, seconds. */
  double timeS();

  boolean armed();

  /** Whether it believes to stand on the ground. */
  boolean landed();

  /** Whether it is leaving the ground. */
  boolean takingOff();

  /** Whether it is on its way down to land. */
  boolean landing();

  /** Where it believes it is, in its local frame. */
  NavState nav();

  /** Where it believes it is. */
  LatLon place();

  /** What its sensors said last. */
  SensorFrame sensors();

  /** How well the estimate agrees with the sensors. */
  EstimatorStatus estimatorStatus();

  /** What the GNSS receiver said last, whether it is believed or not; empty while it has no fix. */
  Optional<GpsFix> gpsFix();

  /** The place of a point of its local frame. */
  LatLon geographic(Vec3 local);

  /** Whether GNSS has a fix now. */
  boolean gpsOk();

  Optional<Home> home();

  /** Where local coordinates count from: the place of the first fix, which never moves. */
  Optional<Home> origin();

  /** Height above home, 0 before home is known, metres. */
  double heightAboveHomeM();

  /** Throttle of the last step, 0 to 1. */
  double throttle();

  /** Battery left, percent of what it holds, -1 unknown. */
  int batteryPercent();

  /** MAV_BATTERY_CHARGE_STATE. @source MAVLink common.xml */
  int batteryChargeState();

  /** The camera's mount. */
  Gimbal gimbal();

  /** What its motors were given in this step, 0 to 1 each, for those who tell of it. */
  default void motors(double[] outputs) {}

  /** What its motors were given in the last step, 0 to 1 each; empty when it does not know. */
  default double[] motors() {
    return new double[0];
  }

  /** The battery was put to another charge from outside. */
  void batteryReplaced();

  /**
   * The radio control's receiver hears the pilot's transmitter, or no longer.
   *
   * @return false when this personality has no radio control: nothing happens
   */
  default boolean radio(boolean heard) {
    return false;
  }

  /**
   * What is written to a list's storage from now on is kept as it was written, or damaged: accepted
   * as ever, read back and flown as something else.
   *
   * @return false when this personality keeps that list elsewhere: nothing happens
   */
  default boolean storage(StoredList list, boolean sound) {
    return false;
  }
}
