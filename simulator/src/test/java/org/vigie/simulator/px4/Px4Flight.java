package org.vigie.simulator.px4;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.Event;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MavParamType;
import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.common.Statustext;
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
import org.vigie.geofence.geo.Enu;
import org.vigie.geofence.geo.LatLon;
import org.vigie.geofence.geo.LocalFrame;
import org.vigie.simulator.autopilot.px4.Px4;
import org.vigie.simulator.autopilot.px4.Px4Event;
import org.vigie.simulator.autopilot.px4.Px4Mode;
import org.vigie.simulator.autopilot.store.Commands;
import org.vigie.simulator.mavlink.Autopilot;
import org.vigie.simulator.mavlink.px4.OpaqueMissionAck;
import org.vigie.simulator.mavlink.px4.OpaqueMissionCount;
import org.vigie.simulator.physics.AirframeReader;
import org.vigie.simulator.physics.Vec3;
import org.vigie.simulator.world.Flavour;
import org.vigie.simulator.world.SimulatedVehicle;
import org.vigie.simulator.world.VehicleSetup;
import org.vigie.simulator.world.World;

/** A PX4 and stations in one thread, on virtual time, without sockets. */
@SuppressWarnings("deprecation") // the library calls messages in the making deprecated
final class Px4Flight {
  static final LatLon HOME = new LatLon(45.4390, 4.3790);
  static final double GROUND_M = 530;
  static final int LINK = 0;
  private static final int POLL_STEPS = 4;

  /** Something heard, and when. */
  record Heard(double timeS, int link, int componentId, Object payload) {}

  private final LocalFrame frame = new LocalFrame(HOME);
  private final List<Heard> heard = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Px4Mode> modes = new ArrayList<>();
  private double nextHeartbeatS;
  private String chunks = "";
  final World world;
  final SimulatedVehicle vehicle;
  boolean heartbeats = true;

  /** Called before each turn, as a station that streams setpoints does. */
  Runnable everyTurn = () -> {};

  Px4Flight(long seed) {
    try {
      world =
          new World(
              Instant.parse("2026-11-24T13:00:00Z"),
              seed,
              place -> Optional.of(new AltitudeAmsl(GROUND_M)));
      vehicle =
          world.add(
              new VehicleSetup(
                  "v1",
                  1,
                  Flavour.PX4_1_17,
                  AirframeReader.shipped("quad-4kg"),
                  HOME,
                  GROUND_M,
                  180));
    } catch (DocumentException e) {
      throw new AssertionError(e);
    }
    open(LINK);
  }

  /** Another station's link, without the streams that nobody looks at. */
  void open(int link) {
    vehicle.autopilot().open(link);
    for (int id : new int[] {30, 31, 32, 33, 74, 24, 141, 230}) {
      say(link, 255, longCommand(511, id, -1));
    }
    heard.clear();
  }

  /** A vehicle that has booted and knows its home. */
  static Px4Flight ready() {
    Px4Flight flight = new Px4Flight(42);
    flight.run(10);
    flight.forget();
    return flight;
  }

  /** On the first leg of a mission, which goes north and then returns, all forgotten. */
  static Px4Flight onMission(double northM) {
    Px4Flight flight = Px4Flight.ready();
    flight.upload(
        0,
        List.of(
            flight.mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            flight.mission(Commands.NAV_WAYPOINT, 0, 300, 20),
            flight.mission(Commands.NAV_WAYPOINT, 60, 300, 20),
            flight.order(Commands.NAV_RETURN_TO_LAUNCH)));
    flight.mode(Px4Mode.MISSION);
    flight.run(0.5);
    if (!flight.command(400, 1).equals(List.of(0))) {
      throw new AssertionError("not armed: " + flight.texts);
    }
    flight.until("the leg north", 120, () -> flight.at().north() > northM);
    flight.forget();
    return flight;
  }

  /** The recorded mission: take-off, three places, return. */
  List<MissionItemInt.Builder> five() {
    return new ArrayList<>(
        List.of(
            mission(Commands.NAV_TAKEOFF, 0, 0, 20),
            mission(Commands.NAV_WAYPOINT, 0, 80, 20),
            mission(Commands.NAV_WAYPOINT, 80, 80, 25),
            mission(Commands.NAV_WAYPOINT, 80, 0, 20),
            order(Commands.NAV_RETURN_TO_LAUNCH)));
  }

  Px4 px4() {
    return (Px4) vehicle.autopilot().controller();
  }

  void say(Object payload) {
    say(LINK, 255, payload);
  }

  void say(int link, int system, Object payload) {
    vehicle.autopilot().receive(link, new Autopilot.Received(system, 190, payload));
    collect();
  }

  private void collect() {
    for (Autopilot.Outgoing out : vehicle.autopilot().poll()) {
      heard.add(new Heard(world.elapsedS(), out.link(), out.componentId(), out.payload()));
      if (out.payload() instanceof Statustext text) {
        text(text);
      } else if (out.componentId() == 1 && out.payload() instanceof Heartbeat heartbeat) {
        mode(heartbeat.customMode());
      }
    }
  }

  private void text(Statustext text) {
    chunks = text.chunkSeq() == 0 ? text.text() : chunks + text.text();
    if (text.text().length() < 50) {
      texts.add(chunks);
    }
  }

  private void mode(long customMode) {
    Px4Mode mode =
        Px4Mode.find((int) (customMode >> 16) & 0xff, (int) (customMode >> 24)).orElseThrow();
    if (modes.isEmpty() || modes.get(modes.size() - 1) != mode) {
      modes.add(mode);
    }
  }

  void run(double seconds) {
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
    everyTurn.run();
    for (int i = 0; i < POLL_STEPS; i++) {
      world.step();
    }
    collect();
  }

  /** Runs until something is so, and says how long it took; fails when it takes too long. */
  double until(String what, double limitS, BooleanSupplier so) {
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

  double untilMode(Px4Mode mode, double limitS) {
    return until(mode.toString(), limitS, () -> px4().mode() == mode);
  }

  /** Where it truly is: metres east, north, above the ground. */
  Vec3 at() {
    Vec3 position = vehicle.body().position();
    return new Vec3(position.east(), position.north(), position.up() - GROUND_M);
  }

  static CommandLong longCommand(int command, double... params) {
    float[] p = new float[7];
    for (int i = 0; i < params.length; i++) {
      p[i] = (float) params[i];
    }
    return CommandLong.builder()
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
        .build();
  }

  /** Sends a COMMAND_LONG and gives each MAV_RESULT that came at once. */
  List<Integer> command(int command, double... params) {
    int before = heard.size();
    say(longCommand(command, params));
    return acks(before);
  }

  private List<Integer> acks(int before) {
    List<Integer> results = new ArrayList<>();
    for (Heard one : heard.subList(before, heard.size())) {
      if (one.payload() instanceof CommandAck ack) {
        results.add(ack.result().value());
      }
    }
    return results;
  }

  /** A COMMAND_INT with a place in metres from home and a height above sea level. */
  List<Integer> commandInt(
      int command, double p1, double p2, double p3, double east, double north, double upAmslM) {
    LatLon place = place(east, north);
    int before = heard.size();
    say(
        CommandInt.builder()
            .targetSystem(1)
            .targetComponent(1)
            .frame(MavFrame.MAV_FRAME_GLOBAL_INT)
            .command(EnumValue.create(MavCmd.class, command))
            .param1((float) p1)
            .param2((float) p2)
            .param3((float) p3)
            .param4(Float.NaN)
            .x(place.latE7())
            .y(place.lonE7())
            .z((float) upAmslM)
            .build());
    return acks(before);
  }

  List<Integer> reposition(double east, double north, double upM) {
    return commandInt(192, -1, 1, 0, east, north, GROUND_M + upM);
  }

  /** DO_SET_MODE, with its two answers. */
  List<Integer> mode(Px4Mode mode) {
    long custom = mode.customMode();
    return command(176, 1, (int) (custom >> 16) & 0xff, (int) (custom >> 24) & 0xff);
  }

  void set(String name, double value) {
    boolean real = px4().parameters().find(name).orElseThrow().real();
    float bits = real ? (float) value : Float.intBitsToFloat((int) value);
    set(name, bits, real ? MavParamType.MAV_PARAM_TYPE_REAL32 : MavParamType.MAV_PARAM_TYPE_INT32);
  }

  void set(String name, float value, MavParamType type) {
    set(name, value, EnumValue.of(type));
  }

  void set(String name, float value, EnumValue<MavParamType> type) {
    say(
        ParamSet.builder()
            .targetSystem(1)
            .targetComponent(1)
            .paramId(name)
            .paramValue(value)
            .paramType(type)
            .build());
  }

  LatLon place(double east, double north) {
    return frame.toGeographic(new Enu(east, north));
  }

  MissionItemInt.Builder item(
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

  /** A mission item whose height counts from home; waypoints are accepted at 5 m. */
  MissionItemInt.Builder mission(int command, double east, double north, double up) {
    return item(0, 6, command, east, north, up).param2(command == 16 ? 5 : 0).param4(Float.NaN);
  }

  /** A mission item without a place. */
  MissionItemInt.Builder order(int command) {
    return item(0, 2, command, 0, 0, 0).x(0).y(0);
  }

  void count(int link, int system, int type, int count) {
    say(
        link,
        system,
        MissionCount.builder()
            .targetSystem(1)
            .targetComponent(1)
            .count(count)
            .missionType(EnumValue.create(MavMissionType.class, type))
            .build());
  }

  /** Uploads a list and gives the answer. */
  OpaqueMissionAck upload(int type, List<MissionItemInt.Builder> items) {
    int before = heard.size();
    count(LINK, 255, type, items.size());
    for (int i = 0; i < items.size() && find(OpaqueMissionAck.class, before).isEmpty(); i++) {
      int asked = find(MissionRequestInt.class, before).orElseThrow().seq();
      say(items.get(asked).seq(asked).build());
    }
    return find(OpaqueMissionAck.class, before).orElseThrow();
  }

  List<MissionItemInt> download(int type) {
    EnumValue<MavMissionType> missionType = EnumValue.create(MavMissionType.class, type);
    int before = heard.size();
    say(
        MissionRequestList.builder()
            .targetSystem(1)
            .targetComponent(1)
            .missionType(missionType)
            .build());
    int count = find(OpaqueMissionCount.class, before).orElseThrow().count();
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
    say(MissionAck.builder().targetSystem(1).targetComponent(1).missionType(missionType).build());
    return items;
  }

  /** The recorded square fence about home. */
  OpaqueMissionAck square(double halfM) {
    List<MissionItemInt.Builder> vertices = new ArrayList<>();
    double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    for (double[] corner : corners) {
      vertices.add(item(1, 0, 5001, corner[0] * halfM, corner[1] * halfM, 0).param1(4));
    }
    return upload(1, vertices);
  }

  /** NAV_TAKEOFF, armed, up to HOLD. */
  void takeOff(double heightM) {
    if (!command(22, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, GROUND_M + heightM)
            .equals(List.of(0))
        || !command(400, 1).equals(List.of(0))) {
      throw new AssertionError("no take-off: " + texts);
    }
    untilMode(Px4Mode.HOLD, 60);
    run(3);
  }

  /** A velocity setpoint in OFFBOARD, metres per second. */
  void streamVelocity(double north, double east) {
    everyTurn =
        () ->
            say(
                SetPositionTargetLocalNed.builder()
                    .targetSystem(1)
                    .targetComponent(1)
                    .coordinateFrame(MavFrame.MAV_FRAME_LOCAL_NED)
                    .typeMask(
                        EnumValue.create(
                            io.dronefleet.mavlink.common.PositionTargetTypemask.class, 3527))
                    .vx((float) north)
                    .vy((float) east)
                    .build());
  }

  <T> Optional<T> find(Class<T> type, int from) {
    for (int i = heard.size() - 1; i >= from; i--) {
      if (type.isInstance(heard.get(i).payload())) {
        return Optional.of(type.cast(heard.get(i).payload()));
      }
    }
    return Optional.empty();
  }

  <T> T last(Class<T> type) {
    return find(type, 0)
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + heard));
  }

  <T> List<T> all(Class<T> type) {
    return heard.stream().map(Heard::payload).filter(type::isInstance).map(type::cast).toList();
  }

  /** Whether an event of that name was heard. */
  boolean event(String name) {
    return all(Event.class).stream().anyMatch(event -> event.id() == Px4Event.id(name));
  }

  void forget() {
    heard.clear();
    texts.clear();
    modes.clear();
  }

  List<Heard> heard() {
    return heard;
  }

  /** Texts, put together from their chunks, without the tab that says that an event comes too. */
  List<String> texts() {
    return texts.stream().map(text -> text.replace("\t", "")).toList();
  }

  /** Modes as heartbeats told them, one after the other. */
  List<Px4Mode> modes() {
    return modes;
  }
}
