package org.vigie.simulator.autopilot.copter;

import java.util.Optional;
import org.vigie.geofence.geo.LatLon;
import org.vigie.simulator.autopilot.FlightController;
import org.vigie.simulator.autopilot.Home;
import org.vigie.simulator.autopilot.control.NavState;
import org.vigie.simulator.autopilot.estimator.EstimatorStatus;
import org.vigie.simulator.autopilot.gimbal.Gimbal;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.sensor.GpsFix;
import org.vigie.simulator.sensor.SensorFrame;

/** What a copter shows of itself as every flight controller does. */
abstract class CopterReadings implements FlightController {
  private final CopterParts parts;

  CopterReadings(CopterParts parts) {
    this.parts = parts;
  }

  @Override
  public Gimbal gimbal() {
    return parts.craft.gimbal;
  }

  @Override
  public boolean armed() {
    return parts.craft.armed;
  }

  @Override
  public boolean landed() {
    return parts.craft.landed;
  }

  @Override
  public double timeS() {
    return parts.craft.timeS;
  }

  @Override
  public NavState nav() {
    return parts.craft.nav;
  }

  @Override
  public SensorFrame sensors() {
    return parts.senses.latest();
  }

  @Override
  public Optional<Home> home() {
    return Optional.ofNullable(parts.craft.home);
  }

  @Override
  public Optional<Home> origin() {
    return Optional.ofNullable(parts.craft.origin);
  }

  @Override
  public LatLon place() {
    return parts.craft.geographic(parts.craft.nav.position());
  }

  @Override
  public double heightAboveHomeM() {
    return parts.craft.home == null ? 0 : parts.craft.heightAboveHomeM();
  }

  @Override
  public boolean landing() {
    return parts.modes.landing();
  }

  @Override
  public boolean takingOff() {
    return parts.modes.takingOff();
  }

  @Override
  public double throttle() {
    return parts.steering.throttle();
  }

  @Override
  public int batteryPercent() {
    return parts.battery.remainingPercent();
  }

  @Override
  public int batteryChargeState() {
    return parts.battery.chargeState();
  }

  @Override
  public EstimatorStatus estimatorStatus() {
    return parts.senses.status();
  }

  @Override
  public Optional<GpsFix> gpsFix() {
    return parts.senses.gpsFix();
  }

  @Override
  public LatLon geographic(Vec3 local) {
    return parts.craft.geographic(local);
  }

  @Override
  public boolean gpsOk() {
    return parts.senses.gpsOk();
  }
}
