package org.vigie.groundstation.demo;

import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MavParamType;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.vigie.geofence.document.DocumentException;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.LatLon;
import org.vigie.planner.plan.Firmware;
import org.vigie.planner.plan.FlightPlan;
import org.vigie.planner.plan.MissionItem;
import org.vigie.planner.plan.ParameterSetting;
import org.vigie.planner.plan.ParameterType;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.px4.BytewiseParamValue;
import org.vigie.simulator.mavlink.px4.OpaqueMissionAck;
import org.vigie.simulator.mavlink.px4.OpaqueMissionCount;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.play.TrueTrack;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/** A simulated PX4 at a plan's home and what a station says to it, in one thread. */
@SuppressWarnings("deprecation") // the library calls messages in the making deprecated
final class Px4Bench implements PlanBench {
  private static final int LINK = 0;
  private static final int STEPS = 10;

  private final List<Object> heard = new ArrayList<>();
  private final List<TrueTrack.Point> track = new ArrayList<>();
  private final List<Px4Mode> modes = new ArrayList<>();
  private double nextHeartbeatS;
  private double nextPointS;
  private final World world;
  private final SimulatedVehicle vehicle;
  boolean heartbeats = true;

  Px4Bench(FlightPlan plan, double windFromDeg, double windMps) {
    this(plan, "quad-4kg", new Gale(windFromDeg, windMps, 0, 7));
  }

  Px4Bench(FlightPlan plan, String airframe, Gale gale) {
    double groundM = plan.home().altitude().metres();
    try {
      world =
          new World(
              Instant.parse("2026-11-21T12:00:00Z"),
              gale.seed(),
              place -> Optional.of(new AltitudeAmsl(groundM)));
      vehicle =
          world.add(
              new VehicleSetup(
                  "quad-1",
                  1,
                  Flavour.PX4_1_17,
                  AirframeReader.shipped(airframe),
                  plan.home().position(),
                  groundM,
                  0));
    } catch (DocumentException e) {
      throw new AssertionError(e);
    }
    world.setWind(gale.fromDeg(), gale.meanMps(), gale.gustMps());
    vehicle.autopilot().open(LINK);
    for (int id : new int[] {30, 31, 32, 33, 74, 24, 141, 230}) {
      command(511, id, -1);
    }
    run(10);
  }

  Px4 px4() {
    return (Px4) vehicle.autopilot().controller();
  }

  LatLon place() {
    return vehicle.place();
  }

  double upM() {
    return vehicle.body().position().up();
  }

  @Override
  public double consumedWh() {
    return vehicle.body().battery().consumedWh();
  }

  @Override
  public List<TrueTrack.Point> track() {
    return track;
  }

  List<Px4Mode> modes() {
    return modes;
  }

  /** Sends all of a plan, as its firmware's table says that the link carries it. */
  @Override
  public void load(FlightPlan plan) {
    Firmware firmware = Firmware.find(plan.firmware()).orElseThrow();
    for (ParameterSetting setting : plan.parameters()) {
      ParameterType type = firmware.type(setting.name());
      say(
          ParamSet.builder()
              .targetSystem(1)
              .targetComponent(1)
              .paramId(setting.name())
              .paramType(EnumValue.create(MavParamType.class, type.number()))
              .paramValue(Float.intBitsToFloat(type.bits(setting.value())))
              .build());
    }
    upload(1, plan.fence());
    upload(2, plan.rally());
    upload(0, plan.mission());
  }

  /** What the vehicle answers when it is asked for the plan's parameters. */
  List<ParameterSetting> parameters(FlightPlan plan) {
    Firmware firmware = Firmware.find(plan.firmware()).orElseThrow();
    List<ParameterSetting> found = new ArrayList<>();
    for (ParameterSetting setting : plan.parameters()) {
      heard.clear();
      say(
          ParamRequestRead.builder()
              .targetSystem(1)
              .targetComponent(1)
              .paramId(setting.name())
              .paramIndex(-1)
              .build());
      until(setting.name(), 2, () -> heard.stream().anyMatch(BytewiseParamValue.class::isInstance));
      BytewiseParamValue value = last(BytewiseParamValue.class);
      int bits = (int) value.bits();
      found.add(new ParameterSetting(value.paramId(), firmware.type(setting.name()).value(bits)));
    }
    return found;
  }

  private void upload(int type, List<MissionItem> items) {
    heard.clear();
    EnumValue<MavMissionType> missionType = EnumValue.create(MavMissionType.class, type);
    say(
        MissionCount.builder()
            .targetSystem(1)
            .targetComponent(1)
            .count(items.size())
            .missionType(missionType)
            .build());
    for (int i = 0; i < items.size(); i++) {
      MissionItem item = items.get(last(MissionRequestInt.class).seq());
      say(
          MissionItemInt.builder()
              .targetSystem(1)
              .targetComponent(1)
              .seq(item.seq())
              .frame(EnumValue.create(MavFrame.class, item.frame()))
              .command(EnumValue.create(MavCmd.class, item.command()))
              .autocontinue(1)
              .param1(item.param1())
              .param2(item.param2())
              .param3(item.param3())
              .param4(item.param4())
              .x(item.x())
              .y(item.y())
              .z(item.z())
              .missionType(missionType)
              .build());
    }
    int result = last(OpaqueMissionAck.class).type();
    if (result != 0) {
      throw new AssertionError("list " + type + " was refused with " + result);
    }
  }

  List<MissionItem> download(int type) {
    heard.clear();
    EnumValue<MavMissionType> missionType = EnumValue.create(MavMissionType.class, type);
    say(
        MissionRequestList.builder()
            .targetSystem(1)
            .targetComponent(1)
            .missionType(missionType)
            .build());
    int count = last(OpaqueMissionCount.class).count();
    List<MissionItem> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      say(
          MissionRequestInt.builder()
              .targetSystem(1)
              .targetComponent(1)
              .seq(i)
              .missionType(missionType)
              .build());
      MissionItemInt item = last(MissionItemInt.class);
      items.add(
          new MissionItem(
              item.seq(),
              item.frame().value(),
              item.command().value(),
              item.param1(),
              item.param2(),
              item.param3(),
              item.param4(),
              item.x(),
              item.y(),
              item.z()));
    }
    say(
        io.dronefleet.mavlink.common.MissionAck.builder()
            .targetSystem(1)
            .targetComponent(1)
            .missionType(missionType)
            .build());
    return items;
  }

  /** The mission mode, then armed. */
  @Override
  public void begin() {
    mode(Px4Mode.MISSION);
    run(1);
    command(400, 1);
    until("armed", 5, () -> px4().armed());
  }

  @Override
  public void goHome() {
    mode(Px4Mode.RTL);
  }

  @Override
  public boolean armed() {
    return px4().armed();
  }

  void mode(Px4Mode mode) {
    long custom = mode.customMode();
    command(176, 1, (int) (custom >> 16) & 0xff, (int) (custom >> 24) & 0xff);
  }

  private void command(int command, double... params) {
    float[] p = new float[7];
    for (int i = 0; i < params.length; i++) {
      p[i] = (float) params[i];
    }
    say(
        CommandLong.builder()
            .targetSystem(1)
            .targetComponent(1)
            .command(EnumValue.create(MavCmd.class, command))
            .param1(p[0])
            .param2(p[1])
            .param3(p[2])
            .build());
  }

  @Override
  public void run(double seconds) {
    double endS = world.elapsedS() + seconds;
    while (world.elapsedS() < endS) {
      turn();
    }
  }

  void until(String what, double limitS, BooleanSupplier so) {
    double endS = world.elapsedS() + limitS;
    while (!so.getAsBoolean()) {
      if (world.elapsedS() > endS) {
        throw new AssertionError(
            what + " did not happen; " + place() + " " + upM() + " m, " + modes);
      }
      turn();
    }
  }

  private void turn() {
    if (heartbeats && world.elapsedS() >= nextHeartbeatS) {
      nextHeartbeatS = world.elapsedS() + 1;
      say(
          Heartbeat.builder()
              .type(MavType.MAV_TYPE_GCS)
              .autopilot(MavAutopilot.MAV_AUTOPILOT_INVALID)
              .build());
    }
    for (int i = 0; i < STEPS; i++) {
      world.step();
    }
    if (world.elapsedS() >= nextPointS) {
      nextPointS = world.elapsedS() + POINT_S;
      track.add(new TrueTrack.Point(world.now(), vehicle.id(), place(), upM(), px4().armed()));
    }
    collect();
    Px4Mode mode = px4().mode();
    if (px4().armed() && (modes.isEmpty() || modes.get(modes.size() - 1) != mode)) {
      modes.add(mode);
    }
  }

  private void say(Object payload) {
    vehicle.autopilot().receive(LINK, new Autopilot.Received(255, 190, payload));
    collect();
  }

  private void collect() {
    for (Autopilot.Outgoing out : vehicle.autopilot().poll()) {
      Object payload = out.payload();
      if (payload instanceof MissionRequestInt
          || payload instanceof MissionItemInt
          || payload instanceof OpaqueMissionAck
          || payload instanceof OpaqueMissionCount
          || payload instanceof BytewiseParamValue) {
        heard.add(payload);
      }
    }
  }

  private <T> T last(Class<T> type) {
    for (int i = heard.size() - 1; i >= 0; i--) {
      if (type.isInstance(heard.get(i))) {
        return type.cast(heard.get(i));
      }
    }
    throw new AssertionError("no " + type.getSimpleName());
  }
}
