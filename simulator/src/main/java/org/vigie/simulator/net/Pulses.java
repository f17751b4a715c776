package org.vigie.simulator.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.simulator.net.frame.Frame;

/**
 * What one station repeats and a vehicle misses when it stops: heartbeat, setpoints, sticks.
 * Confined to the world's thread.
 */
final class Pulses {
  private static final int HEARTBEAT = 0;
  private static final int MANUAL_CONTROL = 69;
  private static final int RC_CHANNELS_OVERRIDE = 70;
  private static final int COMMAND_INT = 75;
  private static final int COMMAND_LONG = 76;
  private static final int SETPOINT_LOCAL = 84;
  private static final int SETPOINT_GLOBAL = 86;

  /** Where common.xml puts them in the payload. */
  private static final int SETPOINT_MASK_AT = 48;

  private static final int SETPOINT_FRAME_AT = 52;
  private static final int COMMAND_AT = 28;

  private static final int IGNORE_POSITION = 7;
  private static final int LOCAL_NED = 1;

  /** NAV_TAKEOFF, DO_REPOSITION, DO_PAUSE_CONTINUE: a setpoint of before is over. */
  private static final List<Integer> COMMANDS_THAT_STEER = List.of(22, 192, 193);

  private static final int HEARTBEAT_TYPE_AT = 4;
  private static final int TYPE_GCS = 6;
  private static final double HEARTBEAT_S = 1;

  /** Nothing is sent faster. */
  private static final double LEAST_S = 0.02;

  /** By system: several stations may share a link, 255 at most. */
  private final Map<Integer, Pulse> heartbeats = new TreeMap<>();

  private final Pulse setpoint = new Pulse(LEAST_S, Double.NaN);
  private final Pulse sticks = new Pulse(LEAST_S, Double.NaN);
  private final Pulse channels = new Pulse(LEAST_S, Double.NaN);

  /** The station has said something that the vehicle has taken. */
  void heard(Frame frame, double nowS, long nowNs) {
    switch (frame.messageId()) {
      case HEARTBEAT -> {
        if (frame.payloadAt(HEARTBEAT_TYPE_AT) == TYPE_GCS) {
          heartbeats
              .computeIfAbsent(frame.systemId(), id -> new Pulse(HEARTBEAT_S, HEARTBEAT_S))
              .heard(frame, nowS, nowNs);
        }
      }
      case MANUAL_CONTROL -> sticks.heard(frame, nowS, nowNs);
      case RC_CHANNELS_OVERRIDE -> channels.heard(frame, nowS, nowNs);
      case SETPOINT_GLOBAL -> setpoint.heard(frame, nowS, nowNs);
      case SETPOINT_LOCAL -> {
        setpoint.heard(frame, nowS, nowNs);
        if (offset(frame)) {
          setpoint.silence();
        }
      }
      case COMMAND_INT, COMMAND_LONG -> {
        if (COMMANDS_THAT_STEER.contains(word(frame, COMMAND_AT))) {
          setpoint.silence();
        }
      }
      default -> {}
    }
  }

  /** A place counted from where the vehicle is moves on with each repetition. */
  private static boolean offset(Frame frame) {
    return (word(frame, SETPOINT_MASK_AT) & IGNORE_POSITION) != IGNORE_POSITION
        && frame.payloadAt(SETPOINT_FRAME_AT) != LOCAL_NED;
  }

  private static int word(Frame frame, int at) {
    return (frame.payloadAt(at) & 0xFF) | (frame.payloadAt(at + 1) & 0xFF) << 8;
  }

  /** What is heard again now. */
  List<Frame> again(double nowS, long nowNs) {
    List<Frame> due = new ArrayList<>();
    for (Pulse heartbeat : heartbeats.values()) {
      heartbeat.again(nowS, nowNs).ifPresent(due::add);
    }
    for (Pulse pulse : List.of(setpoint, sticks, channels)) {
      pulse.again(nowS, nowNs).ifPresent(due::add);
    }
    return due;
  }
}
