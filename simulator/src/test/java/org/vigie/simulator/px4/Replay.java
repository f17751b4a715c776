package org.vigie.simulator.px4;

import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MavParamType;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionSetCurrent;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.mavlink.px4.OpaqueMissionAck;

/** Does to a simulated PX4 what a recorded station did to a real one, and notes what it says. */
@SuppressWarnings("deprecation") // the library calls messages in the making deprecated
final class Replay {
  private final Px4Flight flight = new Px4Flight(42);
  private final List<Recording.Line> said = new ArrayList<>();
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
      flight.run(0.05);
      note();
    }
  }

  private void act(Recording.Line line) {
    String[] w = line.rest().split(" ");
    switch (line.kind()) {
      case "LONG" -> flight.say(longCommand(w));
      case "INT" -> flight.say(intCommand(w));
      case "PARAM" -> param(w[0], Integer.parseInt(w[1]), Integer.parseInt(w[2]));
      case "COUNT" -> upload(line.rest());
      case "CURRENT" ->
          flight.say(
              MissionSetCurrent.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .seq(Integer.parseInt(w[0]))
                  .build());
      case "CLEAR" ->
          flight.say(
              MissionClearAll.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .missionType(EnumValue.create(MavMissionType.class, Integer.parseInt(w[0])))
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

  private void param(String name, int type, int bits) {
    if (name.equals("SIM_GPS_USED")) {
      flight.vehicle.setGps(bits > 0);
    }
    flight.set(name, Float.intBitsToFloat(bits), EnumValue.create(MavParamType.class, type));
  }

  private void upload(String rest) {
    String[] parts = rest.split(" ; ");
    String[] head = parts[0].split(" ");
    int type = Integer.parseInt(head[0]);
    int before = flight.heard().size();
    flight.say(
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
      String what = "";
      if (one.payload() instanceof Statustext m) {
        chunks = m.chunkSeq() == 0 ? m.text() : chunks + m.text();
        what =
            m.text().length() < 50
                ? "TEXT " + m.severity().value() + " " + chunks.replace('\t', '|')
                : "";
      } else if (one.payload() instanceof CommandAck m) {
        what = "ACK " + m.command().value() + " " + m.result().value() + " to " + m.targetSystem();
      } else if (one.payload() instanceof OpaqueMissionAck m) {
        what =
            "STORED " + m.type() + " type " + m.missionType() + " id " + m.opaqueId() + " to 255";
      } else if (one.payload() instanceof Heartbeat m) {
        what = mode(m);
      }
      if (!what.isEmpty()) {
        said.add(new Recording.Line(one.timeS() - laterS, false, what));
      }
    }
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
