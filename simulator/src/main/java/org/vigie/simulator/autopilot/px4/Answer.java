package org.vigie.simulator.autopilot.px4;

/** What the commander answers to a command. @source MAVLink common.xml MAV_RESULT */
public enum Answer {
  ACCEPTED(0),
  TEMPORARILY_REJECTED(1),
  DENIED(2),
  UNSUPPORTED(3),
  FAILED(4),
  /** Nobody on board listens: no COMMAND_ACK. */
  NONE(-1),
  /** The answer comes later. */
  LATER(-1);

  private final int mavResult;

  Answer(int mavResult) {
    this.mavResult = mavResult;
  }

  public int mavResult() {
    return mavResult;
  }
}
