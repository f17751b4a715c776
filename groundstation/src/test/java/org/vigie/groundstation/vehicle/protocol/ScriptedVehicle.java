package org.vigie.groundstation.vehicle.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.vigie.groundstation.mavlink.CommandMessage.CommandAck;
import org.vigie.groundstation.mavlink.CommandMessage.CommandInt;
import org.vigie.groundstation.mavlink.CommandMessage.CommandLong;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamError;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamRequestRead;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamSet;
import org.vigie.groundstation.mavlink.ParameterMessage.ParamValue;
import org.vigie.groundstation.mavlink.StateMessage.Heartbeat;
import org.vigie.groundstation.mavlink.VehicleMessage;
import org.vigie.planner.plan.ParameterSetting;

/**
 * The vehicle's end of the protocols, as ArduCopter or PX4 is seen to behave.
 *
 * @source facts of recorded flights a14, a15, a20, p6, p11, p12
 */
public final class ScriptedVehicle {
  /** Whose ways it has. */
  public enum Make {
    ARDUPILOT(3, ParameterCoding.CAST),
    PX4(12, ParameterCoding.BYTEWISE);

    private final int autopilot;
    private final ParameterCoding coding;

    Make(int autopilot, ParameterCoding coding) {
      this.autopilot = autopilot;
      this.coding = coding;
    }

    public ParameterCoding coding() {
      return coding;
    }

    public boolean itemZeroIsHome() {
      return this == ARDUPILOT;
    }

    public TransferHabits habits() {
      return new TransferHabits(coding, itemZeroIsHome(), this == ARDUPILOT ? 8 : 1);
    }
  }

  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final int SET_MODE = 176;
  private static final int ARM = 400;
  private static final int INT32 = 6;
  private static final int REAL32 = 9;

  public final Make make;
  public final Map<String, Float> parameters = new HashMap<>();
  public long customMode;
  public int commandsHeard;
  public boolean armed;

  private final Peer station;
  private final ScriptedLists lists;
  private Function<VehicleMessage, List<VehicleMessage>> says = List::of;
  private Instant lastHeartbeat = Instant.EPOCH;

  public ScriptedVehicle(Peer station) {
    this(station, Make.ARDUPILOT);
  }

  public ScriptedVehicle(Peer station, Make make) {
    this.station = station;
    this.make = make;
    lists =
        make == Make.PX4 ? new ScriptedLists.Px4(station) : new ScriptedLists.ArduPilot(station);
  }

  /** What it holds, truly, at this moment. */
  public Load carried() {
    return new Load(
        lists.stored,
        parameters.entrySet().stream()
            .map(entry -> new ParameterSetting(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Puts a load into it, past all protocols. */
  public void hold(Load load) {
    for (ListKind kind : ListKind.values()) {
      lists.stored.put(kind, new ArrayList<>(load.items(kind)));
    }
    load.parameters().forEach(setting -> parameters.put(setting.name(), setting.value()));
  }

  /** How what it holds differs from a load; none means equal. */
  public List<String> differences(Load load) {
    return new LoadComparison(make.itemZeroIsHome()).all(load, carried());
  }

  public List<StoredItem> list(ListKind kind) {
    return lists.of(kind);
  }

  public void refuses(Predicate<StoredItem> items) {
    lists.refuses = items;
  }

  public void stores(UnaryOperator<StoredItem> form) {
    lists.stores = form;
  }

  public void deafTo(Predicate<VehicleMessage> messages) {
    lists.deaf = messages;
  }

  /** What becomes of each of its own messages before it is sent. */
  public void says(Function<VehicleMessage, List<VehicleMessage>> instead) {
    says = instead;
  }

  /** What it answers at once. */
  public List<VehicleMessage> onMessage(VehicleMessage message, Instant now) {
    return answer(message, now).stream().flatMap(one -> says.apply(one).stream()).toList();
  }

  private List<VehicleMessage> answer(VehicleMessage message, Instant now) {
    if (message instanceof ParamSet set) {
      return onSet(set);
    } else if (message instanceof ParamRequestRead read) {
      return parameter(read.name());
    } else if (message instanceof CommandLong command) {
      return onCommand(command);
    } else if (message instanceof CommandInt command) {
      return List.of(ack(command.command(), CommandResult.ACCEPTED));
    }
    return lists.onMessage(message, now);
  }

  private List<VehicleMessage> onCommand(CommandLong command) {
    commandsHeard++;
    if (command.command() == SET_MODE) {
      customMode =
          make == Make.PX4
              ? (long) command.param2() << 16 | (long) command.param3() << 24
              : (long) command.param2();
    } else if (command.command() == ARM) {
      armed = command.param1() == 1;
    }
    return List.of(ack(command.command(), CommandResult.ACCEPTED));
  }

  /** What it says by itself. */
  public List<VehicleMessage> onTick(Instant now) {
    List<VehicleMessage> said = new ArrayList<>();
    if (!now.isBefore(lastHeartbeat.plus(HEARTBEAT))) {
      lastHeartbeat = now;
      said.add(new Heartbeat(customMode, 2, make.autopilot, armed ? 0xD1 : 0x51, 3, 3));
    }
    said.addAll(lists.onTick(now));
    return said.stream().flatMap(one -> says.apply(one).stream()).toList();
  }

  private List<VehicleMessage> onSet(ParamSet set) {
    Float known = parameters.get(set.name());
    if (make == Make.ARDUPILOT) {
      parameters.computeIfPresent(set.name(), (name, old) -> set.value());
      return parameter(set.name());
    }
    if (known == null || set.type() != type(set.name())) {
      return List.of(new ParamError(own(), comp(), set.name(), 24400, known == null ? 1 : 7));
    }
    int bits = Float.floatToRawIntBits(set.value());
    parameters.put(set.name(), set.type() == INT32 ? (float) bits : set.value());
    return parameter(set.name());
  }

  /** PX4's integers have a whole number in them; it is told as its own bytes. */
  private static int type(String name) {
    return name.startsWith("F_") ? REAL32 : INT32;
  }

  private List<VehicleMessage> parameter(String name) {
    Float value = parameters.get(name);
    if (make == Make.ARDUPILOT) {
      return value == null ? List.of() : List.of(new ParamValue(name, value, REAL32, 100, 65535));
    }
    if (value == null) {
      return List.of(new ParamError(own(), comp(), name, 24400, 1));
    }
    float field = type(name) == INT32 ? Float.intBitsToFloat((int) value.floatValue()) : value;
    return List.of(new ParamValue(name, field, type(name), 886, 12));
  }

  private CommandAck ack(int command, CommandResult result) {
    return new CommandAck(command, result == CommandResult.ACCEPTED ? 0 : 4, 0, 0, own(), comp());
  }

  private int own() {
    return station.ownSystem();
  }

  private int comp() {
    return station.ownComponent();
  }
}
