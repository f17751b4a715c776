package org.vigie.groundstation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.autopilot.store.Item;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.physics.Airframe;
import org.vigie.simulator.play.TrueTrack;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/** A simulated ArduCopter whose stores are filled without a link. */
final class CopterBench implements PlanBench {
  private static final int LINK = 0;

  private final List<TrueTrack.Point> track = new ArrayList<>();
  private final World world;
  private final SimulatedVehicle vehicle;
  private final Copter copter;
  private double nextPointS;
  private double nextHeartbeatS;

  CopterBench(FlightPlan plan, Airframe frame, Gale gale) {
    double groundM = plan.home().altitude().metres();
    world =
        new World(
            Instant.parse("2026-11-21T12:00:00Z"),
            gale.seed(),
            place -> Optional.of(new AltitudeAmsl(groundM)));
    Flavour flavour =
        plan.firmware().equals("arducopter-4.6") ? Flavour.ARDUCOPTER_4_6 : Flavour.ARDUCOPTER_4_7;
    vehicle =
        world.add(new VehicleSetup("v", 1, flavour, frame, plan.home().position(), groundM, 180));
    copter = (Copter) vehicle.autopilot().controller();
    world.setWind(gale.fromDeg(), gale.meanMps(), gale.gustMps());
    vehicle.autopilot().open(LINK);
    run(10);
  }

  Copter copter() {
    return copter;
  }

  SimulatedVehicle vehicle() {
    return vehicle;
  }

  @Override
  public void load(FlightPlan plan) {
    plan.parameters().forEach(setting -> copter.parameters().set(setting.name(), setting.value()));
    plan.mission().forEach(item -> copter.mission().write(item.seq(), stored(item)));
    assertThat(copter.fence().replace(plan.fence().stream().map(CopterBench::stored).toList()))
        .as("the fence's refusal")
        .isEmpty();
    plan.rally().forEach(point -> copter.rally().write(point.seq(), stored(point)));
  }

  private static Item stored(MissionItem i) {
    return new Item(
        i.frame(),
        i.command(),
        i.param1(),
        i.param2(),
        i.param3(),
        i.param4(),
        i.x(),
        i.y(),
        i.z(),
        1);
  }

  @Override
  public void begin() {
    copter.commands().setMode(FlightMode.GUIDED.number());
    assertThat(copter.commands().arm(false)).as("armed; %s", copter.armingReasons()).isTrue();
    assertThat(copter.commands().startMission()).isTrue();
  }

  @Override
  public void goHome() {
    assertThat(copter.commands().setMode(FlightMode.AUTO_RTL.number())).isTrue();
  }

  @Override
  public boolean armed() {
    return copter.armed();
  }

  @Override
  public double consumedWh() {
    return vehicle.body().battery().consumedWh();
  }

  @Override
  public List<TrueTrack.Point> track() {
    return track;
  }

  @Override
  public void run(double seconds) {
    double endS = world.elapsedS() + seconds;
    while (world.elapsedS() < endS) {
      if (world.elapsedS() >= nextHeartbeatS) {
        nextHeartbeatS = world.elapsedS() + 1;
        vehicle.autopilot().receive(LINK, new Autopilot.Received(255, 190, alive()));
        vehicle.autopilot().poll();
      }
      world.step();
      if (world.elapsedS() >= nextPointS) {
        nextPointS = world.elapsedS() + POINT_S;
        double upM = vehicle.body().position().up();
        track.add(
            new TrueTrack.Point(world.now(), vehicle.id(), vehicle.place(), upM, copter.armed()));
      }
    }
  }

  private static Heartbeat alive() {
    return Heartbeat.builder()
        .type(MavType.MAV_TYPE_GCS)
        .autopilot(MavAutopilot.MAV_AUTOPILOT_INVALID)
        .build();
  }
}
