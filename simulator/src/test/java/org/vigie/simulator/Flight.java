package org.vigie.simulator;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequest;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.vigie.geofence.geo.AltitudeAmsl;
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.copter.Copter;
import org.vigie.simulator.autopilot.copter.FlightMode;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.Tracking;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/** A vehicle and a station in one thread, on virtual time, without sockets. */
@SuppressWarnings("deprecation") // ArduPilot asks with MISSION_REQUEST
public final class Flight {
  public static final LatLon HOME = new LatLon(45.4390, 4.3790);
  public static final double GROUND_M = 530;
  private static final int POLL_STEPS = 4;
  private static final int LINK = 0;

  private final LocalFrame frame = new LocalFrame(HOME);
  private final List<Object> heard = new ArrayList<>();
  private final Map<Class<?>, Set<Integer>> speakers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<String> modes = new ArrayList<>();
  private double nextHeartbeatS;
  public final World world;
  public final SimulatedVehicle vehicle;
  public boolean heartbeats = true;

  public Flight(long seed) {
    this(seed, "quad-4kg", Flavour.ARDUCOPTER_4_6);
  }

  /** With another airframe. */
  public Flight(long seed, String airframe) {
    this(seed, airframe, Flavour.ARDUCOPTER_4_6);
  }

  /** A vehicle that runs a version of ArduCopter. */
  public Flight(long seed, Flavour firmware) {
    this(seed, "quad-4kg", firmware);
  }

  private Flight(long seed, String airframe, Flavour firmware) {
    try {
      world =
          new World(
              Instant.parse("2026-11-24T13:00:00Z"),
              seed,
              place -> Optional.of(new AltitudeAmsl(GROUND_M)));
      vehicle =
          Tracking.add(
              world,
              new VehicleSetup(
                  "v1", 1, firmware, AirframeReader.shipped(airframe), HOME, GROUND_M, 180));
    } catch (org.vigie.geofence.document.DocumentException e) {
      throw new AssertionError(e);
    }
    vehicle.autopilot().open(LINK);
  }

  /** A vehicle that has booted and knows its home. */
  public static Flight ready() {
    Flight flight = new Flight(42);
    flight.run(10);
    return flight;
  }

  public Copter copter() {
    return (Copter) vehicle.autopilot().controller();
  }

  /** Components that have said a kind of message since the last {@link #forget}. */
  public Set<Integer> speakers(Class<?> type) {
    return Set.copyOf(speakers.getOrDefault(type, Set.of()));
  }

  public void say(Object payload) {
    say(255, payload);
  }

  public void say(int system, Object payload) {
    vehicle.autopilot().receive(LINK, new Autopilot.Received(system, 190, payload));
    collect();
  }

  private void collect() {
    for (Autopilot.Outgoing out : vehicle.autopilot().poll()) {
      heard.add(out.payload());
      speakers
          .computeIfAbsent(out.payload().getClass(), type -> new TreeSet<>())
          .add(out.componentId());
      if (out.payload() instanceof Statustext text) {
        texts.add(text.text());
      } else if (out.componentId() == 1 && out.payload() instanceof Heartbeat heartbeat) {
        String mode = FlightMode.find(heartbeat.customMode()).orElseThrow().name();
        if (modes.isEmpty() || !modes.get(modes.size() - 1).equals(mode)) {
          modes.add(mode);
        }
      }
    }
  }

  public void run(double seconds) {
    double endS = world.elapsedS() + seconds;
    while (world.elapsedS() < endS) {
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
    for (int i = 0; i < POLL_STEPS; i++) {
      world.step();
    }
    collect();
  }

  /** Runs until something is so, and says how long it took; fails when it takes too long. */
  public double until(String what, double limitS, BooleanSupplier so) {
    double beganS = world.elapsedS();
    while (!so.getAsBoolean()) {
      if (world.elapsedS() - beganS > limitS) {
        throw new AssertionError(
            what
                + " did not happen in "
                + limitS
                + " s; at "
                + at()
                + " modes "
                + modes
                + " texts "
                + texts);
      }
      turn();
    }
    return world.elapsedS() - beganS;
  }

  /** Where it truly is: metres east, north, above the ground. */
  public Vec3 at() {
    Vec3 position = vehicle.body().position();
    return new Vec3(position.east(), position.north(), position.up() - GROUND_M);
  }

  /** Sends a COMMAND_LONG and gives MAV_RESULT. */
  public int command(int command, double... params) {
    float[] p = new float[7];
    for (int i = 0; i < params.length; i++) {
      p[i] = (float) params[i];
    }
    heard.clear();
    say(
        CommandLong.builder()
            .targetSystem(1)
            .targetComponent(1)
            .command(EnumValue.create(MavCmd.class, command))
            .param1(p[0])
            .param2(p[1])
            .param3(p[2])
            .param4(p[3])
            .param5(p[4])
            .param6(p[5])
            .param7(p[6])
            .build());
    return last(CommandAck.class).result().value();
  }

  /** DO_REPOSITION to a place given in metres from home. */
  public int reposition(double east, double north, double up) {
    LatLon place = place(east, north);
    heard.clear();
    say(
        CommandInt.builder()
            .targetSystem(1)
            .targetComponent(1)
            .frame(MavFrame.MAV_FRAME_GLOBAL_RELATIVE_ALT)
            .command(MavCmd.MAV_CMD_DO_REPOSITION)
            .param1(-1)
            .param2(1)
            .x(place.latE7())
            .y(place.lonE7())
            .z((float) up)
            .build());
    return last(CommandAck.class).result().value();
  }

  public int mode(FlightMode mode) {
    return command(176, 1, mode.number());
  }

  public void set(String parameter, double value) {
    say(
        ParamSet.builder()
            .targetSystem(1)
            .targetComponent(1)
            .paramId(parameter)
            .paramValue((float) value)
            .build());
  }

  public LatLon place(double east, double north) {
    return frame.toGeographic(new Enu(east, north));
  }

  public MissionItemInt.Builder item(
      int type, int frameId, int command, double east, double north, double up) {
    LatLon place = place(east, north);
    return MissionItemInt.builder()
        .targetSystem(1)
        .targetComponent(1)
        .frame(EnumValue.create(MavFrame.class, frameId))
        .command(EnumValue.create(MavCmd.class, command))
        .autocontinue(1)
        .x(place.latE7())
        .y(place.lonE7())
        .z((float) up)
        .missionType(EnumValue.create(MavMissionType.class, type));
  }

  public MissionItemInt.Builder mission(int command, double east, double north, double up) {
    return item(0, 6, command, east, north, up);
  }

  /** Uploads a list; item 0 of a mission is added. Gives MAV_MISSION_RESULT. */
  public int upload(int type, List<MissionItemInt.Builder> items) {
    List<MissionItemInt.Builder> all = new ArrayList<>(items);
    if (type == 0) {
      all.add(0, item(0, 0, 16, 0, 0, GROUND_M));
    }
    heard.clear();
    count(type, all.size());
    for (int i = 0; i < all.size(); i++) {
      if (find(MissionAck.class).isPresent()) {
        break;
      }
      int asked = last(MissionRequest.class).seq();
      say(all.get(asked).seq(asked).build());
    }
    return last(MissionAck.class).type().value();
  }

  public void count(int type, int count) {
    say(
        MissionCount.builder()
            .targetSystem(1)
            .targetComponent(1)
            .count(count)
            .missionType(EnumValue.create(MavMissionType.class, type))
            .build());
  }

  public List<MissionItemInt> download(int type) {
    heard.clear();
    EnumValue<MavMissionType> missionType = EnumValue.create(MavMissionType.class, type);
    say(
        MissionRequestList.builder()
            .targetSystem(1)
            .targetComponent(1)
            .missionType(missionType)
            .build());
    int count = last(MissionCount.class).count();
    List<MissionItemInt> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      say(
          MissionRequestInt.builder()
              .targetSystem(1)
              .targetComponent(1)
              .seq(i)
              .missionType(missionType)
              .build());
      items.add(last(MissionItemInt.class));
    }
    return items;
  }

  /** Arms in GUIDED and climbs. */
  public void takeOff(double heightM) {
    mode(FlightMode.GUIDED);
    if (command(400, 1) != 0 || command(22, 0, 0, 0, 0, 0, 0, heightM) != 0) {
      throw new AssertionError("no take-off: " + texts);
    }
    until("take-off", 60, () -> at().up() > heightM - 0.5 && Math.abs(speedUp()) < 0.3);
  }

  private double speedUp() {
    return vehicle.body().velocity().up();
  }

  public <T> Optional<T> find(Class<T> type) {
    for (int i = heard.size() - 1; i >= 0; i--) {
      if (type.isInstance(heard.get(i))) {
        return Optional.of(type.cast(heard.get(i)));
      }
    }
    return Optional.empty();
  }

  public <T> T last(Class<T> type) {
    return find(type)
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + heard));
  }

  public <T> List<T> all(Class<T> type) {
    return heard.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public void forget() {
    speakers.clear();
    heard.clear();
    texts.clear();
    modes.clear();
  }

  public List<Object> heard() {
    return heard;
  }

  public List<String> texts() {
    return texts;
  }

  /** Modes as heartbeats told them, one after the other. */
  public List<String> modes() {
    return modes;
  }
}
