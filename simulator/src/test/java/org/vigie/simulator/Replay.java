package org.vigie.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronefleet.mavlink.common.CommandAck;
import io.dronefleet.mavlink.common.CommandInt;
import io.dronefleet.mavlink.common.CommandLong;
import io.dronefleet.mavlink.common.FenceStatus;
import io.dronefleet.mavlink.common.HomePosition;
import io.dronefleet.mavlink.common.MavCmd;
import io.dronefleet.mavlink.common.MavFrame;
import io.dronefleet.mavlink.common.MavMissionType;
import io.dronefleet.mavlink.common.MavMode;
import io.dronefleet.mavlink.common.MessageInterval;
import io.dronefleet.mavlink.common.MissionAck;
import io.dronefleet.mavlink.common.MissionClearAll;
import io.dronefleet.mavlink.common.MissionCount;
import io.dronefleet.mavlink.common.MissionCurrent;
import io.dronefleet.mavlink.common.MissionItemInt;
import io.dronefleet.mavlink.common.MissionItemReached;
import io.dronefleet.mavlink.common.MissionRequest;
import io.dronefleet.mavlink.common.MissionRequestInt;
import io.dronefleet.mavlink.common.MissionRequestList;
import io.dronefleet.mavlink.common.MissionSetCurrent;
import io.dronefleet.mavlink.common.MissionWritePartialList;
import io.dronefleet.mavlink.common.ParamRequestRead;
import io.dronefleet.mavlink.common.ParamSet;
import io.dronefleet.mavlink.common.ParamValue;
import io.dronefleet.mavlink.common.PositionTargetTypemask;
import io.dronefleet.mavlink.common.RcChannelsOverride;
import io.dronefleet.mavlink.common.SetMode;
import io.dronefleet.mavlink.common.SetPositionTargetLocalNed;
import io.dronefleet.mavlink.common.Statustext;
import io.dronefleet.mavlink.common.Timesync;
import io.dronefleet.mavlink.minimal.Heartbeat;
import io.dronefleet.mavlink.minimal.MavAutopilot;
import io.dronefleet.mavlink.minimal.MavModeFlag;
import io.dronefleet.mavlink.minimal.MavType;
import io.dronefleet.mavlink.util.EnumValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.physics.Battery;

/** Says to a simulated vehicle what a station said in a recording, at the same times. */
@SuppressWarnings("deprecation") // ArduPilot asks with MISSION_REQUEST
final class Replay {
  /** Of the recorded vehicle's battery. */
  private static final float CELLS = 3;

  private static final double DEGREES_M = 111_319.5;

  final Flight flight;
  final List<Recording.Told> told = new ArrayList<>();
  private double endS = Double.POSITIVE_INFINITY;
  private String mode = "";
  private String current = "";
  private String fence = "";
  private String home = "";

  private Replay(Flight flight) {
    this.flight = flight;
    flight.heartbeats = false;
  }

  /** Runs until the last event of the recording. */
  static Replay of(Recording recording) {
    Replay replay = new Replay(new Flight(42));
    for (Recording.Said said : recording.said()) {
      replay.until(said.timeS());
      replay.say(said);
    }
    double endS =
        Math.max(
            recording.said().get(recording.said().size() - 1).timeS(),
            recording.told().get(recording.told().size() - 1).timeS());
    replay.endS = endS;
    replay.until(1.1 * endS);
    return replay;
  }

  private void until(double timeS) {
    while (flight.world.elapsedS() < timeS) {
      flight.heartbeats = flight.world.elapsedS() > endS;
      flight.run(0.01);
      note();
    }
  }

  private void say(Recording.Said said) {
    if (said.message().equals("PARAM_SET") && fault(said.fields())) {
      return;
    }
    payload(said.message(), said.fields()).ifPresent(payload -> flight.say(said.system(), payload));
    note();
  }

  /** Faults of the other simulator are those of this one. */
  private boolean fault(JsonNode f) {
    String name = f.path("param_id").asText();
    double value = f.path("param_value").asDouble();
    switch (name) {
      case "SIM_GPS1_ENABLE" -> flight.vehicle.setGps(value != 0);
      case "SIM_RC_FAIL" -> flight.vehicle.setTransmitter(value == 0);
      case "SIM_ENGINE_MUL" -> flight.vehicle.body().rotors().health(0, value);
      case "SIM_GPS1_GLTCH_X" -> {
        flight.vehicle.sensorFaults().gpsOffset(0, value * DEGREES_M, 0);
      }
      case "SIM_BATT_VOLTAGE" -> volts(value);
      case "SIM_MAG1_FAIL" -> flight.vehicle.sensorFaults().compass(value == 0);
      default -> {
        return name.startsWith("SIM_");
      }
    }
    return true;
  }

  /** The battery there has three cells and a voltage that neither sags nor falls. */
  private void volts(double volts) {
    Battery battery = flight.vehicle.body().battery();
    flight.set("BATT_LOW_MAH", 0); // that one has no limit of charge
    flight.set("BATT_CRT_MAH", 0);
    battery.drainFactor(0);
    battery.resistanceFactor(0);
    double low = 0;
    double high = 1;
    while (high - low > 1e-6) {
      double charge = (low + high) / 2;
      battery.setCharge(charge);
      if (battery.openCircuitVolts() < volts * cells() / CELLS) {
        low = charge;
      } else {
        high = charge;
      }
    }
  }

  private int cells() {
    return flight.vehicle.setup().airframe().battery().cells();
  }

  private static float number(JsonNode f, String name) {
    JsonNode value = f.path(name);
    return value.isTextual() ? Float.parseFloat(value.asText()) : (float) value.asDouble();
  }

  /** Thresholds of voltage are for as many cells as this battery has. */
  private float value(JsonNode f) {
    float value = number(f, "param_value");
    return f.path("param_id").asText().matches("BATT_.*_VOLT") ? value * cells() / CELLS : value;
  }

  private static int whole(JsonNode f, String name) {
    return f.path(name).asInt();
  }

  private static int target(JsonNode f, String name) {
    return f.has(name) ? f.path(name).asInt() : 1;
  }

  private static EnumValue<MavMissionType> list(JsonNode f) {
    return EnumValue.create(MavMissionType.class, whole(f, "mission_type"));
  }

  private Optional<Object> payload(String message, JsonNode f) {
    return Optional.ofNullable(
        switch (message) {
          case "HEARTBEAT" ->
              Heartbeat.builder()
                  .type(MavType.MAV_TYPE_GCS)
                  .autopilot(MavAutopilot.MAV_AUTOPILOT_INVALID)
                  .build();
          case "COMMAND_LONG" ->
              CommandLong.builder()
                  .targetSystem(target(f, "target_system"))
                  .targetComponent(target(f, "target_component"))
                  .command(EnumValue.create(MavCmd.class, whole(f, "command")))
                  .param1(number(f, "param1"))
                  .param2(number(f, "param2"))
                  .param3(number(f, "param3"))
                  .param4(number(f, "param4"))
                  .param5(number(f, "param5"))
                  .param6(number(f, "param6"))
                  .param7(number(f, "param7"))
                  .build();
          case "COMMAND_INT" ->
              CommandInt.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .frame(EnumValue.create(MavFrame.class, whole(f, "frame")))
                  .command(EnumValue.create(MavCmd.class, whole(f, "command")))
                  .param1(number(f, "param1"))
                  .param2(number(f, "param2"))
                  .param3(number(f, "param3"))
                  .param4(number(f, "param4"))
                  .x(whole(f, "x"))
                  .y(whole(f, "y"))
                  .z(number(f, "z"))
                  .build();
          case "PARAM_SET" ->
              ParamSet.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .paramId(f.path("param_id").asText())
                  .paramValue(value(f))
                  .build();
          case "PARAM_REQUEST_READ" ->
              ParamRequestRead.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .paramId(f.path("param_id").asText())
                  .paramIndex(whole(f, "param_index"))
                  .build();
          case "RC_CHANNELS_OVERRIDE" ->
              RcChannelsOverride.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .chan1Raw(whole(f, "chan1_raw"))
                  .chan2Raw(whole(f, "chan2_raw"))
                  .chan3Raw(whole(f, "chan3_raw"))
                  .chan4Raw(whole(f, "chan4_raw"))
                  .build();
          case "SET_MODE" ->
              SetMode.builder()
                  .targetSystem(1)
                  .baseMode(EnumValue.create(MavMode.class, whole(f, "base_mode")))
                  .customMode(whole(f, "custom_mode"))
                  .build();
          case "SET_POSITION_TARGET_LOCAL_NED" ->
              SetPositionTargetLocalNed.builder()
                  .targetSystem(1)
                  .targetComponent(1)
                  .coordinateFrame(EnumValue.create(MavFrame.class, whole(f, "coordinate_frame")))
                  .typeMask(EnumValue.create(PositionTargetTypemask.class, whole(f, "type_mask")))
                  .vx(number(f, "vx"))
                  .vy(number(f, "vy"))
                  .vz(number(f, "vz"))
                  .build();
          case "TIMESYNC" -> Timesync.builder().ts1(f.path("ts1").asLong()).build();
          default -> transfer(message, f);
        });
  }

  private static @Nullable Object transfer(String message, JsonNode f) {
    return switch (message) {
      case "MISSION_COUNT" ->
          MissionCount.builder()
              .targetSystem(1)
              .targetComponent(1)
              .count(whole(f, "count"))
              .missionType(list(f))
              .build();
      case "MISSION_ITEM_INT" ->
          MissionItemInt.builder()
              .targetSystem(1)
              .targetComponent(1)
              .seq(whole(f, "seq"))
              .frame(EnumValue.create(MavFrame.class, whole(f, "frame")))
              .command(EnumValue.create(MavCmd.class, whole(f, "command")))
              .autocontinue(whole(f, "autocontinue"))
              .param1(number(f, "param1"))
              .param2(number(f, "param2"))
              .param3(number(f, "param3"))
              .param4(number(f, "param4"))
              .x(whole(f, "x"))
              .y(whole(f, "y"))
              .z(number(f, "z"))
              .missionType(list(f))
              .build();
      case "MISSION_CLEAR_ALL" ->
          MissionClearAll.builder().targetSystem(1).targetComponent(1).missionType(list(f)).build();
      case "MISSION_WRITE_PARTIAL_LIST" ->
          MissionWritePartialList.builder()
              .targetSystem(1)
              .targetComponent(1)
              .startIndex(whole(f, "start_index"))
              .endIndex(whole(f, "end_index"))
              .missionType(list(f))
              .build();
      case "MISSION_SET_CURRENT" ->
          MissionSetCurrent.builder()
              .targetSystem(1)
              .targetComponent(1)
              .seq(whole(f, "seq"))
              .build();
      case "MISSION_REQUEST_LIST" ->
          MissionRequestList.builder()
              .targetSystem(1)
              .targetComponent(1)
              .missionType(list(f))
              .build();
      case "MISSION_REQUEST_INT" ->
          MissionRequestInt.builder()
              .targetSystem(1)
              .targetComponent(1)
              .seq(whole(f, "seq"))
              .missionType(list(f))
              .build();
      default -> null;
    };
  }

  private void note() {
    for (Object heard : flight.heard()) {
      note(heard);
    }
    flight.heard().clear();
  }

  private void add(String kind, String what) {
    told.add(new Recording.Told(flight.world.elapsedS(), kind, what));
  }

  private void note(Object heard) {
    if (heard instanceof Heartbeat m) {
      boolean armed = m.baseMode().flagsEnabled(MavModeFlag.MAV_MODE_FLAG_SAFETY_ARMED);
      String now = m.customMode() + (armed ? " armed " : " disarmed ") + m.systemStatus().value();
      if (!now.equals(mode)) {
        add("MODE", now);
      }
      mode = now;
    } else if (heard instanceof Statustext m) {
      add("TEXT", m.severity().value() + " " + m.text());
    } else if (heard instanceof CommandAck m) {
      add("ACK", m.command().value() + " " + m.result().value());
    } else if (heard instanceof MissionAck m) {
      add("MISSION_ACK", m.type().value() + " " + m.missionType().value());
    } else if (heard instanceof MissionRequest m) {
      add("REQUEST", m.seq() + " " + m.missionType().value());
    } else if (heard instanceof MissionCount m) {
      add("COUNT", m.count() + " " + m.missionType().value());
    } else if (heard instanceof MissionItemReached m) {
      add("REACHED", "" + m.seq());
    } else if (heard instanceof MissionCurrent m) {
      String now = m.seq() + " " + m.total() + " " + m.missionState().value();
      if (!now.equals(current)) {
        add("CURRENT", now);
      }
      current = now;
    } else if (heard instanceof FenceStatus m) {
      String now = m.breachStatus() + " " + m.breachCount() + " " + m.breachType().value();
      if (!now.equals(fence)) {
        add("FENCE", now);
      }
      fence = now;
    } else if (heard instanceof HomePosition m) {
      String now = m.latitude() + " " + m.longitude() + " " + m.altitude();
      if (!now.equals(home)) {
        add("HOME", now);
      }
      home = now;
    } else if (heard instanceof MessageInterval m) {
      add("INTERVAL", m.messageId() + " " + m.intervalUs());
    } else if (heard instanceof ParamValue m && m.paramIndex() == 65535) {
      add("PARAM", m.paramId() + " " + number(m.paramValue()) + " " + m.paramType().value());
    } else if (heard instanceof MissionItemInt m) {
      add("ITEM", item(m));
    }
  }

  private static String item(MissionItemInt m) {
    return String.join(
        " ",
        "" + m.seq(),
        "" + m.missionType().value(),
        "" + m.frame().value(),
        "" + m.command().value(),
        number(m.param1()),
        number(m.param2()),
        number(m.param3()),
        number(m.param4()),
        "" + m.x(),
        "" + m.y(),
        number(m.z()));
  }

  private static String number(float value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : "" + Math.round(value * 100) / 100.0;
  }
}
