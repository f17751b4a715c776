package org.vigie.simulator.autopilot.px4;

/**
 * Asks another system before it arms, when COM_ARM_AUTH_REQ says so; silence is a no.
 *
 * @source PX4 ArmAuthorization.cpp; COM_ARM_AUTH_ID, COM_ARM_AUTH_TO
 */
final class ArmAuthorization {
  /**
   * @source MAVLink ARM_AUTH_DENIED_REASON
   */
  private static final int INVALID_WAYPOINT = 2;

  private static final int TIMEOUT = 3;
  private static final int AIRSPACE_IN_USE = 4;
  private static final int BAD_WEATHER = 5;

  private final Px4Craft craft;
  private final Commander commander;
  private double untilS = Double.NaN;

  ArmAuthorization(Px4Craft craft, Commander commander) {
    this.craft = craft;
    this.commander = commander;
  }

  boolean required() {
    return craft.params.getInt("COM_ARM_AUTH_REQ") != 0;
  }

  private int authorizer() {
    return craft.params.getInt("COM_ARM_AUTH_ID");
  }

  Answer ask() {
    if (Double.isNaN(untilS)) {
      untilS = craft.timeS + craft.params.get("COM_ARM_AUTH_TO", 0, 60);
      craft.voice.requestArming(authorizer());
    }
    return Answer.LATER;
  }

  void tick() {
    if (!Double.isNaN(untilS) && craft.timeS >= untilS) {
      refuse("Arm auth: No response");
    }
  }

  private void refuse(String text) {
    untilS = Double.NaN;
    if (!text.isEmpty()) {
      craft.voice.text(2, text + "\t");
    }
    craft.voice.answered(Answer.TEMPORARILY_REJECTED);
  }

  void answered(int systemId, boolean accepted, int reason, int validS) {
    if (Double.isNaN(untilS) || systemId != authorizer()) {
      return;
    }
    if (accepted) {
      untilS = Double.NaN;
      craft.voice.text(6, "Arm auth: Authorized for the next " + validS + " seconds\t");
      craft.voice.answered(commander.arm(false) ? Answer.ACCEPTED : Answer.TEMPORARILY_REJECTED);
      return;
    }
    refuse(
        switch (reason) {
          case INVALID_WAYPOINT -> "Arm auth: Denied, a waypoint has an invalid value";
          case TIMEOUT -> "Arm auth: Denied by timeout in authorizer";
          case AIRSPACE_IN_USE -> "Arm auth: Denied because airspace is in use";
          case BAD_WEATHER -> "Arm auth: Denied because of bad weather";
          // the authorizer tells the ground itself
          default -> "";
        });
  }
}
