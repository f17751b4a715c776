package org.vigie.simulator.px4;

import io.dronefleet.mavlink.annotations.MavlinkMessageInfo;
import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.ExtendedSysState;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MavParamType;
import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionItemReached;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.MissionSetCurrent;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.common.Ping;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.common.Timesync;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.util.EnumValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.simulator.mavlink.px4.BytewiseParamValue;
import org.vigie.simulator.mavlink.px4.MissionProgress;
import org.vigie.simulator.mavlink.px4.OpaqueMissionAck;
import org.vigie.simulator.mavlink.px4.OpaqueMissionCount;
import org.vigie.simulator.mavlink.px4.ParamError;

/** Does to a simulated PX4 what a recorded station did to a real one, and notes what it says. */
@SuppressWarnings("deprecation") // the library calls messages in the making deprecated
final class Replay {
  private final Px4Flight flight = new Px4Flight(42);
  private final List<Recording.Line> said = new ArrayList<>();

  /** Messages whose sending is compared, when they were asked for. */
  private static final Set<Integer> GIVEN =
      Set.of(148, 435, 436, 437, 259, 280, 397, 395, 49, 261, 264, 111, 4, 244, 162);

  private static final int OTHER_LINK = 1;

  private final Map<String, String> last = new HashMap<>();
  private boolean second;
  private String chunks = "";
  private String mode = "";
  private int noted;
  private double offboardUntilS;
  private double silentUntilS;

  /** The simulated receiver takes longer than the recorded one until PX4 knows its home. */
  private final double laterS;

  private Replay(double laterS) {
    this.laterS = laterS;
  }

  /**
   * Plays a recording to its end and some seconds more.
   *
   * @param laterS how much longer the simulated vehicle has been on; taken off again in the answer
   */
  static List<Recording.Line> of(Recording recording, double laterS) {
    Replay replay = new Replay(laterS);
    replay.runTo(recording.lines().get(0).timeS());
    replay.said.clear();
    replay.mode = "";
    replay.last.clear();
    for (Recording.Line line : recording.lines()) {
      if (line.station()) {
        replay.runTo(line.timeS());
        replay.act(line);
        replay.note();
      }
    }
    double endS = recording.lines().get(recording.lines().size() - 1).timeS();
    replay.runTo(endS + 15);
    return replay.said;
  }

  private double nowS() {
    return flight.world.elapsedS() - laterS;
  }

  private void runTo(double timeS) {
    while (nowS() < timeS) {
      double now = nowS();
      flight.heartbeats = now >= silentUntilS;
      if (now >= offboardUntilS) {
        flight.everyTurn = () -> {};
      }
      flight.run(0.01);
      note();
    }
  }

  /** The second station has its own link, as it had. */
  private void act(Recording.Line line) {
    if (line.kind().startsWith("@")) {
      int system = Integer.parseInt(line.kind().substring(1));
      if (!second) {
        second = true;
        flight.vehicle.autopilot().open(OTHER_LINK);
      }
      act(OTHER_LINK, system, new Recording.Line(line.timeS(), true, line.rest()));
    } else {
      act(Px4Flight.LINK, 255, line);
    }
  }

  private void act(int link, int system, Recording.Line line) {
    String[] w = line.rest().split(" ");
    switch (line.kind()) {
      case "LONG" -> flight.say(link, system, longCommand(w));
      case "INT" -> flight.say(link, system, intCommand(w));
      case "PARAM" -> param(link, system, w);
      case "READ" ->
          flight.say(
              ParamRequestRead.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .paramId(w[0])
                  .paramIndex(Integer.parseInt(w[1]))
                  .build());
      case "COUNT" -> upload(link, system, line.rest());
      case "ITEM" -> flight.say(link, system, sent(w));
      case "SYNC" -> flight.say(Timesync.builder().ts1(1).build());
      case "PING" -> flight.say(Ping.builder().seq(1).build());
      case "LIST", "GET", "GOT", "CLEAR" -> flight.say(link, system, about(line.kind(), w));
      case "CURRENT" ->
          flight.say(
              MissionSetCurrent.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .seq(Integer.parseInt(w[0]))
                  .build());
      case "OFFBOARD" -> {
        offboardUntilS = Double.parseDouble(w[4]);
        flight.streamVelocity(Double.parseDouble(w[0]), Double.parseDouble(w[1]));
      }
      case "SILENCE" -> silentUntilS = Double.parseDouble(w[1]);
      case "BATTERY" -> flight.vehicle.body().battery().setCharge(Double.parseDouble(w[0]) / 100);
      default -> throw new IllegalArgumentException(line.what());
    }
  }

  private static float number(String word) {
    return word.equals("nan") ? Float.NaN : Float.parseFloat(word);
  }

  private static Object longCommand(String[] w) {
    double[] p = new double[7];
    for (int i = 0; i < p.length; i++) {
      p[i] = number(w[i + 1]);
    }
    var built = Px4Flight.longCommand(Integer.parseInt(w[0]), p);
    return io.dronefleet.mavlink.common.CommandLong.builder()
        .targetSystem(1)
        .targetComponent(Integer.parseInt(w[9]))
        .command(built.command())
        .param1(built.param1())
        .param2(built.param2())
        .param3(built.param3())
        .param4(built.param4())
        .param5(built.param5())
        .param6(built.param6())
        .param7(built.param7())
        .build();
  }

  private static Object intCommand(String[] w) {
    return CommandInt.builder()
        .targetSystem(1)
        .targetComponent(1)
        .command(EnumValue.create(MavCmd.class, Integer.parseInt(w[0])))
        .param1(number(w[1]))
        .param2(number(w[2]))
        .param3(number(w[3]))
        .param4(number(w[4]))
        .x(Integer.parseInt(w[5]))
        .y(Integer.parseInt(w[6]))
        .z(number(w[7]))
        .frame(EnumValue.create(MavFrame.class, Integer.parseInt(w[9])))
        .build();
  }

  private void param(int link, int system, String[] w) {
    int bits = Integer.parseInt(w[2]);
    if (w[0].equals("SIM_GPS_USED")) {
      flight.vehicle.setGps(bits > 0);
    }
    flight.say(
        link,
        system,
        ParamSet.builder()
            .targetSystem(1)
            .targetComponent(1)
            .paramId(w[0])
            .paramValue(Float.intBitsToFloat(bits))
            .paramType(EnumValue.create(MavParamType.class, Integer.parseInt(w[1])))
            .build());
  }

  private static EnumValue<MavMissionType> type(String word) {
    return EnumValue.create(MavMissionType.class, Integer.parseInt(word));
  }

  private static Object about(String kind, String[] w) {
    return switch (kind) {
      case "LIST" ->
          MissionRequestList.builder()
              .targetSystem(1)
              .targetComponent(1)
              .missionType(type(w[0]))
              .build();
      case "GET" ->
          MissionRequestInt.builder()
              .targetSystem(1)
              .targetComponent(1)
              .seq(Integer.parseInt(w[1]))
              .missionType(type(w[0]))
              .build();
      case "GOT" ->
          MissionAck.builder().targetSystem(1).targetComponent(1).missionType(type(w[0])).build();
      default ->
          MissionClearAll.builder()
              .targetSystem(1)
              .targetComponent(1)
              .missionType(type(w[0]))
              .build();
    };
  }

  /** An item that was sent at its own time: type, number, then as in an upload. */
  private static MissionItemInt sent(String[] w) {
    return item(Integer.parseInt(w[0]), Integer.parseInt(w[1]), Arrays.copyOfRange(w, 2, w.length));
  }

  private void upload(int link, int system, String rest) {
    String[] parts = rest.split(" ; ");
    String[] head = parts[0].split(" ");
    int type = Integer.parseInt(head[0]);
    int before = flight.heard().size();
    flight.say(
        link,
        system,
        MissionCount.builder()
            .targetSystem(1)
            .targetComponent(1)
            .count(Integer.parseInt(head[1]))
            .missionType(EnumValue.create(MavMissionType.class, type))
            .build());
    for (int i = 1; i < parts.length && !parts[i].equals("-"); i++) {
      int from = before;
      boolean answered =
          flight.heard().subList(from, flight.heard().size()).stream()
              .anyMatch(one -> one.payload() instanceof OpaqueMissionAck);
      if (answered || flight.find(MissionRequestInt.class, before).isEmpty()) {
        return;
      }
      flight.say(item(type, i - 1, parts[i].split(" ")));
    }
  }

  private static MissionItemInt item(int type, int seq, String[] w) {
    return MissionItemInt.builder()
        .targetSystem(1)
        .targetComponent(1)
        .seq(seq)
        .frame(EnumValue.create(MavFrame.class, Integer.parseInt(w[0])))
        .command(EnumValue.create(MavCmd.class, Integer.parseInt(w[1])))
        .autocontinue(1)
        .param1(number(w[2]))
        .param2(number(w[3]))
        .param3(number(w[4]))
        .param4(number(w[5]))
        .x(Integer.parseInt(w[6]))
        .y(Integer.parseInt(w[7]))
        .z(number(w[8]))
        .missionType(EnumValue.create(MavMissionType.class, type))
        .build();
  }

  private void note() {
    for (; noted < flight.heard().size(); noted++) {
      Px4Flight.Heard one = flight.heard().get(noted);
      String what = one.link() == OTHER_LINK ? plan(one.payload()) : what(one.payload());
      if (!what.isEmpty()) {
        said.add(new Recording.Line(one.timeS() - laterS, false, what));
      }
      int id = one.payload().getClass().getAnnotation(MavlinkMessageInfo.class).id();
      if (GIVEN.contains(id)) {
        said.add(new Recording.Line(one.timeS() - laterS, false, "GIVEN " + id));
      }
    }
  }

  private String what(Object payload) {
    if (payload instanceof Heartbeat m) {
      return mode(m);
    }
    if (payload instanceof HomePosition m) {
      return changed("HOME", m.latitude() + " " + m.longitude() + " " + m.altitude());
    }
    if (payload instanceof ExtendedSysState m) {
      return changed("LANDED", "" + m.landedState().value());
    }
    if (payload instanceof MissionProgress m) {
      return changed("CURRENT", "" + m.seq());
    }
    if (payload instanceof MissionItemReached m) {
      return changed("REACHED", "" + m.seq());
    }
    if (payload instanceof BytewiseParamValue m) {
      return "VALUE " + m.paramId() + " " + (int) m.bits() + " type " + m.paramType();
    }
    if (payload instanceof ParamError m) {
      return "PARAMERROR " + m.paramId() + " " + m.error() + " to " + m.targetSystem();
    }
    return plan(payload);
  }

  private String changed(String kind, String now) {
    return now.equals(last.put(kind, now)) ? "" : kind + " " + now;
  }

  /** What was recorded of the second station too: plans, answers and texts. */
  private String plan(Object payload) {
    if (payload instanceof Statustext m) {
      chunks = m.chunkSeq() == 0 ? m.text() : chunks + m.text();
      return m.text().length() < 50
          ? "TEXT " + m.severity().value() + " " + chunks.replace('\t', '|')
          : "";
    }
    if (payload instanceof CommandAck m) {
      return "ACK " + m.command().value() + " " + m.result().value() + " to " + m.targetSystem();
    }
    if (payload instanceof OpaqueMissionAck m) {
      return "STORED %d type %d id %d to %d"
          .formatted(m.type(), m.missionType(), m.opaqueId(), m.targetSystem());
    }
    if (payload instanceof OpaqueMissionCount m) {
      return "COUNT %d type %d id %d to %d"
          .formatted(m.count(), m.missionType(), m.opaqueId(), m.targetSystem());
    }
    if (payload instanceof MissionRequestInt m) {
      return "REQUEST %d type %d to %d"
          .formatted(m.seq(), m.missionType().value(), m.targetSystem());
    }
    return payload instanceof MissionItemInt m ? back(m) : "";
  }

  private static String back(MissionItemInt m) {
    return String.join(
        " ",
        "ITEM",
        "" + m.missionType().value(),
        "" + m.seq(),
        "" + m.frame().value(),
        "" + m.command().value(),
        text(m.param1()),
        text(m.param2()),
        text(m.param3()),
        text(m.param4()),
        "" + m.x(),
        "" + m.y(),
        text(m.z()));
  }

  private static String text(float value) {
    return Float.isNaN(value)
        ? "nan"
        : new BigDecimal("" + value).stripTrailingZeros().toPlainString();
  }

  private String mode(Heartbeat m) {
    String now =
        "MODE "
            + (m.customMode() >> 16 & 0xff)
            + " "
            + (m.customMode() >> 24)
            + " base "
            + m.baseMode().value()
            + " state "
            + m.systemStatus().value();
    if (now.equals(mode)) {
      return "";
    }
    mode = now;
    return now;
  }
}
